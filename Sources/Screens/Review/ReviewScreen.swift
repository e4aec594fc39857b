import Domain
import Terminal
import UseCases
import Widgets

/// 审核: what waits for the person's tiers, by batch, oldest first; beside it what changed and what the rules say.
package struct ReviewScreen: Screen {
  /// One line of the inbox.
  enum Line: Hashable {
    case group(String)
    case item(RecordID)
  }

  enum Pane: Hashable { case inbox, detail }

  let id: RecordID
  let reference: ReferenceTables
  let today: Day
  var inbox: ReviewInbox
  var cursor: Line?
  var top = 0
  /// Groups that are folded, by their names.
  var folded: Set<String> = []
  var marked: Set<RecordID> = []
  var pane = Pane.inbox
  var detail: ReviewDetail?
  var detailLines: [RecordLine] = []
  var detailTop = 0
  /// The box in which faults are gathered; nil while nothing is being returned.
  var returning: ReturnPanel?
  /// Number of the last document, offered again for the next.
  var document = ""
  var size = Size(width: 80, height: 21)
  var language: Language

  /// What waits for the person's tiers is read when it is first shown.
  package init(_ services: Services) {
    id = services.environment.newID()
    inbox = ReviewInbox.empty
    reference = services.reference
    today = services.today
    language = services.language
  }

  package static var actions: ActionTable<ReviewScreen> { ReviewActions.table }
  package var tab: TabID { .review }
  package var ownsKeys: Bool { returning != nil }
  package var isTyping: Bool { returning != nil }
  package var hasUnsaved: Bool { returning?.faults.isEmpty == false }

  // MARK: lines

  static func name(_ group: ReviewInbox.Group) -> String {
    "\(group.region)/\(group.tier.rawValue)/\(group.batch)/\(group.since?.iso ?? "")"
  }

  var lines: [Line] {
    inbox.groups.flatMap { group -> [Line] in
      let name = Self.name(group)
      return [.group(name)] + (folded.contains(name) ? [] : group.items.map { .item($0.id) })
    }
  }

  func group(_ name: String) -> ReviewInbox.Group? { inbox.groups.first { Self.name($0) == name } }

  var items: [ReviewInbox.Item] { inbox.groups.flatMap(\.items) }

  /// The record under the cursor.
  var current: ReviewInbox.Item? {
    guard case .item(let id) = cursor else { return nil }
    return items.first { $0.id == id }
  }

  /// The marked records in their order, else the one under the cursor.
  var chosen: [ReviewInbox.Item] {
    let marked = items.filter { self.marked.contains($0.id) }
    return marked.isEmpty ? [current].compactMap { $0 } : marked
  }

  package var status: Widgets.Frame.Message? {
    guard inbox.count > 0 else {
      return Widgets.Frame.Message(
        CleanText(Label(zh: "没有待审的申报", en: "Nothing waits for a review")[language]), kind: .good)
    }
    let oldest = items.compactMap(\.filing.submittedOn).min()
    let limit = items.map(\.limit).min() ?? TierRules.usualReviewDays
    let day = Value.day(oldest ?? today).shown(.day, language, reference, year: today.year)
    var said = Label(
      zh: "待审 \(inbox.groups.count)批 \(inbox.count)项   最早 \(day) (\(inbox.longestWait)个工作日，限\(limit))",
      en: counted(inbox.count, "record waits", "records wait") + " in "
        + counted(inbox.groups.count, "batch", "batches")
        + ", the oldest since \(day) (\(inbox.longestWait) of \(limit) working days)")
    if !marked.isEmpty {
      said = Label(zh: said.zh + "   已标记\(marked.count)项", en: said.en + ", \(marked.count) marked")
    }
    return Widgets.Frame.Message(
      CleanText(said[language]), kind: inbox.longestWait > limit ? .warning : .plain)
  }

  // MARK: reading

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    let before = lines
    inbox = try ReviewInbox.read(in: services.store, as: services.environment)
    marked.formIntersection(items.map(\.id))
    settle(after: before)
    try readDetail(services)
  }

  /// Keeps the cursor on its line; where that is gone, on the next record.
  private mutating func settle(after before: [Line]) {
    let lines = lines
    if let cursor, lines.contains(cursor) { return }
    let place = cursor.flatMap { before.firstIndex(of: $0) } ?? 0
    let rest = before.dropFirst(place).first { lines.contains($0) && isItem($0) }
    cursor = rest ?? lines.last(where: isItem) ?? lines.first
    if before.isEmpty { cursor = lines.first(where: isItem) ?? lines.first }
  }

  func isItem(_ line: Line) -> Bool { if case .item = line { true } else { false } }

  /// Reads what stands beside the inbox.
  mutating func readDetail(_ services: Services) throws {
    detail = try current.flatMap { try ReviewDetail.read($0, services) }
    layOut()
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    layOut()
  }

  mutating func layOut() {
    let areas = areas
    detailLines = detail.map { ReviewPages(detail: $0, reference, language, today, areas.detail.width).lines } ?? []
    detailTop = min(detailTop, max(0, detailLines.count - areas.detail.height))
    let place = cursor.flatMap { lines.firstIndex(of: $0) } ?? 0
    top = min(max(top, place - max(1, areas.inbox.height) + 1), place)
    top = max(0, min(top, lines.count - 1))
  }

  package func explanation(_ services: Services) -> Question? {
    .show(
      title: Label(zh: "审核", en: "Review"),
      text: Label(
        zh: """
          本级待审的申报，按来源地区和批次，最早的在前。右侧是自本级上次所见以来的改动、规则检查和三张清单核对。
          同意后记入库日期和文号；退回须写明字段和原因，申报人改后重新上报。自己填报或上报的不能自己审。
          """,
        en: """
          What waits for your tier, by region and batch, the oldest first. Beside it: what changed since the tier saw it \
          last, what the rules find, and the three lists. An admission is dated and has its document number; a return \
          names fields and reasons. Nobody reviews what they typed or submitted.
          """))
  }
}
