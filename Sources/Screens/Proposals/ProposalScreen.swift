import Domain
import Terminal
import UseCases
import Widgets

/// Proposals with their reasons: providers that fit, experts without interest, enterprises to be inspected.
package struct ProposalScreen: Screen {
  /// What is proposed, and what for.
  enum Purpose {
    case providers(Document)
    case experts(Document)
    case inspections(year: Int, region: String)
  }

  /// One proposal: the record it leads to, what is shown of it, and why.
  struct Row {
    let register: String
    let id: RecordID
    let title: String
    /// Score, or the region.
    let note: String
    /// A mark beside it: a key energy user.
    let flag: String
    let reasons: [Label]
  }

  package let tab: TabID
  let id: RecordID
  let purpose: Purpose
  let reference: ReferenceTables
  let today: Day
  var rows: [Row] = []
  var inspections: [InspectionProposal] = []
  /// Experts left out for an interest.
  var avoided = 0
  var cursor = 0
  var topRow = 0
  var marked: Set<RecordID> = []
  var size = Size(width: 80, height: 21)
  var language: Language

  private init(_ purpose: Purpose, tab: TabID, _ services: Services) {
    self.purpose = purpose
    self.tab = tab
    id = services.environment.newID()
    reference = services.reference
    today = services.today
    language = services.language
  }

  /// Providers for an enterprise or a project.
  static func providers(for document: Document, tab: TabID, _ services: Services) -> ProposalScreen {
    ProposalScreen(.providers(document), tab: tab, services)
  }

  /// Experts for a project.
  static func experts(for document: Document, tab: TabID, _ services: Services) -> ProposalScreen {
    ProposalScreen(.experts(document), tab: tab, services)
  }

  /// The year's list of inspections in a region.
  static func inspections(year: Int, region: String, tab: TabID, _ services: Services) throws -> ProposalScreen {
    ProposalScreen(.inspections(year: year, region: region), tab: tab, services)
  }

  /// The question whose answer goes to `chosen(_:for:tab:_:)`.
  static let question = "suggest"

  /// What to do for a record: its providers, or where experts may be asked too, the question which.
  static func asked(for document: Document, tab: TabID, _ services: Services) -> [Effect] {
    guard document.register == Project.schema.id else {
      return [.open(providers(for: document, tab: tab, services))]
    }
    let items = [Label(zh: "服务商", en: "Providers"), Label(zh: "评审专家", en: "Experts")]
    return [.ask(question, .choose(title: Label(zh: "推荐", en: "Propose"), items: items, current: 0))]
  }

  /// What was chosen of the question.
  static func chosen(_ choice: Int, for document: Document, tab: TabID, _ services: Services) -> ProposalScreen {
    choice == 0 ? providers(for: document, tab: tab, services) : experts(for: document, tab: tab, services)
  }

  package static var actions: ActionTable<ProposalScreen> { ProposalActions.table }

  var row: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  /// Whether the marked ones can be taken up: providers are only proposed.
  var isTakenUp: Bool { if case .providers = purpose { false } else { true } }

  var title: Label {
    switch purpose {
    case .providers(let document):
      Label(zh: "服务商推荐：\(name(document))", en: "Providers for \(name(document))")
    case .experts(let document):
      Label(zh: "评审专家建议：\(name(document))", en: "Experts for \(name(document))")
    case .inspections(let year, let region):
      Label(
        zh: "\(year)年监察名单建议：\(reference.regions[region]?.name ?? region)",
        en: "Proposed for inspection in \(year): \(reference.regions[region]?.name ?? region)")
    }
  }

  private func name(_ document: Document) -> String { document["name"].plain }

  package var status: Widgets.Frame.Message? {
    var zh = "\(rows.count)项"
    var en = counted(rows.count, "proposal")
    if !marked.isEmpty {
      zh += "，已标记\(marked.count)"
      en += ", \(marked.count) marked"
    }
    if avoided > 0 {
      zh += "；因利害关系回避\(avoided)人"
      en += "; \(avoided) left out for an interest"
    }
    let place = rows.isEmpty ? "" : "\(cursor + 1)/"
    return Widgets.Frame.Message(CleanText(" " + Label(zh: place + zh, en: place + en)[language]))
  }

  // MARK: reading

  package mutating func refresh(_ services: Services) throws {
    language = services.language
    switch purpose {
    case .providers(let document):
      let need = ProposeProviders.need(of: document)
      let fits = try need.map { try ProposeProviders.run($0, limit: 50, in: services.store, today: today) } ?? []
      rows = fits.map {
        Row(
          register: Provider.schema.id, id: $0.id, title: $0.name, note: "\($0.score)", flag: "", reasons: $0.reasons)
      }
    case .experts(let document):
      let current = try services.store.read { try $0.document(document.register, document.id) } ?? document
      let found = try ProposeExperts.run(current, limit: 50, in: services.store, today: today)
      avoided = found.avoided
      rows = found.fits.map {
        Row(
          register: Expert.schema.id, id: $0.id, title: "\($0.name) \($0.employer)", note: "\($0.score)", flag: "",
          reasons: $0.reasons)
      }
    case .inspections(let year, let region):
      inspections = try ProposeInspections.run(year: year, region: region, in: services.store, today: today)
      rows = inspections.map { proposal in
        Row(
          register: Enterprise.schema.id, id: proposal.enterprise, title: proposal.name,
          note: reference.regions[proposal.region]?.name ?? "",
          flag: proposal.isKeyUser ? Label(zh: "重点", en: "key")[language] : "", reasons: proposal.words)
      }
    }
    marked.formIntersection(rows.map(\.id))
    settle()
  }

  package mutating func resize(_ size: Size, _ services: Services) throws {
    self.size = size
    settle()
  }

  /// Rows between the heading and the reasons.
  var pageRows: Int { max(1, size.height - 2 - reasonRows) }
  var reasonRows: Int { size.height >= 12 ? 6 : size.height >= 7 ? 3 : 0 }

  mutating func settle() {
    cursor = min(max(0, cursor), max(0, rows.count - 1))
    topRow = min(max(topRow, cursor - pageRows + 1), cursor)
    topRow = max(0, min(topRow, rows.count - pageRows))
  }

  package func explanation(_ services: Services) -> Question? {
    let (text, clause): (Label, String) =
      switch purpose {
      case .providers:
        (
          Label(
            zh: "区域就近、行业对口：服务区域包含所在地；按所在地远近(40/32/20/8)、行业小类至领域一致(40/34/28/22)、业绩和评价、最近考评计分。",
            en:
              "Near and at home in the trade: serves the region; points for distance in the tree of regions (40/32/20/8), the same class down to the same sector (40/34/28/22), works, marks and the last review."
          ), "三(一)1"
        )
      case .experts:
        (
          Label(
            zh: "在聘、领域一致的专家；本地区、本单位、回避单位的不列；评审专长、改造领域一致的加分，待评多的减分。",
            en:
              "Experts who serve, of the project's sector; none of its region, employer or a firm to be avoided; review skills and the focus area add, awaited opinions take."
          ), "三(七)15"
        )
      case .inspections:
        (
          Label(
            zh: "碳效5级或高碳且4级、一年内未监察的，劣于基准的生产线，用能(预计)超预算，上年有违法行为的；重点用能单位在前，已列入当年名单的不再列。",
            en:
              "Level 5, or high carbon at level 4, not inspected within a year; lines below the baseline; budgets overrun; last year's violators. Key energy users first; who is on the year's list already is left out."
          ), "三(六)13"
        )
      }
    return .show(title: title, text: text, clause: clause)
  }
}
