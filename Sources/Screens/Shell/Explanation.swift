import Domain

/// What F1 says of a field: help, unit, what it may hold, who writes it, and the clause.
package enum Explanation {
  /// The box to be shown; its sentences are in both languages.
  package static func of(_ field: FieldSpec, _ register: Register) -> Question {
    var zh: [String] = []
    var en: [String] = []
    func add(_ chinese: String, _ english: String) {
      zh.append(chinese)
      en.append(english)
    }
    if let help = field.help { add(help.zh, help.en) }
    if !field.unit.label.zh.isEmpty { add("单位：\(field.unit.label.zh)", "Unit: \(field.unit.label.en)") }
    switch field.kind {
    case .code(let list):
      add(
        "可选：" + list.codes.map(\.label.zh).joined(separator: "、"),
        "One of: " + list.codes.map(\.label.en).joined(separator: ", "))
    case .text(let max), .longText(let max): add("最多\(max)字", "At most \(max) characters")
    case .phone: add("个人信息：对外遮掩，历史中不留明文", "Personal data: masked for others, never in the history in clear")
    default: break
    }
    if field.isDerived {
      add("由程序根据其他内容得出，不用填写", "Worked out by the program")
    } else {
      switch field.part {
      case .declared: add("申报内容：上报后冻结，入库后经变更修改", "Declared: frozen while submitted, changed by a change request")
      case .running: add("执行内容：随时填写", "Running: kept at any time")
      case .filing: add("由申报、审核过程写入", "Written by filing and review")
      case .system: add("由程序给出", "Given by the program")
      }
    }
    if field.isRequired { add("必填", "Required") }
    add("条款：\(register.clause)", "Clause: \(register.clause)")
    add("字段名：\(field.id)", "Field: \(field.id)")
    return .show(
      title: field.label, text: Label(zh: zh.joined(separator: "\n"), en: en.joined(separator: "\n")),
      clause: register.clause)
  }

  /// What F1 says of a figure: how it is counted.
  package static func of(_ measure: Measure) -> Question {
    let clause = Registers.named(measure.register)?.clause ?? ""
    return .show(
      title: measure.label,
      text: Label(
        zh: "口径：\(measure.rule.zh)\n单位：\(measure.unit.label.zh)\n条款：\(clause)",
        en: "Counted: \(measure.rule.en)\nUnit: \(measure.unit.label.en)\nClause: \(clause)"), clause: clause)
  }
}
