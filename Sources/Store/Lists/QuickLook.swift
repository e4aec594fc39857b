import GRDBSQLite
import UseCases

extension Connection {
  /// Runs `body` for at most so many opcodes and questions; false when it was stopped. What it found stays found.
  func briefly(_ opcodes: Int32, _ questions: Int, _ body: () throws -> Void) throws -> Bool {
    allowance = questions
    sqlite3_progress_handler(pointer, opcodes, { _ in 1 }, nil)
    defer {
      allowance = nil
      sqlite3_progress_handler(pointer, 0, nil, nil)
    }
    do {
      try body()
      return true
    } catch let failure as Failure where failure.code & 0xFF == SQLITE_INTERRUPT {
      return false
    }
  }
}
