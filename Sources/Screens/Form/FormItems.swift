import Domain
import Terminal
import Widgets

/// Makes the fields and grids of a form from a register's schema.
struct FormItems {
  let desk: FormDesk
  /// Top-level fields that must be filled now.
  let required: Set<String>
  /// Nothing that a tier judges may change.
  let isFrozen: Bool

  private var language: Language { desk.language }

  /// A field by its path; nil where the register has none.
  func item(
    _ path: String, _ label: Label? = nil, width: FormItem.Width? = nil, _ change: (inout FormItem) -> Void = { _ in }
  ) -> FormItem? {
    guard let spec = desk.register.field(path: path) else { return nil }
    let isTop = !path.contains(".")
    let isReadonly = spec.part == .system || spec.part == .filing || (isFrozen && spec.part == .declared)
    let item = FormItem(
      path, CleanText((label ?? spec.label)[language]),
      isReadonly ? Self.kind(shown: spec.kind) : Self.kind(spec.kind, inGrid: !isTop),
      width: width ?? Self.width(spec.kind, language))
    return item.with {
      $0.unit = CleanText((isTop ? spec.unit.beside : spec.unit.label)[language])
      $0.help = help(spec)
      $0.required = isTop ? required.contains(path) : spec.isRequired
      $0.derived = spec.isDerived
      $0.readonly = isReadonly
      change(&$0)
    }
  }

  /// A child list with its columns; what is derived stands last.
  func grid(_ list: ListSpec, _ columns: [FormItem]? = nil) -> FormGrid {
    let isFixed = isFrozen && isDeclared(list)
    let all = columns ?? list.fields.compactMap { item("\(list.id).\($0.id)") }
    let closed = all.map { column in
      column.with { item in
        guard isFrozen, let spec = desk.register.field(path: item.id) else { return }
        item.readonly = spec.isDerived || !isEditable(spec, list)
      }
    }
    return FormGrid(list.id, columns: closed).with { $0.fixedRows = isFixed }
  }

  /// Rows of it belong to what a tier judges.
  private func isDeclared(_ list: ListSpec) -> Bool { list.part == .declared || hasRunningColumns(list) }

  /// Milestones: the plan is declared, what became of it is kept until the end.
  private func hasRunningColumns(_ list: ListSpec) -> Bool { list.fields.contains { $0.part == .running } }

  private func isEditable(_ spec: FieldSpec, _ list: ListSpec) -> Bool {
    spec.part == .running || (list.part == .running && !hasRunningColumns(list))
  }

  private func help(_ spec: FieldSpec) -> CleanText {
    let hint =
      switch spec.kind {
      case .day: Label(zh: "2023-3-1、20230301、2023年3月1日；+ - 加减一天", en: "2023-3-1 or 20230301; + and - step a day")
      case .month: Label(zh: "2023-3、202303、2023年3月；+ - 加减一月", en: "2023-3 or 202303; + and - step a month")
      case .amount(.yuanWan): Label(zh: "5200、5,200、0.52亿", en: "5200 or 5,200, in ten thousand CNY")
      case .record(register: "enterprises"):
        Label(zh: "名称、代码或拼音首字母；没有的可新建", en: "Name, code or pinyin initials; a new one can be made")
      case .code, .reference, .record: Label(zh: "直接输入名称、代码或拼音", en: "Type its name, code or pinyin")
      case .longText: Label(zh: "F2展开多行", en: "F2 opens several lines")
      default: Label(zh: "", en: "")
      }
    let parts = [spec.help?[language] ?? "", hint[language]].filter { !$0.isEmpty }
    return parts.isEmpty
      ? .empty : CleanText(spec.label[language] + (language == .zh ? "：" : ": ") + parts.joined(separator: " "))
  }

  /// What is only shown has no list to open.
  private static func kind(shown kind: Kind) -> FormKind {
    switch kind {
    case .flag: .toggle
    case .integer, .amount: .number
    default: .text
    }
  }

  private static func kind(_ kind: Kind, inGrid: Bool) -> FormKind {
    switch kind {
    case .text, .phone, .creditCode, .projectCode, .year: .text
    case .longText: inGrid ? .text : .area
    case .code, .reference, .record: .picker
    case .integer, .amount: .number
    case .day: .date
    case .month: .month
    case .flag: .toggle
    }
  }

  /// Cells inside a field's box; a text being typed wants one more for the caret.
  static func width(_ kind: Kind, _ language: Language) -> FormItem.Width {
    switch kind {
    case .text(let max): max <= 12 ? .fixed(max + 1) : .flex(min: min(max, 16))
    case .longText: .flex(min: 20)
    case .phone: .fixed(16)
    case .code(let list): .fixed(min(20, max(4, list.codes.map { CleanText($0.label[language]).width }.max() ?? 4)))
    case .reference(.region), .reference(.division): .fixed(10)
    case .reference(.carrier): .fixed(12)
    case .reference(.industry): .flex(min: 16)
    case .reference(.product): .flex(min: 20)
    case .reference(.indicator): .fixed(26)
    case .creditCode: .fixed(19)
    case .projectCode: .fixed(25)
    case .integer: .fixed(7)
    case .year: .fixed(5)
    case .amount: .fixed(10)
    case .day: .fixed(11)
    case .month: .fixed(8)
    case .flag: .fixed(1)
    case .record: .flex(min: 20)
    }
  }
}
