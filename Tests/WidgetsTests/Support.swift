import Terminal

@testable import Widgets

/// A reproducible source of chance.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// What is drawn into a canvas of a size, as rows of text.
func frame(_ width: Int, _ height: Int, _ draw: (inout Canvas) -> Void) -> [String] {
  var canvas = Canvas(size: Size(width: width, height: height))
  draw(&canvas)
  return (0..<height).map { canvas.row($0) }
}

/// Keys as they are written: `type("ab")` types two letters.
func type(_ text: String) -> [Event] { text.map { .key(.character($0)) } }

enum Sample {
  static let words = [
    "安吉某某水泥有限公司", "3号窑余热发电", "屋顶光伏6.2MW", "", "湖州市", "e\u{301}", "🇨🇳", "👨‍👩‍👧", "a\u{7}b\tc", "①…—·", "一\n二", "x",
  ]

  static let keys: [Key] =
    [
      .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .pageUp, .pageDown,
      .home, .end, .controlUp, .controlDown, .controlLeft, .controlRight,
    ] + "jkhlgGnN q?/+-=1安，ｊyn*".map { .character($0) } + "ndewuksz".map { .control($0) }
    + [2, 4, 7, 9].map { .function($0) }
    + [.alt("b"), .alt("f")]

  static func event(_ chance: inout Chance, size: Size) -> Event {
    switch Int.random(in: 0..<20, using: &chance) {
    case 0: .paste((words.randomElement(using: &chance) ?? "") + "\t1\n二\t2\n")
    case 1: .paste(words.randomElement(using: &chance) ?? "")
    case 2, 3:
      .mouse(
        Mouse(
          action: [.press, .doublePress, .wheelUp, .wheelDown].randomElement(using: &chance) ?? .press,
          point: Point(
            x: Int.random(in: -1...size.width, using: &chance), y: Int.random(in: -1...size.height, using: &chance))))
    default: .key(keys.randomElement(using: &chance) ?? .enter)
    }
  }

  static let columns = [
    TableColumn("name", title: "项目名称", width: .flex(min: 10)), TableColumn("tier", title: "层级", width: .fixed(4)),
    TableColumn("saving", title: "预期节能", width: .fixed(9), align: .right),
    TableColumn("due", title: "期限", width: .fixed(7)), TableColumn("city", title: "归口地区", width: .flex(min: 12)),
  ]

  static func row(_ index: Int) -> TableRow {
    TableRow(
      id: "p\(index)",
      cells: [
        TableCell(CleanText("\(index)号窑余热发电")), "省★", TableCell(CleanText(thin(index * 37))), "2024-05", "湖州市安吉县",
      ])
  }

  static var sections: [FormSection] {
    [
      FormSection(
        "basic", "基本",
        [
          .items([
            FormItem("holder", "企业", .picker, width: .fixed(28)).with {
              $0.required = true
              $0.noteWidth = 20
            },
            FormItem("name", "项目名称", width: .flex(min: 20)).with {
              $0.required = true
              $0.startsLine = true
            },
            FormItem(
              "area", "改造领域", .choice([FormChoice("new", "新能源推广应用"), FormChoice("cycle", "资源循环利用")]),
              width: .fixed(14)),
            FormItem("start", "改造时间", .month, width: .fixed(7)),
            FormItem("key", "省级重点", .toggle, width: .fixed(1)),
            FormItem("content", "改造内容", .area, width: .flex(min: 10)).with { $0.startsLine = true },
          ])
        ]),
      FormSection(
        "measures", "措施",
        [
          .grid(
            FormGrid(
              "measures",
              columns: [
                FormItem("m.name", "措施", width: .flex(min: 12)).with { $0.required = true },
                FormItem("m.cost", "投资", .number, width: .fixed(9)).with { $0.unit = "万元" },
                FormItem("m.tech", "技术目录", .picker, width: .fixed(12)),
              ])),
          .items([FormItem("total", "总投资", .number, width: .fixed(9)).with { $0.readonly = true }]),
        ]),
      FormSection(
        "milestones", "时间节点",
        [
          .grid(
            FormGrid(
              "stages",
              columns: [
                FormItem("s.stage", "节点", width: .fixed(8)), FormItem("s.plan", "计划", .date, width: .fixed(8)),
                FormItem("s.done", "实际", .date, width: .fixed(8)),
              ]
            ).with {
              $0.across = true
              $0.fixedRows = true
              $0.title = "s.stage"
            })
        ]),
    ]
  }

  static var state: FormState {
    var state = FormState(
      texts: [FormKey("name"): "3号窑余热发电"], rows: ["measures": [], "stages": ["a", "b", "c"]])
    for (row, name) in [("a", "前期"), ("b", "备案"), ("c", "开工")] { state.texts[FormKey("s.stage", row: row)] = name }
    return state
  }

  static var hooks: FormHooks {
    var hooks = FormHooks()
    hooks.read = { key, text in
      guard key.field == "m.cost" else { return .kept(text) }
      return Int(text.filter { $0 != "," }).map { .kept(String($0)) } ?? .wrong("请填数字，如 5200")
    }
    hooks.shown = { key, text in
      if key.field == "m.cost" { return CleanText(Int(text).map(thin) ?? text) }
      return key.field == "holder" && text == "330523" ? "安吉某某水泥有限公司" : CleanText(text)
    }
    hooks.note = { key, text in key.field == "holder" && !text.isEmpty ? "91330523MA2ABCDE0X-00" : nil }
    hooks.step = { key, text, step in Int(text).map { String($0 + step) } }
    hooks.candidates = { _, query, range in
      let all = [
        PickerItem(id: "330523", label: "安吉某某水泥有限公司", note: "水泥制造"), PickerItem(id: "330522", label: "长兴某某化纤"),
      ]
      return PickerPage(
        all: all.filter { query.isEmpty || $0.label.string.contains(query) }, range: range, canCreate: true)
    }
    return hooks
  }
}
