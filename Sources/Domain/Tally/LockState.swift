/// How far a quarter is locked 锁定 in a region.
package enum LockState: Hashable, Sendable {
  /// Nobody has locked it.
  case open
  /// Some of its parts are locked.
  case partly(locked: Int, of: Int)
  /// All of it; `isUnreported` says that the tier above locked it with the last known figures 代锁、未报.
  case locked(version: Int, on: Day, by: String, isUnreported: Bool)

  /// All of it is locked.
  package var isLocked: Bool { if case .locked = self { true } else { false } }

  /// The state in words.
  package var label: Label {
    switch self {
    case .open: return Label(zh: "未锁定", en: "open")
    case .partly(let locked, let of): return Label(zh: "已锁定\(locked)/\(of)", en: "\(locked) of \(of) locked")
    case .locked(let version, let day, _, let isUnreported):
      let again = version > 1 ? "第\(version)版" : ""
      return Label(
        zh: "\(day.label.zh)锁定\(again)" + (isUnreported ? "(未报)" : ""),
        en: "locked \(day.label.en)" + (version > 1 ? ", version \(version)" : "")
          + (isUnreported ? " (not reported)" : ""))
    }
  }
}
