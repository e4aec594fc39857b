/// Rules that many registers ask, each under an id of the register's own.
enum CommonRules {
  /// The region lies inside the person's own.
  static func ownRegion<R: Record>(_ id: String, _ region: KeyPath<R, String> & Sendable) -> Rule<R> {
    Rule(id, .record, .error, "归口地区应在本人所属地区之内", "The region lies inside one's own", fields: ["region"]) {
      record, context in
      let code = record[keyPath: region]
      guard let scope = context.scope, !code.isEmpty, !context.reference.regions.isIn(code, scope) else { return [] }
      return [
        .init("归口地区不在本人所属地区内，请改选或交由该地区填报", "This region is outside your own; choose another or leave it to that region")
      ]
    }
  }

  /// The region is that of the enterprise or plant it concerns, which is on the list and has not ended.
  static func region<R: Record>(
    _ id: String, of enterprise: KeyPath<R, RecordID?> & Sendable, is region: KeyPath<R, String> & Sendable
  ) -> Rule<R> {
    Rule(
      id, .library, .warning, "企业应在企业清单内，地区应一致", "The enterprise is on the list, in the same region",
      fields: ["enterprise", "region"]
    ) { record, context in
      guard let link = record[keyPath: enterprise] else { return [] }
      guard let firm = context.linked(Enterprise.self, link) else {
        return [
          .init("该企业已不在企业清单内，请重选", "It is no longer on the enterprise list; choose again", fields: ["enterprise"])
        ]
      }
      let code = record[keyPath: region]
      guard !firm.region.isEmpty, !code.isEmpty, firm.region != code else { return [] }
      return [
        .init(
          "归口地区与企业不同，请核对或改选厂区", "Its region is not the enterprise's; check, or choose another plant", fields: ["region"]
        )
      ]
    }
  }

  /// What has happened has happened: none of these days lies ahead.
  static func past<R: Record>(_ id: String, _ days: [(field: String, day: KeyPath<R, Day?> & Sendable)]) -> Rule<R> {
    Rule(
      id, .record, .error, "实际日期不晚于今天", "What has happened is not ahead", fields: days.map(\.field)
    ) { record, context in
      days.compactMap { field, path in
        guard RuleTools.isFuture(record[keyPath: path], context), let name = label(R.self, field) else { return nil }
        return .init(
          "“\(name.zh)”晚于今天，请改正或等发生后再填", "“\(name.en)” lies ahead; correct it, or enter it when it has happened",
          fields: [field])
      }
    }
  }

  /// One thing comes after the other: each of these days is not before the one that stands before it.
  static func order<R: Record>(_ id: String, _ days: [(field: String, day: KeyPath<R, Day?> & Sendable)]) -> Rule<R> {
    Rule(
      id, .record, .error, "日期应按先后次序", "The days are in their order", fields: days.map(\.field)
    ) { record, _ in
      let filled = days.compactMap { field, path in record[keyPath: path].map { (field, $0) } }
      return zip(filled, filled.dropFirst()).compactMap { earlier, later in
        guard later.1 < earlier.1, let first = label(R.self, earlier.0), let second = label(R.self, later.0) else {
          return nil
        }
        return .init(
          "“\(second.zh)”\(later.1.iso)早于“\(first.zh)”\(earlier.1.iso)，请改正",
          "“\(second.en)” \(later.1.iso) is before “\(first.en)” \(earlier.1.iso); correct one of them",
          fields: [earlier.0, later.0])
      }
    }
  }

  /// One record for one thing.
  static func once<R: Record>(
    _ id: String, _ zh: String, _ en: String, key: KeyPath<R, String> & Sendable, fields: [String]
  ) -> Rule<R> {
    Rule(id, .library, .error, zh, en, fields: fields) { record, context in
      let key = record[keyPath: key]
      guard !key.isEmpty else { return [] }
      let twins = context.records(R.self, where: R.schema.keyField, is: .text(key))
      guard twins.contains(where: { $0.id != record.id }) else { return [] }
      return [.init("“\(key)”已有一条记录，请改用该记录", "“\(key)” has a record already; use that one")]
    }
  }

  private static func label<R: Record>(_ type: R.Type, _ field: String) -> Label? {
    R.schema.fields.first { $0.spec.id == field }?.spec.label
  }
}
