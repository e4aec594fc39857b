import Domain
import Terminal
import UseCases
import Widgets

/// What follows from an answer at once: fields that are known from it, and those that no longer fit it.
extension FormScreen {
  mutating func follow(_ key: FormKey, _ services: Services) {
    look(up: document, services)
    if key.row == nil { clearChildren(of: key, services) }
    guard desk.register.id == "projects" || desk.register.id == "efficiency" else { return }
    switch key.field {
    case "enterprise": followEnterprise(services)
    case "kind": followKind(services)
    case "line" where desk.register.id == "projects": followLine(services)
    case "measures.investment": fillEquipment(services)
    default: break
    }
  }

  /// Puts a value into a field as if it had been typed.
  mutating func put(_ value: Value, _ field: String, _ services: Services) {
    form.set(FormDesk.text(of: value), for: FormKey(field))
    apply(FormKey(field), services)
    isDirty = true
    needsKeep = true
  }

  /// A code that belongs to another value of its parent is cleared: 余热余压 belongs to new energy alone.
  private mutating func clearChildren(of key: FormKey, _ services: Services) {
    guard let parent = desk.spec(key), case .code(let parents) = parent.kind, let chosen = document[key.field].text
    else {
      return
    }
    for field in desk.register.fields where field.id != key.field {
      guard case .code(let list) = field.kind, let value = document[field.id].text, let code = list[value],
        let belongs = code.parent, parents[belongs] != nil, belongs != chosen
      else { continue }
      put(.empty, field.id, services)
    }
  }

  private mutating func followKind(_ services: Services) {
    guard let parent = ProjectKinds.list[document["kind"].text ?? ""]?.parent, document["focus_area"].text != parent
    else {
      return
    }
    put(.text(parent), "focus_area", services)
  }

  private mutating func followEnterprise(_ services: Services) {
    guard let id = document["enterprise"].record, let enterprise = desk.linked[id] else { return }
    if document["region"].isEmpty, form.text(FormKey("region")).isEmpty {
      put(enterprise["region"], "region", services)
    }
    if let line = document["line"].record, let linked = desk.linked[line], linked["enterprise"].record != id {
      put(.empty, "line", services)
    }
  }

  private mutating func followLine(_ services: Services) {
    guard let id = document["line"].record, let line = desk.linked[id] else { return }
    if document["benchmarking"].isEmpty, !line["benchmark"].isEmpty { put(.text("levels"), "benchmarking", services) }
    if document["unit_before"].isEmpty, form.text(FormKey("unit_before")).isEmpty, !line["judged"].isEmpty {
      put(line["judged"], "unit_before", services)
    }
  }

  /// The equipment's investment is the sum of the measures until somebody writes another figure.
  mutating func fillEquipment(_ services: Services) {
    guard desk.register.id == "projects", frozen == nil else { return }
    let parts = (document.children["measures"] ?? []).compactMap { $0["investment"].amount }
    let sum = parts.isEmpty ? nil : Amount.sum(parts)
    let known = document["investment_equipment"].amount
    guard known == filledEquipment || (known == nil && form.text(FormKey("investment_equipment")).isEmpty), known != sum
    else { return }
    // A total that was declared without its parts stays what it is.
    guard known != nil || document["investment_declared"].isEmpty else { return }
    put(sum.map { .amount($0) } ?? .empty, "investment_equipment", services)
    filledEquipment = sum
  }
}
