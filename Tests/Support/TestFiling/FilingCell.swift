/// One cell of role x place x tier x state x action x ownership, and what must come of it, written down from the
/// description of filing and knowing nothing of the program's tables.
public struct FilingCell: Sendable, CustomStringConvertible {
  public enum Role: String, CaseIterable, Sendable {
    case clerk, reviewer, inspector, supervisor, administrator
  }

  /// Where the person works: the record's county, its city, its province, another county of that city.
  public enum Home: String, CaseIterable, Sendable {
    case county, city, province, elsewhere

    public var region: String {
      switch self {
      case .county: "330523"
      case .city: "330500"
      case .province: "330000"
      case .elsewhere: "330522"
      }
    }

    var height: Int { [.county: 1, .city: 2, .province: 3][self] ?? 0 }
  }

  public enum Tier: String, CaseIterable, Sendable {
    case county, city, province

    public var height: Int { [.county: 1, .city: 2, .province: 3][self] ?? 0 }
  }

  /// How the record stands with the tier; what the tiers below have is in the words.
  public enum State: String, CaseIterable, Sendable {
    /// Nobody has it.
    case draft
    /// A member of the tier below, not recommended.
    case below
    case submitted
    /// Somebody else of the tier has it in review; the person has.
    case reviewed, held
    case returned, admitted, exited
    /// A member, with a change or an exit waiting at the tier.
    case changing, exiting

    /// The lowest tier has none below it.
    public func exists(at tier: Tier) -> Bool { self != .below || tier != .county }
  }

  public enum Action: String, CaseIterable, Sendable {
    case see, edit, keep, delete
    case submit, withdraw, begin, handOver, release, admit, sendBack, recommend, change, exit, plan
  }

  public enum End: String, Sendable {
    case done
    /// The person may, the record does not stand so.
    case refused
    /// The record stands so, the person may not.
    case forbidden
    /// Neither; in which words does not matter.
    case neither
  }

  public let role: Role
  public let home: Home
  public let tier: Tier
  public let state: State
  public let action: Action
  /// The person typed it and handed it up; else somebody else did both.
  public let isMine: Bool

  public init(_ role: Role, _ home: Home, _ tier: Tier, _ state: State, _ action: Action, isMine: Bool) {
    (self.role, self.home, self.tier, self.state) = (role, home, tier, state)
    (self.action, self.isMine) = (action, isMine)
  }

  public var description: String {
    "\(role) of \(home), \(isMine ? "own" : "other's") record \(state) at \(tier): \(action)"
  }

  public var end: End {
    switch (isAllowed, isLegal) {
    case (true, true): .done
    case (true, false): .refused
    case (false, true): .forbidden
    case (false, false): .neither
    }
  }

  // MARK: who may

  private var isAtTier: Bool { home.height == tier.height }
  private var enters: Bool { role == .clerk || role == .reviewer }
  /// Whether the person's region is the record's, or lies above it.
  private var isInScope: Bool { home != .elsewhere }

  private var isAllowed: Bool {
    switch action {
    case .see: role == .administrator || isInScope
    // Typing belongs to where the record lies; above it, only in what is one's own.
    case .edit, .keep: enters && (home == .county || (isInScope && isMine))
    case .delete: enters && isInScope && isMine
    // A tier's own clerk; above the tier only with what is one's own; and nobody above takes a draft from below.
    case .submit: enters && isInScope && home.height >= tier.height && (isMine || (isAtTier && home == .county))
    case .change, .exit: enters && isInScope && home.height >= tier.height && (isMine || isAtTier)
    case .withdraw: mayWithdraw
    case .begin, .handOver, .release, .admit, .sendBack, .recommend, .plan: role == .reviewer && isAtTier && !isMine
    }
  }

  /// A recommendation is taken back by the tier that made it; all else by who asked, or the asking tier's clerks.
  private var mayWithdraw: Bool {
    if tier != .county, [.submitted, .reviewed, .held].contains(state) {
      return role == .reviewer && home.height == tier.height - 1
    }
    return enters && isInScope && home.height >= tier.height && (isMine || isAtTier)
  }

  // MARK: what can be done

  private var isOpen: Bool { [.submitted, .reviewed, .held, .changing, .exiting].contains(state) }
  /// Waits, and nobody has it in review.
  private var waits: Bool { [.submitted, .changing, .exiting].contains(state) }
  private var isMemberHere: Bool { [.admitted, .changing, .exiting].contains(state) }
  /// Some tier has it: here, or one below.
  private var isMember: Bool { isMemberHere || (tier != .county && state != .draft) }

  private var isLegal: Bool {
    switch action {
    case .see, .keep: true
    case .edit: !isOpen && !isMember
    case .delete: state == .draft
    case .submit: !isOpen && !isMember
    case .withdraw, .begin: waits
    case .handOver, .release: state == .held
    case .admit, .sendBack: waits || state == .held
    case .recommend: state == .admitted && tier != .province
    case .change, .exit: state == .admitted
    case .plan: isMemberHere
    }
  }
}
