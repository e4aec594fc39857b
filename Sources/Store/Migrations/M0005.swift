/// Further registers.
enum M0005 {
  static let statements: [String] = []
}
