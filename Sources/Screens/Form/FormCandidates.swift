import Domain
import Terminal
import UseCases
import Widgets

/// What a picker finds for what is typed into it.
extension FormScreen {
  /// All hooks: those that drawing needs, and those that read the library.
  func hooks(_ services: Services) -> FormHooks {
    var hooks = desk.hooks(document)
    let desk = desk
    let document = document
    hooks.step = { key, text, step in
      desk.spec(key).flatMap { FormDesk.step($0.kind, text, step, today: services.today) }
    }
    hooks.read = { key, text in
      if let spec = desk.spec(key), case .record(let register) = spec.kind, RecordID(text) == nil {
        return FormScreen.find(text, register, spec, services)
      }
      return desk.read(key, text)
    }
    hooks.candidates = { key, query, range in
      guard let spec = desk.spec(key) else { return PickerPage(count: 0, items: []) }
      return FormScreen.candidates(spec, query, range, document, desk, services)
    }
    return hooks
  }

  /// A pasted name or key of another record.
  private static func find(_ text: String, _ id: String, _ spec: FieldSpec, _ services: Services) -> FormReading {
    guard let register = Registers.named(id) else { return .wrong(CleanText(text)) }
    if let found = try? FindRecord.run(register, key: text, in: services.store) { return .kept(found.text) }
    let rows = try? services.store.read {
      try $0.candidates(id, words: text, where: .all, limit: 2, fields: [register.titleField])
    }
    if let rows, rows.count == 1, let only = rows.first { return .kept(only.id.text) }
    let problem = Label(
      zh: "\(register.label.zh)没有唯一的“\(text.prefix(20))”，请按F2选择", en: "No single “\(text.prefix(20))”; choose with F2")
    return .wrong(CleanText(problem[services.language]))
  }

  static func candidates(
    _ spec: FieldSpec, _ query: String, _ range: Range<Int>, _ document: Document, _ desk: FormDesk,
    _ services: Services
  ) -> PickerPage {
    switch spec.kind {
    case .code(let list): codes(list, spec, query, range, document, desk)
    case .reference(let kind): rows(kind, query, range, desk)
    case .record(let register): records(register, query, range, document, services)
    default: PickerPage(count: 0, items: [])
    }
  }

  /// The codes that fit the value of the field they belong to, best matches first.
  private static func codes(
    _ list: CodeList, _ spec: FieldSpec, _ query: String, _ range: Range<Int>, _ document: Document, _ desk: FormDesk
  ) -> PickerPage {
    let parents = Set(list.codes.compactMap(\.parent))
    let chosen = desk.register.fields.lazy.filter { field in
      guard case .code(let other) = field.kind, field.id != spec.id else { return false }
      return parents.contains { other[$0] != nil }
    }.compactMap { document[$0.id].text }.first
    let search = SearchQuery(query)
    let found = list.codes.filter { code in
      (chosen == nil || code.parent == nil || code.parent == chosen)
        && (search.matches(code.label.zh) || search.matches(code.label.en) || code.id == query)
    }
    let items = found.map { code in
      PickerItem(id: code.id, label: CleanText(code.label[desk.language]), note: note(code, chosen, list, desk))
    }
    return PickerPage(all: items, range: range)
  }

  /// What a choice belongs to, where that is not chosen yet.
  private static func note(_ code: Code, _ chosen: String?, _ list: CodeList, _ desk: FormDesk) -> CleanText {
    guard chosen == nil, let parent = code.parent else { return .empty }
    for field in desk.register.fields {
      if case .code(let other) = field.kind, let found = other[parent] { return CleanText(found.label[desk.language]) }
    }
    return .empty
  }

  private static func rows(_ kind: ReferenceKind, _ query: String, _ range: Range<Int>, _ desk: FormDesk) -> PickerPage
  {
    let search = SearchQuery(query)
    let reference = desk.reference
    func item(_ code: String, _ name: String, _ note: String) -> PickerItem {
      PickerItem(id: code, label: CleanText(name), note: CleanText(note))
    }
    var items: [PickerItem] = []
    switch kind {
    case .region, .division:
      // A former name or code finds what became of it.
      let former = reference.regions.resolve(query).region
      if let former, kind == .region || !former.isLocal {
        items.append(item(former.code, reference.regions.path(of: former.code), former.code))
      }
      for region in reference.regions.all where region.code != former?.code && (kind == .region || !region.isLocal) {
        let path = reference.regions.path(of: region.code)
        if search.matches(path) || region.code.hasPrefix(query) { items.append(item(region.code, path, region.code)) }
      }
      let nearness = RegionNearness(query)
      let ranks = items.map { item in
        item.id == former?.code ? 0 : nearness.rank(reference.regions[item.id])
      }
      items = items.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { items[$0] }
    case .industry:
      for industry in reference.industries.all where industry.level != .section {
        if search.matches(industry.name) || industry.code.hasPrefix(query) {
          items.append(item(industry.code, industry.name, industry.code))
        }
      }
    case .product:
      for level in reference.efficiency.all {
        let code = level.process.isEmpty ? level.product : "\(level.product)/\(level.process)"
        if !items.contains(where: { $0.id == code }), search.matches(code) {
          items.append(item(code, code, level.unit))
        }
      }
    case .carrier:
      var known: Set<String> = []
      let common = [EnergyFactors.electricity, "heat"]
      // Electricity and heat have a factor on each basis; which one counts is asked once, for the whole record.
      let others = reference.energy.all.map(\.id).filter { id in !common.contains { id.hasPrefix($0 + "_") } }
      for id in common + others where known.insert(id).inserted {
        let name = reference.name(.carrier, id, desk.language) ?? id
        if search.matches(name) || id == query { items.append(item(id, name, "")) }
      }
    case .indicator:
      for indicator in Indicators.all(in: reference) {
        let name = indicator.label[desk.language]
        if search.matches(name) || indicator.id == query {
          items.append(item(indicator.id, name, indicator.clause))
        }
      }
    }
    return PickerPage(all: items, range: range)
  }

  private static func records(
    _ id: String, _ query: String, _ range: Range<Int>, _ document: Document, _ services: Services
  ) -> PickerPage {
    guard let register = Registers.named(id) else { return PickerPage(count: 0, items: []) }
    var filter = Filter.all
    // Lines and projects of the chosen enterprise only.
    if id != "enterprises", register.field("enterprise") != nil, let holder = document["enterprise"].record {
      filter = .where("enterprise", .equal, .record(holder))
    }
    let fields = [register.titleField, register.keyField, "region", "line", "product_field", "year"].filter {
      register.field($0) != nil
    }
    let found = try? services.store.read {
      try $0.candidates(id, words: query, where: filter, limit: max(50, range.upperBound), fields: fields)
    }
    let items = (found ?? []).map { item($0, register, services) }
    return PickerPage(all: items, range: range, canCreate: id == "enterprises")
  }

  private static func item(_ row: ListRow, _ register: Register, _ services: Services) -> PickerItem {
    if register.id == "efficiency" {
      let label = CleanText(row["line"].plain + " " + row["product_field"].plain)
      return PickerItem(id: row.id.text, label: label, note: CleanText(row["year"].plain))
    }
    let region = services.reference.name(.region, row["region"].plain, services.language) ?? ""
    let note = CleanText(row[register.keyField].plain + " " + region)
    return PickerItem(id: row.id.text, label: CleanText(row[register.titleField].plain), note: note)
  }
}
