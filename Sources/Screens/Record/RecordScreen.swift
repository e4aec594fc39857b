import Domain
import Terminal
import UseCases
import Widgets

/// One record full screen, on tabs: its fields, lists, links, and its history; or as it was at a moment.
package struct RecordScreen: Screen {
  /// A line and one of its stops.
  struct Spot: Hashable {
    var line = 0
    var stop = 0
  }

  package let tab: TabID
  let register: Register
  let tabs: [RecordTab]
  let reference: ReferenceTables
  let today: Day
  /// Who looks at it.
  let person: String
  let writing: Writing
  /// The list that it was opened from, for the next and the previous record.
  let list: (any RecordList)?
  /// Entries up to and with this one are what is shown; nil shows the record as it is.
  let moment: HistoryEntry?
  var id: RecordID
  var content: RecordContent?
  var current = 0
  var lines: [RecordLine] = []
  var gantt: Gantt?
  var spot = Spot()
  var top = 0
  var place: (index: Int, count: Int)?
  var size = Size(width: 80, height: 21)
  var language: Language

  package static var actions: ActionTable<RecordScreen> { RecordActions.table }

  /// `list` is the list behind it; `at` shows the record as it was after that entry.
  package init(
    _ register: Register, _ id: RecordID, tab: TabID, _ services: Services, list: (any RecordList)? = nil,
    at moment: HistoryEntry? = nil
  ) {
    self.register = register
    self.id = id
    self.tab = tab
    self.list = list
    self.moment = moment
    reference = services.reference
    today = services.today
    person = services.environment.actor.person
    writing = Writing(register.id, services)
    language = services.language
    let all = RecordTab.all(register)
    // The record as it was has its fields and lists; what links to it is as it is now.
    tabs = moment == nil ? all : all.filter { !$0.blocks.contains(.history) }
  }

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    content = try RecordContent.read(register, id, services)
    if let moment { try show(at: moment, services) }
    place = try list.flatMap { list in try list.place(of: id).map { ($0, try list.count()) } }
    layOut()
  }

  private mutating func show(at moment: HistoryEntry, _ services: Services) throws {
    let entries = (content?.entries ?? []).reversed().filter { $0.sequence <= moment.sequence }
    guard var then = RecordContent.replay(entries[...]) else { return content = nil }
    // Names that come over links are not in the history: they are filled from the links as they are.
    let context = services
    then = try context.store.read { library in
      var carried = then
      register.derive(&carried, DeriveContext(reference: context.reference, library: library))
      for field in register.fields where field.isCarried && then[field.id].isEmpty {
        then[field.id] = carried[field.id]
      }
      return then
    }
    content?.document = then
    content?.titles = try services.store.read { try RecordContent.titles(then, register, $0) }
    content?.links = [:]
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    guard size != self.size else { return }
    self.size = size
    layOut()
  }

  /// Lines of the page below the heading and the tabs.
  var pageRows: Int { max(1, size.height - 2 - ganttRows) }
  var ganttRows: Int { gantt.map { min($0.wantedHeight + 1, max(0, size.height - 6)) } ?? 0 }

  mutating func layOut() {
    guard let content, tabs.indices.contains(current) else {
      lines = []
      return
    }
    let pages = RecordPages(
      register: register, content: content, reference: reference, language: language, today: today,
      width: max(10, size.width))
    lines = pages.lines(tabs[current])
    gantt =
      tabs[current].blocks.contains(.gantt)
      ? RecordGantt.chart(content.document, language, today: today) : nil
    if spot.line >= lines.count || lines[spot.line].stops.isEmpty { goToFirst() }
    spot.stop = min(spot.stop, max(0, stops(spot.line).count - 1))
    scroll()
  }

  func stops(_ line: Int) -> [Int] { lines.indices.contains(line) ? lines[line].stops : [] }

  mutating func goToFirst() {
    spot = Spot(line: lines.firstIndex { !$0.stops.isEmpty } ?? 0, stop: 0)
    top = 0
  }

  /// Moves the page as little as the cursor needs; the first lines come with the first stop.
  mutating func scroll() {
    if spot.line <= (lines.firstIndex { !$0.stops.isEmpty } ?? 0) { return top = 0 }
    top = min(max(top, spot.line - pageRows + 1), spot.line)
    top = max(0, min(top, lines.count - pageRows))
  }

  var piece: RecordLine.Piece? {
    let stops = stops(spot.line)
    return stops.indices.contains(spot.stop) ? lines[spot.line].pieces[stops[spot.stop]] : nil
  }

  package var status: Widgets.Frame.Message? {
    let zh = language == .zh
    if let moment {
      let text = zh ? "这是 \(moment.at.local) 时的记录，只能看" : "The record as it was at \(moment.at.local), read only"
      return Widgets.Frame.Message(CleanText(text), kind: .warning)
    }
    guard let content else {
      return Widgets.Frame.Message(CleanText(zh ? "记录已不存在" : "The record is gone"), kind: .warning)
    }
    var parts: [String] = []
    if let place {
      parts.append(
        zh ? "第\(thin(place.index + 1))/\(thin(place.count))项" : "\(thin(place.index + 1)) of \(thin(place.count))")
    }
    parts.append(zh ? "第\(content.document.revision)版" : "revision \(content.document.revision)")
    if let last = content.entries.first { parts.append("\(last.at.local) \(last.person)") }
    return Widgets.Frame.Message(CleanText(" " + parts.joined(separator: "  ")))
  }

  package func explanation(_ services: Services) -> Question? {
    if let field = piece?.field { return Explanation.of(field, register) }
    if case .field(let field)? = piece?.target { return Explanation.of(field, register) }
    if case .figure(let name)? = piece?.target { return Registers.measures[name].map(Explanation.of) }
    return nil
  }
}
