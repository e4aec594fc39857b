import Domain
import Glibc
import Store
import UseCases

/// Where libraries are, and opening them.
enum Libraries {
  /// The library that a command works on: as named, else `SANKU_LIBRARY`, else the default place.
  static func path(_ named: String?) -> String {
    if let named = named ?? SessionSeat.current?.library, !named.isEmpty { return named }
    if let path = Words.environment("SANKU_LIBRARY") { return path }
    let data = Words.environment("XDG_DATA_HOME") ?? (Words.environment("HOME") ?? ".") + "/.local/share"
    return data + "/sanku/library.sanku"
  }

  static func open(_ named: String?, readOnly: Bool = false) throws -> SQLiteStore {
    try SQLiteStore.open(path(named), readOnly: readOnly)
  }

  /// Opens a library for whoever is at work: with the rights that it gives them, or not at all.
  static func enter(
    _ path: String, as environment: Environment = Libraries.environment()
  ) throws -> (store: GuardedStore, environment: Environment) {
    let entered = try Admission.enter(try SQLiteStore.open(path), as: environment, by: SessionSeat.current?.key)
    guard SessionSeat.current == nil || !entered.environment.access.isAlone else {
      throw Failure(.notAllowed, say("库中没有人员，不能远程登录；请先登记人员", "The library has no people to log in; add them first"))
    }
    return entered
  }

  /// Stops what runs in a library now; for another thread than the one that reads.
  static func interrupt(_ store: any Store) {
    let library = (store as? GuardedStore)?.library ?? store
    (library as? SQLiteStore)?.interrupt()
  }

  /// Calls `hear` when somebody else's writing is waited for longer than a moment, on the thread that waits.
  static func whenWaiting(_ store: any Store, _ hear: @escaping @Sendable () -> Void) {
    let library = (store as? GuardedStore)?.library ?? store
    (library as? SQLiteStore)?.whenWaiting(hear)
  }

  /// Makes an empty library.
  static func create(_ path: String, region: String, mark: String) throws -> SQLiteStore {
    let environment = environment()
    let info = LibraryInfo(id: environment.newID(), region: region, mark: mark)
    return try SQLiteStore.create(path, info: info, as: environment)
  }

  /// Takes away a library that was not finished.
  static func remove(_ path: String) {
    for ending in ["", "-journal", ".lock"] { unlink(path + ending) }
    rmdir(path + ".scratch")
  }

  /// The person at work: whose session it is, else the operating system's user.
  static func environment() -> Environment {
    let user = getpwuid(geteuid()).flatMap { String(validatingCString: $0.pointee.pw_name) } ?? "\(geteuid())"
    let origin: HistoryEntry.Origin = SessionSeat.current == nil ? .cli : .ssh
    return Environment(
      actor: Actor(person: SessionSeat.current?.person ?? user, origin: origin.rawValue),
      now: { Instant(milliseconds: Clock.now()) },
      newID: {
        var generator = SystemRandomNumberGenerator()
        return RecordID(at: Instant(milliseconds: Clock.now()), using: &generator)
      })
  }
}

/// What a command works with: the library, who works, and its options.
struct Session {
  let store: any Store
  let environment: Environment
  let options: GlobalOptions

  init(_ options: GlobalOptions) throws {
    Interruption.watch()
    let entered = try Libraries.enter(Libraries.path(options.library))
    (store, environment) = (entered.store, entered.environment)
    self.options = options
  }

  var reference: ReferenceTables { store.reference }

  /// The register of that id.
  func register(_ id: String) throws -> Register { try Session.register(id) }

  static func register(_ id: String) throws -> Register {
    guard let register = Registers.named(id) ?? Registers.all.first(where: { $0.label.zh == id }) else {
      throw UseCaseError.unknownRegister(id)
    }
    return register
  }

  /// The filter that `--where` expressions and search words ask for.
  func filter(_ expressions: [String], _ register: Register, words: String = "") throws -> Filter {
    let parser = WhereParser(register, reference, today: environment.today) { [store] target, key in
      Registers.named(target).flatMap { try? FindRecord.run($0, key: key, in: store) }
    }
    return try parser.filter(expressions, words: words).get()
  }

  /// Columns by id, label or alias of their fields; unknown ones list the known.
  func fields(_ names: String?, _ register: Register, standard: [String]) throws -> [FieldSpec] {
    let wanted = names.map { $0.split(separator: ",").map { Normalised.trimmed(String($0)) } } ?? standard
    guard !wanted.isEmpty else {
      throw Failure.usage("没有写明列；用法如 name,region", "no column is named; write them as name,region")
    }
    return try wanted.map { name in
      guard let field = register.field(named: name) else {
        throw Failure.usage(
          "\(register.label.zh)没有列“\(name)”；可用：\(register.fields.map(\.id).joined(separator: " "))",
          "\(register.id) has no column “\(name)”; there are: \(register.fields.map(\.id).joined(separator: " "))")
      }
      return field
    }
  }

  /// `A,-B` as an order.
  func sort(_ text: String?, _ register: Register) throws -> [Sort] {
    guard let text else { return register.layout.sort }
    return try text.split(separator: ",").flatMap { part in
      let name = Normalised.trimmed(String(part))
      let isDescending = name.hasPrefix("-")
      let fields = try fields(isDescending ? String(name.dropFirst()) : name, register, standard: [])
      return fields.map { Sort($0.id, descending: isDescending) }
    }
  }
}
