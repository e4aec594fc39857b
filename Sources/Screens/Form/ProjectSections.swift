import Domain
import Terminal
import Widgets

/// The entry form of a project, made by hand: dense enough for one screen of 80x24, in the order in which it is told.
struct ProjectSections {
  let items: FormItems
  let document: Document
  /// Fields that a finding points at are shown, whatever the kind.
  let pointed: Set<String>
  let width: Int

  private var language: Language { items.desk.language }
  private typealias Build = [FormItem?]

  func sections() -> [FormSection] {
    var sections = [basics(), measures(), expected(), milestones(), contact()]
    let placed = Set(
      sections.flatMap(\.blocks).flatMap { block -> [String] in
        if case .items(let items) = block { return items.map(\.id) }
        return []
      })
    let generic = FormSections(items)
    sections += generic.rest(besides: placed.union(hidden), id: "more", label("更多", "More")) { $0 == .declared }
    sections += generic.rest(besides: placed, id: "running", label("执行", "Running")) { $0 == .running }
    let lists = ["procedures", "supports", "progress", "plans", "shares", "attachments"]
    for layout in items.desk.register.layout.sections {
      if case .list(let id) = layout.content, lists.contains(id), let section = generic.section(layout, id) {
        sections.append(section)
      }
    }
    return sections
  }

  /// What another answer has settled, or has not asked for yet; a field with something in it is always shown.
  private var hidden: Set<String> {
    var hidden = Set(
      Self.kindFields + [
        "park", "industrial_park", "enterprise", "energy_service", "level_claimed", "renewable_output",
      ])
    if !document["investment_equipment"].isEmpty { hidden.insert("investment_declared") }
    if !(document.children["energy"] ?? []).isEmpty { hidden.insert("saving_declared") }
    return hidden.filter { !has($0) }
  }

  private func label(_ zh: String, _ en: String) -> Label { Label(zh: zh, en: en) }
  private func text(_ zh: String, _ en: String) -> CleanText { CleanText(language == .zh ? zh : en) }
  private func has(_ field: String) -> Bool { !document[field].isEmpty || pointed.contains(field) }
  private func code(_ field: String) -> String { document[field].text ?? "" }

  private func section(_ id: String, _ zh: String, _ en: String, _ blocks: [FormBlock]) -> FormSection {
    FormSection(id, text(zh, en), blocks)
  }

  private func basics() -> FormSection {
    let isPark = code("holder_kind") == "park"
    var fields: Build = [
      isPark
        ? items.item("park") { $0.startsLine = true }
        : items.item("enterprise", width: .flex(min: 26)) {
          $0.startsLine = true; $0.noteWidth = width < 70 ? 0 : 38
        },
      isPark ? items.item("industrial_park", width: .flex(min: 16)) : nil,
      items.item("name", width: .flex(min: 20)) { $0.startsLine = true },
      items.item("region", label("地区", "Region"), width: .fixed(8)),
      items.item("holder_kind", label("主体", "Holder"), width: .fixed(4)),
    ]
    if code("holder_kind") == "energy_service" || has("energy_service") { fields.append(items.item("energy_service")) }
    fields += [
      items.item("focus_area", width: .fixed(16)) { $0.startsLine = true },
      items.item("kind", width: .fixed(14)),
      items.item("project_code", width: .flex(min: 12)),
      items.item("start_month") { $0.startsLine = true },
      items.item("deadline") { $0.noteWidth = 6 },
      items.item("line", width: .flex(min: 16)),
      items.item("content") { $0.startsLine = true },
    ]
    fields += fieldsOfKind.map { items.item($0) }
    return section("basics", "基本", "Basics", [.items(fields.compactMap { $0 })])
  }

  /// What this kind of project must say of itself.
  private var fieldsOfKind: [String] {
    let kind = code("kind")
    var wanted: [String] = []
    if ProjectKinds.pv.contains(kind) { wanted += ["pv_kw", "pv_area"] }
    if ProjectKinds.storage.contains(kind) { wanted += ["storage_kw", "storage_kwh"] }
    if ProjectKinds.waste.contains(kind) { wanted += ["waste_kind", "waste_tonnes"] }
    if ProjectKinds.water.contains(kind) { wanted += ["reuse_before", "reuse_after"] }
    return wanted + Self.kindFields.filter { !wanted.contains($0) && has($0) }
  }

  private static let kindFields = [
    "pv_kw", "pv_area", "storage_kw", "storage_kwh", "waste_kind", "waste_tonnes", "reuse_before", "reuse_after",
  ]

  private func measures() -> FormSection {
    let columns: Build = [
      items.item("measures.name", width: .flex(min: 14)),
      items.item("measures.quantity", width: .fixed(6)),
      items.item("measures.quantity_unit", width: .fixed(4)),
      items.item("measures.investment", width: .fixed(9)),
      items.item("measures.saving", label("节能", "Saving"), width: .fixed(8)) { $0.unit = "tce" },
      items.item("measures.technology", width: .fixed(width >= 104 ? 16 : 9)),
      items.item("measures.catalogue", width: .fixed(12)),
    ]
    var sums: Build = [
      items.item("investment_equipment", label("设备", "Equipment"), width: .fixed(9)) { $0.unit = .empty },
      items.item("investment_construction", label("+ 土建", "+ Construction"), width: .fixed(7)) { $0.unit = .empty },
      items.item("investment_other", label("+ 其他", "+ Other"), width: .fixed(7)) { $0.unit = .empty },
    ]
    if document["investment_equipment"].isEmpty {
      sums.append(items.item("investment_declared", label("或总投资", "or total"), width: .fixed(9)))
    } else {
      sums.append(items.item("investment", label("= 总投资", "= Total"), width: .fixed(9)))
    }
    var blocks: [FormBlock] = []
    if let list = items.desk.register.list("measures") {
      blocks.append(.grid(items.grid(list, columns.compactMap { $0 })))
    }
    return section("measures", "措施", "Measures", blocks + [.items(sums.compactMap { $0 })])
  }

  private func expected() -> FormSection {
    var blocks: [FormBlock] = []
    if let list = items.desk.register.list("energy") { blocks.append(.grid(items.grid(list, carriers))) }
    var fields: Build = []
    if (document.children["energy"] ?? []).isEmpty {
      fields.append(items.item("saving_declared", label("申报节能", "Declared"), width: .fixed(8)) { $0.startsLine = true })
    } else {
      fields.append(items.item("saving", label("节能", "Saving"), width: .fixed(8)) { $0.startsLine = true })
    }
    fields += [
      items.item("basis", label("口径", "Basis"), width: .fixed(6)),
      items.item("base_year", label("基准年", "Base year")),
      items.item("saving_method", label("方法", "Method"), width: .fixed(12)),
      items.item("saving_source", label("依据", "Source")) { $0.startsLine = true },
    ]
    if ProjectKinds.renewable.contains(code("kind")) || has("renewable_output") {
      fields += [
        items.item("renewable_output", label("可再生发电", "Renewable output")) { $0.startsLine = true },
        items.item("renewable_substitution", label("替代", "Substitution")),
      ]
    }
    fields += [
      items.item("benchmarking", label("对标", "Against"), width: .fixed(8)) { $0.startsLine = true },
      items.item("unit_before", label("单耗", "Unit use"), width: .fixed(6)),
      items.item("unit_after", label("→", "→"), width: .fixed(6)),
    ]
    if ["standard", "equipment"].contains(code("benchmarking")) || has("level_claimed") {
      fields.append(items.item("level_claimed") { $0.startsLine = true })
    }
    let misses = !["", "benchmark"].contains(code("level_after"))
    if code("benchmarking") == "none" || misses || has("benchmarking_reason") {
      fields.append(items.item("benchmarking_reason", label("原因", "Reason")) { $0.startsLine = true })
    }
    return section("expected", "预期目标", "Expected result", blocks + [.items(fields.compactMap { $0 })])
  }

  /// Carriers before and after, and what the factors make of the change.
  private var carriers: [FormItem] {
    let figure = FormItem.Width.fixed(width >= 104 ? 10 : 7)
    let change = FormItem("energy.+change", text("增减", "Change"), .number, width: figure).with {
      $0.readonly = true
      $0.derived = true
    }
    var columns: Build = [
      items.item("energy.carrier", label("能源", "Carrier"), width: .fixed(width >= 104 ? 14 : 8)),
      items.item("energy.unit", label("单位", "Unit"), width: .fixed(5)),
      items.item("energy.before", width: .fixed(8)),
      items.item("energy.after", width: .fixed(8)),
      change,
      items.item("energy.saved", label("当量tce", "tce"), width: figure) { $0.unit = .empty },
      items.item("energy.saved_primary", label("等价tce", "primary"), width: figure) { $0.unit = .empty },
      items.item("energy.co2", label("CO2 t", "CO2 t"), width: .fixed(width >= 104 ? 10 : 8)) { $0.unit = .empty },
    ]
    let isUsed = (document.children["energy"] ?? []).contains { !$0["factor"].isEmpty }
    if width >= 104 || isUsed || pointed.contains("energy.factor") {
      columns.append(items.item("energy.factor", label("折标系数", "Factor"), width: .fixed(8)))
    }
    return columns.compactMap { $0 }
  }

  private func milestones() -> FormSection {
    guard let list = items.desk.register.list("milestones") else { return section("milestones", "", "", []) }
    let cell = width >= 104 ? 11 : 8
    let rows = document.children["milestones"] ?? []
    var columns: Build = [
      items.item("milestones.stage"),
      items.item("milestones.planned", label("计划", "Plan"), width: .fixed(cell)),
      items.item("milestones.actual", label("实际", "Done"), width: .fixed(cell)),
    ]
    let hasRemarks = rows.contains { !$0["remark"].isEmpty }
    if width >= 104 || hasRemarks {
      columns.append(items.item("milestones.remark", label("备注", "Remark"), width: .fixed(cell)))
    }
    let grid = items.grid(list, columns.compactMap { $0 })
    // One column a stage; where a stage stands twice, plain rows tell them apart.
    let stages = rows.compactMap { $0["stage"].text }
    guard Set(stages).count == rows.count else {
      return section("milestones", "时间节点", "Milestones", [.grid(grid)])
    }
    let across = grid.with {
      $0.across = true
      $0.fixedRows = true
      $0.title = "milestones.stage"
    }
    return section("milestones", "时间节点", "Milestones", [.grid(across)])
  }

  private func contact() -> FormSection {
    let fields: Build = [
      items.item("contact") { $0.startsLine = true }, items.item("phone"), items.item("provider"),
      items.item("remarks") { $0.startsLine = true },
    ]
    return section("contact", "联系", "Contact", [.items(fields.compactMap { $0 })])
  }
}
