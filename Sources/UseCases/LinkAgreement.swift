import Domain

/// Leads an agreement of an event to the project that it became 签约转为项目.
package enum LinkAgreement {
  /// A project of the agreement's enterprise.
  package struct Candidate: Hashable, Sendable {
    /// The project.
    package let id: RecordID
    /// Its name.
    package let name: String
    /// Its library code.
    package let code: String
  }

  /// How many projects are offered.
  private static let most = 12

  /// Why the agreement cannot become a project; nil where it can.
  package static func refusal(_ event: Document, _ row: RecordID) -> Label? {
    guard let agreement = agreement(event, row) else {
      return Label(zh: "先把光标移到“对接签约”的一条上", en: "Put the cursor on an agreement first")
    }
    if agreement.project != nil {
      return Label(zh: "这条签约已转为项目", en: "This agreement has its project already")
    }
    if agreement.enterprise == nil {
      return Label(zh: "这条签约没有企业，请先补上", en: "This agreement has no enterprise; give it one first")
    }
    guard agreement.signedOn == nil else { return nil }
    return Label(zh: "还没有签约日期，意向签约后才转为项目", en: "It has no day of signing; an intention is signed first")
  }

  /// The projects of its enterprise, the newest first.
  package static func candidates(_ event: Document, _ row: RecordID, in store: any Store) throws -> [Candidate] {
    guard let firm = agreement(event, row)?.enterprise else { return [] }
    let query = Query(
      register: Project.schema.id, filter: .where("enterprise", .equal, .record(firm)),
      sort: [Sort("library_code", descending: true)])
    let list = try store.list(query)
    return try list.rows(0..<min(most, list.count()), fields: ["name", "library_code"]).map {
      Candidate(id: $0.id, name: $0["name"].plain, code: $0["library_code"].plain)
    }
  }

  /// A new project with what the agreement says, not saved yet; nil where there is no such agreement.
  package static func project(
    _ event: Document, _ row: RecordID, in store: any Store, as environment: Environment
  ) throws -> Document? {
    guard let agreement = agreement(event, row), let firm = agreement.enterprise else { return nil }
    let (holder, provider) = try store.read { library in
      (
        try library.document(Enterprise.schema.id, firm),
        try agreement.provider.flatMap { try library.document(Provider.schema.id, $0) }
      )
    }
    var project = Project()
    project.id = environment.newID()
    project.enterprise = firm
    project.region = holder?["region"].text ?? ""
    project.name = String(agreement.content.prefix(60))
    project.content = agreement.content
    project.investmentDeclared = agreement.amount
    project.provider = provider?["name"].text ?? ""
    project.contact = holder?["contact"].text ?? ""
    project.phone = holder?["phone"].text ?? ""
    return Project.schema.document(project)
  }

  /// Names the project in the agreement and saves the event.
  package static func link(
    _ event: RecordID, _ row: RecordID, to project: RecordID, in store: any Store, as environment: Environment
  ) throws -> SavedRecord {
    guard let found = try store.read({ try $0.document(PromotionEvent.schema.id, event) }) else {
      throw StoreError.conflict(current: nil)
    }
    var record = PromotionEvent.schema.record(found)
    guard let place = record.agreements.firstIndex(where: { $0.id == row }) else {
      throw StoreError.conflict(current: nil)
    }
    record.agreements[place].project = project
    record.agreements[place].state = "converted"
    return try SaveRecord.run(
      PromotionEvent.schema.document(record), base: found.revision, in: store, as: environment)
  }

  private static func agreement(_ event: Document, _ row: RecordID) -> Agreement? {
    PromotionEvent.schema.record(event).agreements.first { $0.id == row }
  }
}
