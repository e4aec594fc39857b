/// A child row's Swift form: a plain struct with a permanent id.
package protocol Child: Sendable, Equatable {
  /// Permanent; `.unset` until the row is given one.
  var id: RecordID { get set }
  /// A new row with its defaults.
  init()
  /// Its fields, in the order of the row's form.
  static var fields: [Field<Self>] { get }
}

/// What is true of one child list.
package struct ListSpec: Sendable {
  /// Permanent, snake_case; its fields' paths begin with it.
  package let id: String
  /// What the list is called.
  package let label: Label
  /// Who writes its rows, and when they are frozen.
  package let part: Part
  /// In the order of the row's form.
  package let fields: [FieldSpec]
  /// What other offices call it, over its columns or as a sheet's name.
  package let aliases: [String]
  /// Fields that tell one row from another where rows have no ids: the first that must be filled, and the year.
  package let identity: [String]

  /// A list of these fields, in the order of the row's form.
  package init(id: String, label: Label, part: Part, fields: [FieldSpec], aliases: [String] = []) {
    (self.id, self.label, self.part, self.fields, self.aliases) = (id, label, part, fields, aliases)
    let first = fields.first { $0.isRequired && !$0.isDerived }?.id
    identity = fields.map(\.id).filter { id in id == first || fields.contains { $0.id == id && $0.kind == .year } }
  }

  /// The field of that id, if the list has it.
  package func field(_ id: String) -> FieldSpec? { fields.first { $0.id == id } }
}

/// A child list of `Root`: its specification and how to reach it.
package struct ChildList<Root: Sendable>: Sendable {
  /// What is true of the list.
  package let spec: ListSpec
  let get: @Sendable (Root) -> [ChildRow]
  let set: @Sendable (inout Root, [ChildRow]) -> Void
  /// Field ids, by row, that must be filled and are not.
  let missing: @Sendable (Root) -> [(row: RecordID, field: String)]

  /// The list behind a property; its fields are those of the row's type.
  package init<C: Child>(
    _ id: String, _ path: WritableKeyPath<Root, [C]> & Sendable, _ zh: String, _ en: String, part: Part = .declared,
    aliases: [String] = []
  ) {
    let fields = C.fields
    spec = ListSpec(id: id, label: Label(zh: zh, en: en), part: part, fields: fields.map(\.spec), aliases: aliases)
    get = { root in
      root[keyPath: path].map { child in
        ChildRow(id: child.id, values: Erasure.values(of: child, fields))
      }
    }
    set = { root, rows in
      root[keyPath: path] = rows.map { row in
        var child = C()
        child.id = row.id
        for place in fields.indices { fields[place].set(&child, row[fields[place].spec.id]) }
        return child
      }
    }
    missing = { root in
      root[keyPath: path].flatMap { child in
        fields.filter { $0.requiredWhen?(child) == true && $0.get(child).isEmpty }.map { (child.id, $0.spec.id) }
      }
    }
  }
}

enum Erasure {
  static func values<Root>(of root: Root, _ fields: [Field<Root>]) -> [String: Value] {
    var values: [String: Value] = [:]
    values.reserveCapacity(fields.count)
    // By place: a field taken out of its array is copied whole, with all its texts.
    for place in fields.indices {
      let value = fields[place].get(root)
      if !value.isEmpty { values[fields[place].spec.id] = value }
    }
    return values
  }
}

/// A register's record: a plain struct; its three declarations stand beside it in the same file.
package protocol Record: Sendable, Equatable {
  /// Permanent; `.unset` until the record is given one.
  var id: RecordID { get set }
  /// 0 before the first save, then one more with each.
  var revision: Int { get set }
  /// A new record with its defaults, as a form starts from.
  init()
  /// What is true: fields and child lists.
  static var schema: Schema<Self> { get }
  /// How it is shown: form sections, table columns; only what differs from the schema's order.
  static var layout: Layout { get }
  /// What it counts for.
  static var measures: [Measure] { get }
  /// Rules of all reaches, in the order they are reported.
  static var rules: [Rule<Self>] { get }
  /// What waits in it for somebody, the most pressing first; none unless a register says so.
  static var matters: [Matter] { get }
  /// Fills everything derived and carried; called before each check and each write.
  mutating func derive(in context: DeriveContext)
}

extension Record {
  package static var matters: [Matter] { [] }
}

/// The fields and child lists of one register.
package struct Schema<Root: Sendable>: Sendable {
  /// Permanent, snake_case; the register's id.
  package let id: String
  /// What the list is called.
  package let label: Label
  /// What one record is called.
  package let singular: Label
  /// The plan's clause that it serves, such as `三(二)4`.
  package let clause: String
  /// Further clauses that it serves: titles are named by five.
  package let also: [String]
  /// The field by which people name a record, and the one that says what it is.
  package let keyField: String
  /// The field that says what a record is.
  package let titleField: String
  /// In the order of files and of the data dictionary.
  package let fields: [Field<Root>]
  /// In the order of files and of the data dictionary.
  package let lists: [ChildList<Root>]

  package init(
    _ id: String, _ label: Label, singular: Label, clause: String, also: [String] = [], key: String, title: String,
    fields: [Field<Root>], lists: [ChildList<Root>] = []
  ) {
    self.id = id
    self.label = label
    self.singular = singular
    self.clause = clause
    self.also = also
    keyField = key
    titleField = title
    self.fields = fields
    self.lists = lists
  }
}

extension Schema where Root: Record {
  /// The record as values by field id.
  package func document(_ record: Root) -> Document {
    var children: [String: [ChildRow]] = [:]
    for place in lists.indices {
      let rows = lists[place].get(record)
      if !rows.isEmpty { children[lists[place].spec.id] = rows }
    }
    return Document(
      register: id, id: record.id, revision: record.revision, values: Erasure.values(of: record, fields),
      children: children)
  }

  /// The record that a document holds; values of a wrong kind become absent.
  package func record(_ document: Document) -> Root {
    var record = Root()
    record.id = document.id
    record.revision = document.revision
    // Also what is absent: a cleared field must not come back as a new record's default.
    for place in fields.indices { fields[place].set(&record, document[fields[place].spec.id]) }
    for place in lists.indices { lists[place].set(&record, document.children[lists[place].spec.id] ?? []) }
    return record
  }
}

extension RecordID {
  /// The id of a struct that no record or row has given one yet.
  package static let unset = RecordID(high: 0, low: 0)
}
