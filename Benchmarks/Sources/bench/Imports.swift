import Foundation
import Glibc
import TestTerminal

/// Spreadsheets of a hundred thousand rows in and out beside openpyxl, and what others feel while they are written.
struct Imports {
  let binary: String
  let library: Library
  let folder: String
  private static let rows = 100_000
  private static let python = "/usr/bin/python3"

  /// Prints what it measures, with the budgets.
  func show() {
    let (sheet, text, small) = (folder + "/rows.xlsx", folder + "/rows.csv", folder + "/few.csv")
    defer { for path in [sheet, text, small, folder + "/out.xlsx"] { unlink(path) } }
    guard Self.write(rows: Self.rows, to: text), Self.write(rows: 1000, to: small) else { return }
    print("\nspreadsheets of \(Self.rows) rows and 7 columns")
    guard let copy = copied() else { return print("  could not be measured") }
    defer { for ending in ["", ".lock", "-journal"] { unlink(copy + ending) } }
    // One hold of everybody at most, and nobody else's key waits.
    print("  while \(Self.rows) rows are written, 4 people walk a list")
    feel(copy, text, hold: 3000)
    print("  while 1000 rows are written, 4 people walk a list")
    feel(copy, small, hold: 100)
    peers(copy, sheet, text)
  }

  private func peers(_ copy: String, _ sheet: String, _ text: String) {
    let out = folder + "/out.xlsx"
    if let peer = python(Self.writing, sheet, text) { Self.rate("openpyxl writes XLSX (write-only)", peer, nil) }
    if let peer = python(Self.reading, sheet, text) { Self.rate("openpyxl reads XLSX (read-only)", peer, nil) }
    // The same sheet is in the library by now: each row is looked up, read and compared.
    let account = Self.run([binary, "import", "enterprises", sheet, "--dry-run", "--library", copy, "--quiet"])
    Self.rate("account of the XLSX, all rows known", account.seconds, 25_000)
    Self.line("  peak memory of that account", account.megabytes, "MiB", 250)
    let fields = "credit_code,name,region,state,address,contact,remarks"
    let written = Self.run([
      binary, "list", "enterprises", "--columns", fields, "-o", out, "--library", copy, "--quiet",
    ])
    Self.rate("XLSX written", written.seconds, 80_000)
    Self.line("  peak memory of that", written.megabytes, "MiB", 250)
  }

  /// Four people press a key ten times a second each until the import ends.
  private func feel(_ copy: String, _ file: String, hold: Double) {
    let seats = (0..<4).compactMap { _ in seat(copy) }
    guard seats.count == 4 else { return print("    could not be measured") }
    let felt = (0..<4).map { _ in Felt() }
    let (room, running) = (DispatchGroup(), Flag())
    for (place, seat) in seats.enumerated() {
      room.enter()
      Thread {
        var turn = 0
        while running.isSet {
          let time = seat.probe.press(turn % 20 < 10 ? "<Down>" : "<Up>", quiet: 5).shown
          if !time.isNaN { felt[place].add(time) }
          turn += 1
          usleep(80_000)
        }
        room.leave()
      }.start()
    }
    let outcome = Self.run([binary, "import", "enterprises", file, "--library", copy, "--quiet"])
    usleep(300_000)
    running.clear()
    room.wait()
    let told = seats.count { Data($0.probe.session.output).range(of: Data("正在写入".utf8)) != nil }
    for seat in seats { seat.probe.session.signal(SIGTERM) }
    // The commit is each person's longest wait; every other key is an ordinary one.
    let others = felt.flatMap { $0.times.sorted().dropLast() }
    print("    import took \(Table.number(outcome.seconds)) s, \(others.count + 4) keys, status \(outcome.status)")
    Self.line("  key until its frame, 99th but for the commit", others.worst, "ms", 100)
    Self.line("  longest wait", felt.compactMap { $0.times.max() }.max() ?? .nan, "ms", hold)
    print("    told 正在写入: \(told) of 4")
  }

  // MARK: people

  private final class Felt: @unchecked Sendable {
    private(set) var times: [Double] = []
    func add(_ time: Double) { times.append(time) }
  }

  private final class Flag: @unchecked Sendable {
    private let lock = NSLock()
    private var value = true
    var isSet: Bool { lock.withLock { value } }
    func clear() { lock.withLock { value = false } }
  }

  /// A probe that one thread alone uses from now on.
  private struct Seat: @unchecked Sendable {
    let probe: Probe
  }

  private func seat(_ copy: String) -> Seat? {
    guard let probe = Probe([binary, copy], environment: Library.day), probe.ready("浙江") != nil else { return nil }
    probe.session.settle()
    probe.press("2")
    return Seat(probe: probe)
  }

  // MARK: programs

  private func copied() -> String? {
    let copy = library.path + ".sheets.sanku"
    unlink(copy)
    return Self.run([binary, "backup", copy, "--library", library.path, "--quiet"]).status == 0 ? copy : nil
  }

  private func python(_ script: String, _ path: String, _ text: String) -> Double? {
    let outcome = Self.run([Self.python, "-c", script, path, "\(Self.rows)", text])
    return outcome.status == 0 ? outcome.seconds : nil
  }

  /// Runs a program to its end, nothing of what it prints shown: its status, seconds and highest memory.
  private static func run(_ command: [String]) -> (status: Int32, seconds: Double, megabytes: Double) {
    let begin = now()
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    let settings = ProcessInfo.processInfo.environment.merging(Library.day) { $1 }
    var environment: [UnsafeMutablePointer<CChar>?] = settings.map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + environment { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var pid: pid_t = 0
    guard posix_spawn(&pid, command[0], &actions, nil, &words, &environment) == 0 else { return (-1, .nan, .nan) }
    var (status, usage) = (Int32(0), rusage())
    wait4(pid, &status, 0, &usage)
    return ((status >> 8) & 0xFF, (now() - begin) / 1000, Double(usage.ru_maxrss) / 1024)
  }

  // MARK: rows

  private static let headings = "credit_code,plant,name,region,state,address,remarks"
  private static let letters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let syllables = Array("安邦昌成达德东丰富光广国海恒弘华汇吉佳建江金锦京景凯科立利联龙美明南宁鹏启庆瑞润三盛顺泰天通万旺伟祥新鑫兴旭亚阳易永宇元远悦云泽振正志中众")

  /// Firms that no library has, in CSV.
  private static func write(rows: Int, to path: String) -> Bool {
    var text = headings + "\n"
    for number in 0..<rows {
      let (many, place) = (syllables.count, rows + number)
      let name = String([place, place / many, place / many / many].map { syllables[$0 % many] })
      text += "\(code(place)),00,\(name)机械制造有限公司,330523,running,递铺街道\(number)号,第\(number)行\n"
    }
    return FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
  }

  /// A credit code with both check characters right (GB 32100, GB 11714).
  private static func code(_ number: Int) -> String {
    let body = Array(String(format: "MA%06d", number).utf8)
    let sum = zip(body, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { $0 + Int($1.0 < 0x41 ? $1.0 - 0x30 : $1.0 - 55) * $1.1 }
    let check = 11 - sum % 11
    var code = Array("91330523".utf8) + body + [check == 10 ? 0x58 : check == 11 ? 0x30 : UInt8(0x30 + check)]
    var (total, weight) = (0, 1)
    for letter in code {
      total += (letters.firstIndex(of: letter) ?? 0) * weight
      weight = weight * 3 % 31
    }
    code.append(letters[(31 - total % 31) % 31])
    return String(decoding: code, as: UTF8.self)
  }

  private static let writing = """
    import csv, openpyxl, sys
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in csv.reader(open(sys.argv[3])):
        sheet.append(row)
    book.save(sys.argv[1])
    """

  private static let reading = """
    import openpyxl, sys
    book = openpyxl.load_workbook(sys.argv[1], read_only=True)
    assert sum(1 for row in book.worksheets[0].iter_rows(values_only=True)) == int(sys.argv[2]) + 1
    """

  private static func rate(_ name: String, _ seconds: Double, _ budget: Double?) {
    let rate = Double(rows) / seconds
    let compared = budget.map {
      "budget \(Table.number($0))  x\(String(format: "%.2f", $0 / rate))\(rate < $0 ? "  OVER" : "")"
    }
    print(
      "  " + name.padding(toLength: 56, withPad: " ", startingAt: 0) + "\(Table.number(rate)) rows/s  \(compared ?? "")"
    )
  }

  private static func line(_ name: String, _ value: Double, _ unit: String, _ budget: Double) {
    print(
      "  " + name.padding(toLength: 56, withPad: " ", startingAt: 0) + "\(Table.number(value)) \(unit)  "
        + "budget \(Table.number(budget))  x\(String(format: "%.2f", value / budget))\(value > budget ? "  OVER" : "")")
  }
}
