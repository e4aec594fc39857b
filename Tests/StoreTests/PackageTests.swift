import Domain
import Foundation
import GRDB
import Testing
import UseCases

@testable import Store

/// Packages between libraries.
@Suite struct PackageTests {
  private func projects(_ desk: PackageDesks.Desk) throws -> [Document] {
    try desk.documents("projects", under: PackageDesks.place).sorted { $0.id < $1.id }
  }

  private func message(_ body: () throws -> Void) -> String {
    do { try body() } catch let problem as PackageProblem { return problem.message.en } catch let fault as Package.Fault
    {
      return fault.message.en
    } catch let error as UseCaseError { return error.message.en } catch { return "\(error)" }
    return ""
  }

  @Test func aRegionIsHandedOverWithItsRecords() throws {
    let desks = try PackageDesks()
    #expect(try projects(desks.county).count > 3)
    let wanted = try desks.content(desks.province)
    #expect(try desks.content(desks.city) == wanted)
    #expect(try desks.content(desks.county) == wanted)
    // One home a region: above it is read-only, and no code is given out there.
    var theirs = try projects(desks.city)[0]
    theirs["content"] = .text("改写")
    #expect(message { try desks.city.save(theirs) }.contains("written in the library of 安吉县"))
    var new = Document(register: "projects", id: desks.province.environment.newID())
    new["name"] = .text("新项目")
    new["region"] = .text(PackageDesks.place)
    #expect(message { try desks.province.save(new) }.contains("read-only"))
    #expect(
      message {
        _ = try HandOverRegion.run("330523", to: "330500", in: desks.province.store, as: desks.province.environment)
      }.contains("cannot be handed over"))
    for desk in [desks.province, desks.city, desks.county] { #expect(try desk.store.verify { _ in true } == []) }
  }

  /// A library that has not got a region yet would give away what it does not hold.
  @Test func aRegionIsHandedDownOnlyOnceItCameDown() throws {
    let desks = try PackageDesks(projects: 100, handedOver: false)
    try desks.introduce(desks.province, desks.city)
    try desks.introduce(desks.city, desks.county)
    let handOver = {
      _ = try HandOverRegion.run(
        PackageDesks.place, to: PackageDesks.place, in: desks.city.store, as: desks.city.environment)
    }
    #expect(message(handOver).contains("The library of 浙江省 has not handed 安吉县 over"))
    _ = try HandOverRegion.run("330500", to: "330500", in: desks.province.store, as: desks.province.environment)
    try desks.carry(desks.province, desks.city)
    try handOver()
    try desks.carry(desks.city, desks.county)
    #expect(try desks.content(desks.county) == desks.content(desks.province))
  }

  /// A record that comes into the region later goes with all that was written of it before.
  @Test func aRecordThatComesIntoTheRegionIsWhole() throws {
    let desks = try PackageDesks(projects: 60)
    var firm = Document(register: "enterprises", id: desks.county.environment.newID())
    firm["name"] = .text("先无地区厂")
    firm["credit_code"] = .text("91330523MA2B4F6Y5W")
    firm["plant"] = .text("00")
    try desks.county.save(firm)
    let first = try desks.carry(desks.county, desks.city)
    #expect(!first.lines.contains { $0.id == firm.id })
    firm = try #require(try desks.county.store.read { try $0.document("enterprises", firm.id) })
    firm["region"] = .text(PackageDesks.place)
    try desks.county.save(firm)
    let account = try desks.carry(desks.county, desks.city)
    #expect(account.lines.first { $0.id == firm.id }?.outcome == .new)
    let there = try #require(try desks.city.store.read { try $0.document("enterprises", firm.id) })
    #expect(there["name"] == .text("先无地区厂") && there["credit_code"] == firm["credit_code"])
    #expect(there["region"] == .text(PackageDesks.place))
    #expect(try desks.city.store.verify { _ in true } == [])
    // Once it was sent, it is not sent anew.
    firm = try #require(try desks.county.store.read { try $0.document("enterprises", firm.id) })
    firm["region"] = .empty
    try desks.county.save(firm)
    try desks.carry(desks.county, desks.city)
    firm = try #require(try desks.county.store.read { try $0.document("enterprises", firm.id) })
    firm["region"] = .text(PackageDesks.place)
    try desks.county.save(firm)
    #expect(try desks.carry(desks.county, desks.city).entries == 1)
    #expect(try desks.content(desks.city) == desks.content(desks.county))
  }

  /// A row that may not be written is told so, and stands in no other row's way.
  @Test func aRefusedRowKeepsNoOtherFromBeingWritten() throws {
    let desks = try PackageDesks(projects: 60)
    let rows = [("91330523MA2B4F6Y5W", "330523"), ("91330502MA28C7R39B", "330502")].enumerated().map { place, firm in
      ImportRow(
        number: place + 2,
        cells: ["credit_code": firm.0, "plant": "00", "name": "厂\(place)", "region": firm.1])
    }
    func run(_ expected: [Int: ImportVerdict]?) throws -> [Int: ImportVerdict] {
      var options = ImportRecords.Options()
      options.isDryRun = expected == nil
      if let expected { options.expected = { expected[$0] } }
      var rest = rows[...]
      var verdicts: [Int: ImportVerdict] = [:]
      _ = try ImportRecords.run(
        try #require(Registers.named("enterprises")), { rest.popFirst() }, options: options, in: desks.city.store,
        as: desks.city.environment, each: { verdicts[$0.number] = $0 })
      return verdicts
    }
    let account = try run(nil)
    #expect(account[2]?.kind == .conflict && account[3]?.kind == .new)
    let written = try run(account)
    #expect(written[2]?.isTaken == false && written[3]?.isTaken == true)
  }

  /// Records of other regions do not come along; who names them is told of.
  @Test func linksThatLeadOutOfTheRegionAreTold() throws {
    let desks = try PackageDesks(projects: 100, handedOver: false)
    let firm = try #require(
      try desks.province.documents("enterprises", under: "330500").first { $0["region"] != .text(PackageDesks.place) })
    var project = try #require(try projects(desks.province).first)
    project["enterprise"] = .record(firm.id)
    try desks.province.save(project)
    try desks.introduce(desks.province, desks.city)
    try desks.introduce(desks.city, desks.county)
    _ = try HandOverRegion.run("330500", to: "330500", in: desks.province.store, as: desks.province.environment)
    #expect(try !desks.carry(desks.province, desks.city).loose.contains { $0.id == project.id })
    _ = try HandOverRegion.run(
      PackageDesks.place, to: PackageDesks.place, in: desks.city.store, as: desks.city.environment)
    let account = try desks.carry(desks.city, desks.county)
    let line = try #require(account.loose.first { $0.id == project.id })
    #expect(line.loose == ["enterprise"] && account.looseness?.zh.contains("\(account.loose.count)条") == true)
    #expect(line.reasons(.zh, .builtIn).contains("“企业”是别处的记录，不在本库"))
  }

  /// The account says what is other in the end, not each step on the way.
  @Test func whatWasTakenBackIsNoChange() throws {
    let desks = try PackageDesks()
    let first = try projects(desks.county)[0]
    let was = first["contact"]
    let row = ChildRow(id: desks.county.environment.newID(), values: ["year": .integer(2023)])
    var firm = try #require(try desks.county.documents("enterprises", under: PackageDesks.place).first)
    let years = firm.children["years"] ?? []
    firm.children["years"] = years.filter { $0["year"] != .integer(2023) } + [row]
    try desks.county.save(firm)
    firm = try #require(try desks.county.store.read { try $0.document("enterprises", firm.id) })
    firm.children["years"] = years
    try desks.county.save(firm)
    for (contact, remark) in [(Value.text("第一人"), "一"), (was, "二")] {
      var project = try projects(desks.county)[0]
      project["contact"] = contact
      project["remarks"] = .text(remark)
      try desks.county.save(project)
    }
    let made = try desks.made(desks.county, for: desks.city)
    let account = try desks.take(made, desks.city)
    let lines = Dictionary(account.lines.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let change = try #require(lines[first.id]?.changes.first)
    #expect(lines[first.id]?.changes.count == 1 && change.path == "remarks")
    #expect(change.before == first["remarks"] && change.after == .text("二"))
    #expect(lines[firm.id]?.outcome == .changed && lines[firm.id]?.changes == [])
  }

  @Test func aPackageIsAppliedOnceAndInItsOrder() throws {
    let desks = try PackageDesks()
    var project = try projects(desks.county)[0]
    project["contact"] = .text("第一人")
    try desks.county.save(project)
    let first = try desks.made(desks.county, for: desks.city)
    project = try projects(desks.county)[0]
    project["contact"] = .text("第二人")
    try desks.county.save(project)
    let second = try desks.made(desks.county, for: desks.city)
    let before = try desks.city.head()
    #expect(message { try desks.take(second, desks.city) }.contains("Number 1 is missing"))
    // A trial leaves nothing behind.
    #expect(try desks.take(first, desks.city, .init(isDryRun: true)).count { $0 == .changed } == 1)
    #expect(try desks.city.head() == before)
    #expect(try desks.take(first, desks.city).count { $0 == .changed } == 1)
    #expect(try desks.take(first, desks.city).isRepeated)
    let after = try desks.city.head()
    #expect(try desks.take(first, desks.city).isRepeated && desks.city.head() == after)
    #expect(try desks.take(second, desks.city).lines.count == 1)
    #expect(try projects(desks.city)[0]["contact"] == .text("第二人"))
    // A package for somebody else, and one of nobody known.
    #expect(message { try desks.take(first, desks.province) }.contains("not known"))
    // What was lost is made again, byte for byte in what counts.
    let again = try SendPackage.run(to: "330500", again: 2, in: desks.county.store, as: desks.county.environment)
    #expect(try Package.read(again.bytes).entries == Package.read(second).entries)
    let older = try SendPackage.run(to: "330500", again: 1, in: desks.county.store, as: desks.county.environment)
    #expect(try Package.read(older.bytes).entries == Package.read(first).entries && older.header.number == 1)
    #expect(
      message {
        _ = try SendPackage.run(to: "330500", again: 3, in: desks.county.store, as: desks.county.environment)
      }.contains("the last one is 2"))
  }

  @Test func whatComesCanBeProvedByBothChains() throws {
    let desks = try PackageDesks()
    let entries = try desks.county.store.read { try $0.entries(from: 1, limit: .max) }
    func value(_ entry: HistoryEntry, _ field: String) -> Value {
      entry.changes.first { $0.field == field }?.after ?? .empty
    }
    let headers = entries.filter { $0.action == ReceivePackage.action && $0.register == PackageHeader.register }
    #expect(headers.count == 1)
    let line = Array(try #require(value(headers[0], "header").text).utf8)
    let header = try #require(PackageHeader(line: line))
    #expect(header.sender.id == desks.city.store.info.id)
    #expect(LibraryKey.isSigned(line, try #require(value(headers[0], "signature").text), by: header.sender.key))
    let own = try desks.city.store.read { try ($0 as? any PackageLedger)?.links(from: 1, limit: .max).links } ?? []
    let origin = Dictionary(uniqueKeysWithValues: own.map { ($0.sequence, $0) })
    let wrapped = entries.filter { $0.action == ReceivePackage.wrapped }
    #expect(wrapped.count > 10)
    for entry in wrapped {
      let bytes = Array(try #require(value(entry, "line").text).utf8)
      let hash = try #require(value(entry, "hash").text)
      #expect(HistoryChain.hash(of: bytes, after: try #require(value(entry, "previous").text)) == hash)
      #expect(origin[try #require(value(entry, "sequence").integer)]?.line == bytes)
    }
  }

  /// Whose region is whose, who is known and what came follow from the history: `verify` finds what was changed beside it.
  @Test func whatIsKeptOfPackagesIsProved() throws {
    let desks = try PackageDesks(projects: 120)
    try desks.carry(desks.county, desks.city)
    for change in [
      "UPDATE homes SET library = randomblob(16) WHERE region = '330523'", "DELETE FROM homes",
      "UPDATE partners SET key = 'x' WHERE region = '330523'", "DELETE FROM parcels WHERE direction = 'in'",
      "UPDATE parcels SET head = head + 1 WHERE direction = 'in'",
    ] {
      let path = desks.folder + "/copy-\(UUID().uuidString).sanku"
      try desks.city.store.backup(to: path) { _ in true }
      let copy = try SQLiteStore.open(path)
      #expect(try copy.verify { _ in true } == [])
      try copy.queue.inDatabase { try $0.execute(sql: change) }
      #expect(try !copy.verify { _ in true }.isEmpty, "\(change)")
      try copy.close()
    }
  }

  @Test func conflictsAreShownAndNothingIsDone() throws {
    let desks = try PackageDesks()
    let id = try projects(desks.county)[0].id
    // A tier's own field, changed in two libraries without a filing between them.
    for (desk, words) in [(desks.county, "县里的话"), (desks.city, "市里的话")] {
      try desk.store.write(as: desk.environment) { library in
        var document = try #require(try library.document("projects", id))
        document["benchmark_waiver"] = .text(words)
        let permit = try Access.alone(desk.name).permit(.admit, Subject("projects", region: PackageDesks.place))
        try library.save(document, base: document.revision, action: "admit", note: "", permit: permit)
      }
    }
    let package = try desks.made(desks.county, for: desks.city)
    let before = try desks.city.head()
    let account = try desks.take(package, desks.city)
    guard case .conflict(let conflicts, nil) = account.obstacles.first?.outcome else {
      Issue.record("\(account.lines)")
      return
    }
    #expect(conflicts.map(\.field) == ["benchmark_waiver"] && conflicts[0].mine == .text("市里的话"))
    #expect(try desks.city.head() == before)
    #expect(try desks.take(package, desks.city, .init(choices: .init(others: .theirs))).obstacles.isEmpty)
    #expect(try projects(desks.city).first { $0.id == id }?["benchmark_waiver"] == .text("县里的话"))
  }

  /// What the county writes, the city may not change by a package; a signature does not make it the home.
  @Test func anotherLibrarysChangeOfOursIsRefused() throws {
    let desks = try PackageDesks()
    let id = try projects(desks.county)[0].id
    try desks.city.store.write(as: desks.city.environment) { library in
      var document = try #require(try library.document("projects", id))
      document["content"] = .text("市里改的")
      let permit = try Access.alone("city").permit(.edit, Subject("projects", region: PackageDesks.place))
      try library.save(document, base: document.revision, action: "save", note: "", permit: permit)
    }
    let account = try desks.take(try desks.made(desks.city, for: desks.county), desks.county)
    #expect(account.obstacles.count == 1)
    #expect(try projects(desks.county).first { $0.id == id }?["content"] != .text("市里改的"))
  }

  @Test func damagedPackagesAreRefusedAndChangeNothing() throws {
    let desks = try PackageDesks()
    var project = try projects(desks.county)[0]
    project["contact"] = .text("某人")
    try desks.county.save(project)
    let sound = try desks.made(desks.county, for: desks.city)
    let before = try desks.city.head()
    var dice = Dice(11)
    for _ in 0..<1500 {
      var bytes = sound
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        guard !bytes.isEmpty else { break }
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
        default: bytes.removeLast(min(bytes.count, Int.random(in: 1...200, using: &dice)))
        }
      }
      guard bytes != sound else { continue }
      #expect(!message { try desks.take(bytes, desks.city) }.isEmpty)
    }
    for text in ["", "\n", "sanku-package 1\n", "sanku-package 1\nH \nS \n", "sanku-package 2\nH x\nS y\n"] {
      #expect(!message { try desks.take(Array(text.utf8), desks.city) }.isEmpty)
    }
    #expect(try desks.city.head() == before)
  }

  /// What a partner signed may still be nonsense: it is refused or taken, and the library stays sound.
  @Test func signedNonsenseLeavesTheLibrarySound() throws {
    let desks = try PackageDesks()
    var project = try projects(desks.county)[0]
    project["contact"] = .text("某人")
    try desks.county.save(project)
    let sound = try Package.read(try desks.made(desks.county, for: desks.city))
    let kept = try desks.county.store.read { try ($0 as? any PackageLedger)?.signingKey() }
    let key = try #require(kept.flatMap { $0 }.flatMap(LibraryKey.init(kept:)))
    var dice = Dice(12)
    var taken = 0
    for round in 0..<200 {
      var package = sound
      package.entries = sound.entries.compactMap { entry in
        var line = entry.link.line
        for _ in 0..<Int.random(in: 1...3, using: &dice) {
          let place = Int.random(in: 0..<line.count, using: &dice)
          line[place] = UInt8(ascii: "a") + UInt8.random(in: 0..<26, using: &dice)
        }
        guard let changed = try? CanonicalReader.entry(line), changed.sequence == entry.link.sequence else {
          return nil
        }
        let hash = HistoryChain.hash(of: line, after: entry.previous)
        return Package.Entry(
          link: .init(sequence: changed.sequence, line: line, hash: hash), previous: entry.previous, entry: changed)
      }
      let bytes = try package.sealed(by: key)
      let account = try? desks.take(bytes, desks.city, .init(isDryRun: round != 199))
      if account?.obstacles.isEmpty == true { taken += 1 }
    }
    #expect(taken > 0)
    #expect(try desks.city.store.verify { _ in true } == [])
  }
}
