import Domain
import Foundation
import Testing

@testable import Store

/// Until the first release the first migration follows the declarations. To write it again:
/// `SANKU_WRITE_MIGRATION=Sources/Store/Migrations swift test --filter MigrationWriter`
@Suite struct MigrationWriter {
  static let folder = ProcessInfo.processInfo.environment["SANKU_WRITE_MIGRATION"]

  @Test(.enabled(if: folder != nil)) func writesTheFirstForm() throws {
    let folder = try #require(Self.folder)
    let names = Registers.all.map(\.id)
    let head =
      "/// The first form of the library. Frozen with the first release; until then it follows the declarations.\n"
    let all = (["common"] + names).joined(separator: " + ")
    let common = block("common", TableStatements.common)
    try write(head + "enum M0001 {\n  static let statements = \(all)\n\n" + common, folder + "/M0001.swift")
    for register in Registers.all {
      let name = register.id.prefix(1).uppercased() + register.id.dropFirst()
      try write(
        "extension M0001 {\n" + block(register.id, TableStatements.statements(register)),
        folder + "/M0001+\(name).swift")
    }
  }

  func write(_ text: String, _ path: String) throws { try text.write(toFile: path, atomically: true, encoding: .utf8) }

  func block(_ name: String, _ statements: [String]) -> String {
    var out = "  static let \(name): [String] = [\n"
    for statement in statements {
      if statement.contains("\n") {
        let lines = statement.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
        out += "    \"\"\"\n" + lines.joined(separator: "\n") + "\n    \"\"\",\n"
      } else {
        out += "    #\"\(statement)\"#,\n"
      }
    }
    return out + "  ]\n}\n"
  }
}
