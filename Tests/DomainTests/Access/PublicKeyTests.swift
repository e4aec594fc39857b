import Testing

@testable import Domain

/// Keys as ssh-keygen writes them.
@Suite struct PublicKeyTests {
  private static let line =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl 王静@安吉"

  @Test func aKeyAndItsFingerprint() throws {
    let key = try #require(PublicKey(line: Self.line))
    #expect(key.type == "ssh-ed25519" && key.comment == "王静@安吉")
    // As `ssh-keygen -lf` prints it.
    #expect(key.fingerprint == "SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU")
  }

  @Test(arguments: [
    "", "ssh-ed25519", "-----BEGIN OPENSSH PRIVATE KEY-----", "ssh-ed25519 !!!! x", "ssh-ed25519 AAAA x",
    "ssh-dss AAAAB3NzaC1kc3MAAACBAP x",
    "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl wrong type",
    "command=\"sh\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
  ]) func whatIsNone(_ line: String) { #expect(PublicKey(line: line) == nil) }

  @Test func phonesAreMaskedAndComeBack() throws {
    #expect(PhoneMask.masked("13812341234") == "138****1234")
    #expect(PhoneMask.masked("110") == "****" && PhoneMask.masked("") == "")
    let register = try #require(Registers.named("enterprises"))
    var old = Document(register: "enterprises", id: Scene.id(1))
    old["phone"] = .text("13812341234")
    let shown = PhoneMask.masked(old, register)
    #expect(shown["phone"] == .text("138****1234"))
    #expect(PhoneMask.restored(shown, from: old, register) == old)
    var changed = shown
    changed["phone"] = .text("13900000000")
    #expect(PhoneMask.restored(changed, from: old, register)["phone"] == .text("13900000000"))
  }
}
