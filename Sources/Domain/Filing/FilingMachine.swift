/// The filing machine: which step can be taken, and what it makes of a project's rows. Pure; whether the person may is
/// asked of `Access`.
extension Project {
  /// Why a step cannot be taken now; nil where it can.
  package func refusal(of step: FilingStep, in context: FilingContext) -> Label? {
    switch step {
    case .submit(let tier): occupied(context) ?? notEntering(tier, context) ?? faulty(context)
    case .withdraw: notWaiting(context, FilingWords.underReview)
    case .beginReview: notWaiting(context, FilingWords.underReview)
    case .handOver(let person):
      notHeld(context) ?? (person.isEmpty || person == context.person ? FilingWords.noPerson : nil)
    case .release: notHeld(context)
    case .admit(let day, _, _): notHeld(context) ?? (day > context.today ? FilingWords.future : nil)
    case .sendBack(let faults, let reason): notHeld(context) ?? unexplained(faults, reason)
    case .askCorrection(let tier, let faults, let reason):
      occupied(context) ?? notSentDown(tier) ?? unexplained(faults, reason)
    case .recommend(let tier, _, _, _, let day, _):
      occupied(context) ?? notMember(tier) ?? notRecommended(from: tier, context) ?? faulty(context)
        ?? (day ?? context.today > context.today ? FilingWords.future : nil)
    case .requestChange(let proposal, _):
      occupied(context) ?? notChanged(proposal) ?? faulty(context)
    case .requestExit(let tier, _, let reason, _):
      occupied(context) ?? notMember(tier) ?? (reason.isEmpty ? FilingWords.noReason : nil)
    case .plan(let entry): notPlanned(entry)
    }
  }

  /// Takes a step, or throws `FilingRefused`. Derived fields are not touched: derive the record afterwards.
  package mutating func take(_ step: FilingStep, _ context: FilingContext) throws {
    if let refusal = refusal(of: step, in: context) { throw FilingRefused(refusal) }
    switch step {
    case .submit(let tier):
      file(.admit, with: tier, context)
      change(tier, context) { row in
        row.state = MembershipState.submitted.rawValue
        row.isDirect = tier != context.lowest
      }
      try passWaived(context)
    case .withdraw: withdraw(context)
    case .beginReview: review(by: context.person, since: context.today, context)
    case .handOver(let person): review(by: person, since: context.today, context)
    case .release: review(by: "", since: nil, context)
    case .admit(let day, let document, let reason): try admit(on: day, document, reason, context)
    case .sendBack(let faults, let reason): sendBack(faults, reason, context)
    case .askCorrection(let tier, let faults, let reason):
      file(.change, with: tier, context)
      settle(.returned, context) {
        $0.submittedBy = ""
        $0.faults = FieldFault.write(faults)
        $0.reason = reason
      }
    case .recommend(let tier, let batch, let rank, let document, let day, let reason):
      try recommend(from: tier, batch, rank, document, on: day ?? context.today, reason, context)
    case .requestChange(let proposal, let reason):
      guard let tier = memberOf.first else { return }
      file(.change, with: tier, context) {
        $0.proposal = proposal
        $0.reason = reason
      }
      try passWaived(context)
    case .requestExit(let tier, let kind, let reason, let document):
      file(.exit, with: tier, context) {
        $0.exitKind = kind.rawValue
        $0.reason = reason
        $0.document = document
      }
      try passWaived(context)
    case .plan(let entry): add(entry, context)
    }
  }
}
