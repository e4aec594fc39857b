import Glibc

/// Files that come with sanku: themes and the sample.
enum Shipped {
  /// A folder of that name under `SANKU_SHARE`, beside the binary's `../share/sanku`, or in the checkout above the binary.
  static func folder(_ name: String) throws -> String {
    for place in places {
      let path = "\(place)/\(name)"
      if access(path, R_OK) == 0 { return path }
    }
    throw Failure(
      .unusable,
      say("找不到随附的 \(name)；请设 SANKU_SHARE 为其上级文件夹", "Cannot find \(name); set SANKU_SHARE to the folder that holds it"))
  }

  /// Where shipped files may be, best first.
  static var places: [String] {
    var places = [Words.environment("SANKU_SHARE")].compactMap { $0 }
    var folder = binaryFolder
    places.append("\(folder)/../share/sanku")
    // In a checkout the binary lies a few folders below Package.swift.
    for _ in 0..<6 {
      if access("\(folder)/Package.swift", F_OK) == 0 { places.append(folder) }
      guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { break }
      folder = String(folder[..<slash])
    }
    return places
  }

  /// The program that runs, by its absolute path.
  static var binary: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    return count > 0 ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : ""
  }

  private static var binaryFolder: String { binary.lastIndex(of: "/").map { String(binary[..<$0]) } ?? "." }
}
