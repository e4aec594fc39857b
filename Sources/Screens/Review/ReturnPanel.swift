import Domain
import Terminal
import UseCases
import Widgets

/// Gathers what a record is sent back for: usual reasons, findings of the rules, any field with a reason typed.
struct ReturnPanel {
  enum Outcome: Hashable {
    case open, cancelled
    case finished([FieldFault])
  }

  private(set) var faults: [FieldFault] = []
  /// The field that a reason is being chosen for; nil while a field or a reason is.
  private var field: String?
  private var picker: Picker
  private let offers: [Offer]
  private let reasons: [TierSettings.Reason]
  private let language: Language

  /// Something that can be picked: a whole fault, or a field to give a reason for.
  private struct Offer {
    let id: String
    let label: String
    let note: String
    let fault: FieldFault?
    let field: String
  }

  init(_ detail: ReviewDetail, _ language: Language) {
    self.language = language
    reasons = detail.reasons
    offers = Self.offers(detail, language)
    picker = Picker(rows: 10) { _, _ in PickerPage(count: 0, items: []) }
    ask()
  }

  private static func offers(_ detail: ReviewDetail, _ language: Language) -> [Offer] {
    guard let register = Registers.named(Project.schema.id) else { return [] }
    func name(_ path: String) -> String {
      guard let dot = path.firstIndex(of: "."), let list = register.list(String(path[..<dot])) else {
        return register.field(path: path)?.label[language] ?? Label(zh: "整条记录", en: "the whole record")[language]
      }
      return list.label[language] + "·" + (register.field(path: path)?.label[language] ?? "")
    }
    var offers: [Offer] = []
    // What the rules found and nobody answered comes first: it is what is mostly sent back for.
    for (place, finding) in detail.findings.enumerated() where finding.answer == nil {
      let path = finding.fields.first { register.field(path: $0) != nil } ?? ""
      offers.append(
        Offer(
          id: "f\(place)", label: finding.message[language], note: name(path),
          fault: FieldFault(field: path, reason: finding.message.zh), field: path))
    }
    for (place, reason) in detail.reasons.enumerated() {
      offers.append(
        Offer(
          id: "r\(place)", label: reason.reason, note: name(reason.field),
          fault: FieldFault(field: reason.field, reason: reason.reason), field: reason.field))
    }
    for spec in register.fields where DeclaredPart.holds(spec) {
      offers.append(Offer(id: spec.id, label: name(spec.id), note: spec.id, fault: nil, field: spec.id))
    }
    for list in register.lists where list.part == .declared {
      for spec in list.fields where !spec.isDerived {
        let path = "\(list.id).\(spec.id)"
        offers.append(Offer(id: path, label: name(path), note: path, fault: nil, field: path))
      }
    }
    return offers
  }

  // MARK: events

  mutating func handle(_ event: Event) -> Outcome {
    let source = source
    switch picker.handle(event, source: source) {
    case .ignored, .handled: return .open
    case .cancelled: return back() ? .open : .cancelled
    case .create(let text):
      add(FieldFault(field: field ?? "", reason: Normalised.trimmed(text)))
      return .open
    case .chosen(let item): return choose(item.id)
    }
  }

  private mutating func choose(_ id: String) -> Outcome {
    if id == "finish" { return .finished(faults) }
    if let field {
      let place = Int(id) ?? -1
      if reasons.indices.contains(place) { add(FieldFault(field: field, reason: reasons[place].reason)) }
      return .open
    }
    guard let offer = offers.first(where: { $0.id == id }) else { return .open }
    if let fault = offer.fault {
      add(fault)
    } else {
      field = offer.field
      ask()
    }
    return .open
  }

  private mutating func add(_ fault: FieldFault) {
    if !fault.reason.isEmpty, !faults.contains(fault) { faults.append(fault) }
    field = nil
    ask()
  }

  /// One step back: from a field's reason to the fields, then the last fault away; false where there is nothing left.
  mutating func back() -> Bool {
    if field != nil {
      field = nil
    } else if !faults.isEmpty {
      faults.removeLast()
    } else {
      return false
    }
    ask()
    return true
  }

  private mutating func ask() { picker = Picker(rows: 10, source: source) }

  /// What can be picked now, narrowed by what is typed; any text may become a reason.
  private var source: Picker.Source {
    let (field, faults, offers, reasons, language) = (field, faults, offers, reasons, language)
    return { typed, range in
      let query = SearchTokens.query(typed)
      func fits(_ words: String) -> Bool {
        typed.isEmpty || query.matches(words) || words.lowercased().contains(typed.lowercased())
      }
      var items: [PickerItem] = []
      if field != nil {
        for (place, reason) in reasons.enumerated() where fits(reason.reason) {
          items.append(PickerItem(id: "\(place)", label: CleanText(reason.reason)))
        }
        return PickerPage(all: items, range: range, canCreate: true)
      }
      if !faults.isEmpty, typed.isEmpty {
        let label = Label(zh: "退回（\(faults.count)处）", en: "Return, naming \(counted(faults.count, "fault"))")
        items.append(PickerItem(id: "finish", label: CleanText(label[language])))
      }
      for offer in offers where fits(offer.label + " " + offer.note) {
        if let fault = offer.fault, faults.contains(fault) { continue }
        items.append(PickerItem(id: offer.id, label: CleanText(offer.label), note: CleanText(offer.note)))
      }
      return PickerPage(all: items, range: range, canCreate: true)
    }
  }

  // MARK: drawing

  func draw(in canvas: inout Canvas, _ look: Look) {
    let register = Registers.named(Project.schema.id)
    let shown = faults.suffix(4)
    let title: Label
    if let field {
      let name = register?.field(path: field)?.label ?? Label(zh: field, en: field)
      title = Label(zh: "\(name.zh)：选原因，或直接写", en: "\(name.en): choose a reason, or write one")
    } else {
      title = Label(zh: "退回：选原因或字段，或直接写原因", en: "Return: choose a reason or a field, or write one")
    }
    let height = picker.wantedHeight + shown.count
    let content = Size(width: max(20, canvas.size.width - 8), height: height)
    Box.draw(Box.rect(content: content, in: canvas.size), title: CleanText(title[language]), in: &canvas) { canvas in
      for (y, fault) in shown.enumerated() {
        let name = register?.field(path: fault.field)?.label[language] ?? Label(zh: "整条", en: "record")[language]
        canvas.put(CleanText("✗ \(name): \(fault.reason)"), x: 0, y: y, width: canvas.size.width, style: .warning)
      }
      let rest = Rect(x: 0, y: shown.count, width: canvas.size.width, height: max(0, canvas.size.height - shown.count))
      canvas.inside(rest) { picker.draw(in: &$0, look: look) }
    }
  }
}
