import Domain
import UseCases

/// Taking back a whole import of a list, from the list.
enum ImportUndoing {
  /// How many are offered.
  private static let most = 9

  private static func batches(_ register: Register, _ services: Services) throws -> [ImportBatch] {
    try ImportBatches.all(in: services.store).filter { $0.register == register.id && !$0.isUndone }.prefix(most).map {
      $0
    }
  }

  static func ask(_ register: Register, _ services: Services) throws -> [Effect] {
    let batches = try batches(register, services)
    guard !batches.isEmpty else {
      return [.say(Label(zh: "这张清单没有可撤销的导入", en: "This list has no import to undo"))]
    }
    let items = batches.map { batch in
      Label(
        zh: "\(batch.at.day.iso) \(batch.person) \(batch.source)：新增\(batch.new) 修改\(batch.changed)",
        en: "\(batch.at.day.iso) \(batch.person) \(batch.source): \(batch.new) new, \(batch.changed) changed")
    }
    let ids = batches.map(\.id).joined(separator: " ")
    return [
      .ask("undoImport \(ids)", .choose(title: Label(zh: "撤销哪次导入", en: "Undo which import"), items: items, current: 0))
    ]
  }

  /// nil where the question is another one's.
  static func answer(_ answer: Answer, to question: String, _ register: Register, _ services: Services) throws
    -> [Effect]?
  {
    switch (question, answer) {
    case (let name, .chosen(let place)) where name.hasPrefix("undoImport "):
      // Those that were shown: others may have come since.
      let ids = name.split(separator: " ").dropFirst()
      guard place < ids.count,
        let batch = try ImportBatches.all(in: services.store).first(where: { $0.id == ids[ids.startIndex + place] })
      else { return [] }
      let looked = try UndoImport.run(batch, isDryRun: true, in: services.store, as: services.environment)
      let left = looked.left.prefix(5).map {
        Label(zh: "“\($0.title)”\($0.reason.zh)", en: "“\($0.title)” \($0.reason.en)")
      }
      let more =
        left.isEmpty
        ? Label(zh: "", en: "")
        : Label(
          zh: "\n以下\(looked.left.count)条保留：\n" + left.map(\.zh).joined(separator: "\n"),
          en: "\nThese \(looked.left.count) are left:\n" + left.map(\.en).joined(separator: "\n"))
      return [
        .ask(
          "undoImport.\(batch.id)",
          .confirm(
            title: Label(zh: "撤销导入", en: "Undo the import"),
            text: Label(
              zh: "撤销“\(batch.source)”的\(looked.undone)条？\(more.zh)",
              en: "Undo \(counted(looked.undone, "record")) of “\(batch.source)”?\(more.en)"),
            yes: Label(zh: "撤销", en: "undo")))
      ]
    case (let name, .yes) where name.hasPrefix("undoImport."):
      let id = String(name.dropFirst(11))
      guard let batch = try ImportBatches.all(in: services.store).first(where: { $0.id == id }) else { return [] }
      let outcome = try UndoImport.run(batch, in: services.store, as: services.environment)
      return [
        .say(
          Label(
            zh: "已撤销\(outcome.undone)条，保留\(outcome.left.count)条",
            en: "\(counted(outcome.undone, "record")) undone, \(outcome.left.count) left"), .good)
      ]
    default: return name(question) ? [] : nil
    }
  }

  private static func name(_ question: String) -> Bool { question.hasPrefix("undoImport") }
}
