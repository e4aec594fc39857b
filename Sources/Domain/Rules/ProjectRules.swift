/// All rules of a project, in the order they are reported; ids are permanent.
extension Project {
  /// By concern, one file each.
  package static let rules: [Rule<Project>] =
    basicRules + kindRules + dateRules + runningRules + energyRules + levelRules + moneyRules + listRules
    + duplicateRules
}
