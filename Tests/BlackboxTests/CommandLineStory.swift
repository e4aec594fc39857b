import Foundation
import Testing

/// A session at a shell as people would write it down: commands, what they are told, and how they end.
///
/// `$ ` begins a command, `< ` is a line of its input, `! ` a line that it writes on standard error; other lines are what
/// it writes on standard output, and `[n]` the exit status where it is not 0. `…` stands for anything within a line, a
/// line of `…` alone for any lines.
struct CommandLineStory {
  /// A city's library and a list of two firms.
  static let firms = """
    $ sanku init 库.sanku --region 湖州市
    ! 已建库 库.sanku
    $ cat > enterprises.csv
    < 统一社会信用代码,厂区号,企业名称,地区,行业,领域,经营状态,手机
    < 91330523MA2B4F6YXA,00,安吉某某水泥有限公司,安吉县,水泥制造,建材,在产,13800000000
    < 91330502MA28C7R39B,00,湖州某某纺织有限公司,吴兴区,1713,纺织,在产,13900000000

    """

  struct Step {
    var command: String
    var input: [String] = []
    var output: [String] = []
    var errors: [String] = []
    var status: Int32 = 0
  }

  let steps: [Step]

  init(_ text: String) {
    var steps: [Step] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
        continue
      }
      guard !steps.isEmpty else { continue }
      let last = steps.count - 1
      if line.hasPrefix("< ") || line == "<" {
        steps[last].input.append(String(line.dropFirst(2)))
      } else if line.hasPrefix("! ") {
        steps[last].errors.append(String(line.dropFirst(2)))
      } else if line.hasPrefix("["), line.hasSuffix("]"), let status = Int32(line.dropFirst().dropLast()) {
        steps[last].status = status
      } else {
        steps[last].output.append(line)
      }
    }
    self.steps = steps.map { step in
      var step = step
      while step.output.last == "" { step.output.removeLast() }
      return step
    }
  }

  /// Plays the story in an empty folder of its own, in Chinese unless it says otherwise.
  func play(_ location: SourceLocation = #_sourceLocation) throws {
    let shell = try Shell()
    defer { shell.remove() }
    for step in steps {
      let input = step.input.isEmpty ? "" : step.input.joined(separator: "\n") + "\n"
      let result = try shell.run(step.command, input: input)
      #expect(
        Self.matches(Self.lines(result.output), step.output) && Self.matches(Self.lines(result.errors), step.errors)
          && result.status == step.status,
        "$ \(step.command)\n\(result.output)--- standard error:\n\(result.errors)--- [\(result.status)]",
        sourceLocation: location)
    }
  }

  private static func lines(_ text: String) -> [String] {
    // CR LF is one character.
    var lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  private static func matches(_ lines: [String], _ wanted: [String]) -> Bool {
    guard let first = wanted.first else { return lines.isEmpty }
    if first == "…" {
      let rest = Array(wanted.dropFirst())
      return (0...lines.count).contains { matches(Array(lines[$0...]), rest) }
    }
    guard let line = lines.first, isLike(line, first) else { return false }
    return matches(Array(lines.dropFirst()), Array(wanted.dropFirst()))
  }

  /// Blanks count once: columns may be wider than the story shows them.
  private static func isLike(_ line: String, _ wanted: String) -> Bool {
    let words = { (text: String) in text.split(separator: " ").joined(separator: " ") }
    let parts = words(wanted).components(separatedBy: "…")
    var rest = Substring(words(line))
    for (place, part) in parts.enumerated() {
      if place == 0 {
        guard rest.hasPrefix(part) else { return false }
        rest = rest.dropFirst(part.count)
      } else if place == parts.count - 1 {
        return rest.hasSuffix(part)
      } else {
        guard let range = rest.range(of: part) else { return false }
        rest = rest[range.upperBound...]
      }
    }
    return rest.isEmpty
  }
}

/// A shell in a folder of its own, with the binary that was built beside these tests.
struct Shell {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("sanku-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The folder that the binary lies in: that of the running tests.
  static var binaries: String {
    let path =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return (path as NSString).deletingLastPathComponent
  }

  struct Result {
    let output: String
    let errors: String
    let bytes: Data
    let status: Int32
  }

  func run(_ command: String, input: String = "", environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.environment = [
      "PATH": Self.binaries + ":/usr/bin:/bin", "HOME": folder.path, "LC_ALL": "C.UTF-8", "SANKU_LIBRARY": "库.sanku",
    ].merging(environment) { $1 }
    let places = ["in", "out", "err"].map { folder.appendingPathComponent(".\($0)") }
    try Data(input.utf8).write(to: places[0])
    for place in places.dropFirst() { try Data().write(to: place) }
    process.standardInput = try FileHandle(forReadingFrom: places[0])
    process.standardOutput = try FileHandle(forWritingTo: places[1])
    process.standardError = try FileHandle(forWritingTo: places[2])
    try process.run()
    process.waitUntilExit()
    let output = try Data(contentsOf: places[1])
    return Result(
      output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: places[2]), as: UTF8.self),
      bytes: output, status: process.terminationStatus)
  }
}
