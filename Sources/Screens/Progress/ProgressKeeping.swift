import Domain
import UseCases
import Widgets

/// Typing is kept beside the library as a form's is: taken up here again, or in the project's own form.
extension ProgressScreen {
  mutating func readKept(_ services: Services) {
    kept = [:]
    for (slot, scratch) in ScratchSlots.kept(services) where scratch.document.register == Project.schema.id {
      if scratch.base > 0, kept[scratch.document.id] == nil {
        kept[scratch.document.id] = Kept(slot: slot, scratch: scratch)
      }
    }
  }

  /// The texts of this quarter's report in kept typing.
  func typed(in scratch: Scratch) -> [FormKey: String] {
    let report = Project.schema.record(scratch.document).progress.first {
      $0.month == quarter.lastMonth && $0.span != "month"
    }
    guard let report else { return [:] }
    var texts: [FormKey: String] = [:]
    for field in Self.fields { texts[FormKey("progress.\(field)")] = "" }
    texts.merge(Self.texts(of: report)) { $1 }
    let place = "progress/\(report.id.text)/"
    for (path, text) in scratch.raw where path.hasPrefix(place) {
      texts[FormKey("progress.\(path.dropFirst(place.count))")] = text
    }
    return texts
  }

  mutating func keepTyping(_ services: Services, atEnd: Bool) {
    guard isDirty, needsKeep, let project else { return }
    let now = services.environment.now()
    if !atEnd, wait(now) > 0 { return }
    triedAt = now
    guard let slot = kept[project.id]?.slot ?? ScratchSlots.free(project.id, services) else {
      message = (Label(zh: "未存的输入太多，请先保存或放弃一些", en: "Too much unsaved typing: save or discard some"), .error)
      return
    }
    do {
      let scratch = scratch(of: project, now, services)
      try services.scratch.keep(scratch, person: slot)
      kept[project.id] = Kept(slot: slot, scratch: scratch)
      keptAt = now
      needsKeep = false
    } catch {
      let reason = Trouble.message(error)
      message = (Label(zh: "输入未能留底：\(reason.zh)", en: "The typing could not be kept: \(reason.en)"), .error)
    }
  }

  /// The project with the report as typed; texts that cannot be read stand beside it.
  private func scratch(of project: Project, _ now: Instant, _ services: Services) -> Scratch {
    var project = project
    var report = typedReport ?? Progress()
    report.month = quarter.lastMonth
    if let there = project.progress.firstIndex(where: { $0.month == quarter.lastMonth && $0.span != "month" }) {
      report.id = project.progress[there].id
      project.progress[there] = report
    } else {
      report.id = kept[project.id].flatMap { rowID(in: $0.scratch) } ?? services.environment.newID()
      project.progress.append(report)
    }
    let row = "progress/\(report.id.text)/"
    var raw: [String: String] = [:]
    for field in Self.fields {
      let key = FormKey("progress.\(field)")
      let text = form.text(key)
      guard let spec = desk.spec(key) else { continue }
      let value = try? desk.value(text, spec).get()
      if key == form.state.focus || value.map(FormDesk.text) != text { raw[row + field] = text }
    }
    let focus = form.state.focus.map { row + $0.field.split(separator: ".").last.map(String.init).orEmpty } ?? ""
    return Scratch(
      document: Project.schema.document(project), base: project.revision, raw: raw, focus: focus,
      caret: form.state.caret, savedAt: now)
  }

  private func rowID(in scratch: Scratch) -> RecordID? {
    Project.schema.record(scratch.document).progress.first { $0.month == quarter.lastMonth && $0.span != "month" }?.id
  }

  private func wait(_ now: Instant) -> Int {
    guard let triedAt, now >= triedAt else { return 0 }
    return max(0, 2000 - Int(now.milliseconds - triedAt.milliseconds))
  }

  /// Typing that was saved, or thrown away, is kept no longer.
  mutating func drop(_ project: RecordID, _ services: Services) {
    needsKeep = false
    keptAt = nil
    guard let kept = kept.removeValue(forKey: project) else { return }
    try? services.scratch.discard(person: kept.slot)
  }

  package mutating func keep(_ services: Services) {
    form.settle(hooks(services))
    needsKeep = isDirty
    keepTyping(services, atEnd: true)
  }

  package func keepDue(_ services: Services) -> Int? {
    isDirty && needsKeep ? wait(services.environment.now()) : nil
  }

  package mutating func keepWhenDue(_ services: Services) { keepTyping(services, atEnd: false) }
}

extension Optional where Wrapped == String {
  fileprivate var orEmpty: String { self ?? "" }
}
