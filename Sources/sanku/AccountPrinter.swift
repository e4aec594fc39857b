import Domain
import UseCases

/// The account of an import in lines: what becomes of each row, and why.
struct AccountPrinter {
  let file: String
  let register: Register
  let reference: ReferenceTables

  /// One row's line; nil for what needs none.
  func line(_ verdict: ImportVerdict, isDryRun: Bool) -> String? {
    switch verdict.kind {
    case .same, .skipped: nil
    case .rejected: nil
    case .new, .changed, .conflict, .duplicate: isDryRun || !verdict.isTaken ? told(verdict) : nil
    }
  }

  private func told(_ verdict: ImportVerdict) -> String {
    let name = verdict.key.isEmpty || verdict.key == verdict.title ? verdict.title : "\(verdict.title) (\(verdict.key))"
    var line = say("\(file) 第\(verdict.number)行", "\(file) row \(verdict.number)") + " \(verdict.kind.label.said)"
    line += say("：\(name)", ": \(name)")
    let why = verdict.reason.said
    if !why.isEmpty { line += say("；\(why)", "; \(why)") }
    let changes = verdict.changes.map {
      $0.told(register, Words.language, reference, none: say("（空）", "(empty)"))
    }
    if !changes.isEmpty { line += say("；", "; ") + changes.joined(separator: say("，", ", ")) }
    if let finding = verdict.finding { line += say("；", "; ") + finding.said }
    return line
  }
}
