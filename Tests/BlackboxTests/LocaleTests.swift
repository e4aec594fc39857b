import Foundation
import TestTerminal
import Testing

/// What a locale leaves of the screen.
@Suite struct LocaleTests {
  /// A host without a UTF-8 locale shows no Chinese: what the program says can be read all the same.
  @Test(arguments: ["C", "POSIX"]) func withoutUTF8TheProgramSpeaksEnglish(_ locale: String) throws {
    let desk = try Desk(try Room.empty(), environment: ["LC_ALL": locale, "LANG": ""]).opened()
    try desk.sees("[2Projects]")
    try desk.sees("Locale is not UTF-8")
    #expect(desk.quit() == 0)
  }

  @Test func chineseIsKeptWhereItIsAskedFor() throws {
    let environment = ["LC_ALL": "C", "LANG": ""]
    let asked = try Desk(try Room.empty(), environment: environment, arguments: ["--lang", "zh"]).opened()
    #expect(!asked.screen.contains("Projects"))
    #expect(asked.quit() == 0)
    let missing = try Desk(try Room.empty(), environment: ["LC_ALL": "zh_CN.UTF-8", "LANG": ""]).opened()
    try missing.sees("[2项目库]")
    #expect(missing.quit() == 0)
  }
}
