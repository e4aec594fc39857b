import ArgumentParser
import Domain
import Interchange

/// Prints the data dictionary.
struct SchemaCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "schema",
      abstract: say("数据字典：清单、字段、单位、代码、规则", "The data dictionary: registers, fields, units, codes, rules"))
  }

  @Argument(help: ArgumentHelp(say("清单；不写则列出所有清单", "register; without one all registers are listed")))
  var register: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    Interruption.watch()
    let register = try register.map(Session.register)
    let output = try Output(options.output)
    if options.rows(.table) == .json {
      try output.line(Dictionary.json((register.map { [$0] } ?? Registers.all)).text)
    } else if let register {
      try describe(register, output)
    } else {
      var table = try Self.table(
        [("编号", "id"), ("名称", "name"), ("条款", "clause"), ("字段", "fields"), ("子表", "lists"), ("规则", "rules")], options,
        output)
      for register in Registers.all {
        try table.row([
          register.id, register.label.said, register.clause, "\(register.fields.count)",
          register.lists.map(\.id).joined(separator: " "), "\(register.rules.count)",
        ])
      }
      try table.finish()
    }
    try output.finish()
  }

  private func describe(_ register: Register, _ output: Output) throws {
    var fields = try Self.table(
      [
        ("字段", "field"), ("名称", "name"), ("类型", "kind"), ("单位", "unit"), ("部分", "part"), ("必填", "required"),
        ("可选值", "choices"),
      ], options, output)
    for field in register.fields { try fields.row(Self.cells(field, path: field.id)) }
    for list in register.lists {
      for field in list.fields { try fields.row(Self.cells(field, path: "\(list.id).\(field.id)")) }
    }
    try fields.finish()
    guard !register.rules.isEmpty, options.rows(.table) == .table else { return }
    try output.line("")
    var rules = try Self.table(
      [("规则", "rule"), ("程度", "severity"), ("范围", "reach"), ("要求", "asks for")], options, output)
    for rule in register.rules {
      try rules.row([rule.id, rule.severity.said, rule.reach.rawValue, rule.label.said])
    }
    try rules.finish()
  }

  private static func cells(_ field: FieldSpec, path: String) -> [String] {
    let choices = if case .code(let list) = field.kind { list.codes } else { [Code]() }
    return [
      path, field.label.said, field.kind.name, field.unit.rawValue,
      field.isDerived ? say("计算", "derived") : field.part.rawValue, field.isRequired ? "*" : "",
      choices.map { "\($0.id)=\($0.label.said)" }.joined(separator: " "),
    ]
  }

  private static func table(
    _ headings: [(zh: String, en: String)], _ options: GlobalOptions, _ output: Output
  ) throws -> TextRows {
    try TextRows(headings.map { say($0.zh, $0.en) }, options.rows(.table), mark: options.mark ?? false, to: output)
  }

  /// The dictionary as JSON.
  private enum Dictionary {
    static func json(_ registers: [Register]) -> JSONValue {
      .array(
        registers.map { register in
          .object([
            .init("id", .string(register.id)), label(register.label), .init("clause", .string(register.clause)),
            .init("key", .string(register.keyField)), .init("title", .string(register.titleField)),
            .init("fields", .array(register.fields.map(field))),
            .init(
              "lists",
              .array(
                register.lists.map { list in
                  .object([
                    .init("id", .string(list.id)), label(list.label), .init("fields", .array(list.fields.map(field))),
                  ])
                })),
            .init(
              "rules",
              .array(
                register.rules.map { rule in
                  .object([
                    .init("id", .string(rule.id)), label(rule.label),
                    .init("severity", .string(rule.severity.rawValue)),
                    .init("reach", .string(rule.reach.rawValue)),
                    .init("fields", .array(rule.fields.map { .string($0) })),
                  ])
                })),
          ])
        })
    }

    static func label(_ label: Label) -> JSONValue.Member {
      .init("label", .object([.init("zh", .string(label.zh)), .init("en", .string(label.en))]))
    }

    static func field(_ field: FieldSpec) -> JSONValue {
      var members: [JSONValue.Member] = [
        .init("id", .string(field.id)), label(field.label), .init("kind", .string(field.kind.name)),
        .init("unit", .string(field.unit.rawValue)), .init("part", .string(field.part.rawValue)),
        .init("required", .bool(field.isRequired)), .init("derived", .bool(field.isDerived)),
        .init("aliases", .array(field.aliases.map { .string($0) })),
      ]
      if case .code(let list) = field.kind {
        members.append(
          .init("codes", .array(list.codes.map { .object([.init("id", .string($0.id)), label($0.label)]) })))
      }
      return .object(members)
    }
  }
}

extension Kind {
  /// The kind's stable name in the data dictionary.
  var name: String {
    switch self {
    case .text(let limit): "text(\(limit))"
    case .longText(let limit): "long_text(\(limit))"
    case .phone: "phone"
    case .code(let list): "code(\(list.id))"
    case .reference(let table): "reference(\(table.rawValue))"
    case .creditCode: "credit_code"
    case .projectCode: "project_code"
    case .integer: "integer"
    case .year: "year"
    case .amount: "amount"
    case .day: "day"
    case .month: "month"
    case .flag: "flag"
    case .record(let register): "record(\(register))"
    }
  }
}

extension Severity {
  /// The word for it in this run's language.
  var said: String {
    switch self {
    case .error: say("错误", "error")
    case .warning: say("提示", "warning")
    }
  }
}
