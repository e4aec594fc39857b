import Domain
import GRDBSQLite

/// What SQLite answered when it did not do as asked; becomes a `StoreError` at the store's edge.
struct Failure: Error {
  let code: Int32
  let message: String

  init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  init(_ connection: OpaquePointer) {
    code = sqlite3_extended_errcode(connection)
    message = String(cString: sqlite3_errmsg(connection))
  }
}

/// One prepared statement: bound by place from 1, read by column from 0, used again and again.
final class Prepared {
  private let connection: OpaquePointer
  private let statement: OpaquePointer
  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ connection: OpaquePointer, _ sql: String) throws {
    var pointer: OpaquePointer?
    let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &pointer, nil)
    guard code == SQLITE_OK, let pointer else { throw Failure(connection) }
    self.connection = connection
    statement = pointer
  }

  deinit { sqlite3_finalize(statement) }

  func bind(_ place: Int, _ number: Int64) { sqlite3_bind_int64(statement, Int32(place), number) }
  func bind(_ place: Int, _ number: Int) { sqlite3_bind_int64(statement, Int32(place), Int64(number)) }
  func bindNull(_ place: Int) { sqlite3_bind_null(statement, Int32(place)) }

  func bind(_ place: Int, _ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // A nil pointer would bind NULL; an empty text is not that.
        _ =
          characters.baseAddress == nil
          ? sqlite3_bind_text(statement, Int32(place), "", 0, Self.transient)
          : sqlite3_bind_text(
            statement, Int32(place), characters.baseAddress, Int32(characters.count), Self.transient)
      }
    }
  }

  func bind(_ place: Int, bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      _ =
        buffer.isEmpty
        ? sqlite3_bind_zeroblob(statement, Int32(place), 0)
        : sqlite3_bind_blob(statement, Int32(place), buffer.baseAddress, Int32(buffer.count), Self.transient)
    }
  }

  func bind(_ place: Int, _ id: RecordID) {
    var words = (id.high.bigEndian, id.low.bigEndian)
    withUnsafeBytes(of: &words) { buffer in
      _ = sqlite3_bind_blob(statement, Int32(place), buffer.baseAddress, 16, Self.transient)
    }
  }

  func bind(_ place: Int, _ cell: Cell) {
    switch cell {
    case .null: bindNull(place)
    case .integer(let number): bind(place, number)
    case .text(let text): bind(place, text)
    case .id(let id): bind(place, id)
    }
  }

  /// Goes to the next row; false at the end.
  func step() throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default:
      let failure = Failure(connection)
      sqlite3_reset(statement)
      throw failure
    }
  }

  /// Runs to the end and is ready for the next use.
  func run() throws {
    defer { reset() }
    while try step() {}
  }

  func reset() {
    sqlite3_reset(statement)
  }

  /// Binds, gives each row to `body`, and resets whatever happens.
  func each(_ cells: [Cell] = [], _ body: (Prepared) throws -> Void) throws {
    defer { reset() }
    for (place, cell) in cells.enumerated() { bind(place + 1, cell) }
    while try step() { try body(self) }
  }

  /// The first row's answer, or nil without a row.
  func first<T>(_ cells: [Cell] = [], _ body: (Prepared) throws -> T) throws -> T? {
    defer { reset() }
    for (place, cell) in cells.enumerated() { bind(place + 1, cell) }
    return try step() ? try body(self) : nil
  }

  func execute(_ cells: [Cell]) throws {
    for (place, cell) in cells.enumerated() { bind(place + 1, cell) }
    try run()
  }

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }
  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }
  func int(_ column: Int) -> Int { Int(integer(column)) }

  func text(_ column: Int) -> String { String(decoding: textBytes(column), as: UTF8.self) }

  private func textBytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(statement, Int32(column))
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
  }

  func bytes(_ column: Int) -> [UInt8] {
    let start = sqlite3_column_blob(statement, Int32(column))
    return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
  }

  func id(_ column: Int) -> RecordID? {
    guard sqlite3_column_bytes(statement, Int32(column)) == 16,
      let start = sqlite3_column_blob(statement, Int32(column))
    else { return nil }
    return RecordID(
      high: UInt64(bigEndian: start.loadUnaligned(as: UInt64.self)),
      low: UInt64(bigEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
  }

  func cell(_ column: Int) -> Cell {
    switch sqlite3_column_type(statement, Int32(column)) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer(integer(column))
    case SQLITE_BLOB: id(column).map(Cell.id) ?? .null
    default: .text(text(column))
    }
  }

  /// Rows and index entries visited since the last call: what a test counts instead of time.
  func takeSteps() -> Int { Int(sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1)) }
}
