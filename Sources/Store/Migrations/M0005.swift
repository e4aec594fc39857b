/// Carbon ratings, energy accounts with budgets, inspections, experts and their opinions, providers, events, duties.
enum M0005 {
  static let statements =
    ratings + energy + budgets + inspections + experts + opinions + providers + events + duties
}
