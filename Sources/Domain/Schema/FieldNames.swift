/// How people and other programs name a field: by its id, its label in either language, or an alias.
extension Sequence<FieldSpec> {
  /// The field that a name means; ids win over labels, labels over aliases.
  package func named(_ name: String) -> FieldSpec? {
    let folded = FieldNames.folded(name)
    guard !folded.isEmpty else { return nil }
    return first { $0.id == folded }
      ?? first { FieldNames.folded($0.label.zh) == folded || FieldNames.folded($0.label.en) == folded }
      ?? first { $0.aliases.contains { FieldNames.folded($0) == folded } }
  }
}

extension Register {
  /// A field of the record itself, also by the heading that a list has for it.
  package func field(named name: String) -> FieldSpec? {
    if let field = fields.named(name) { return field }
    let folded = FieldNames.folded(name)
    let column = layout.columns.first { column in
      column.heading.map { [$0.zh, $0.en].contains { FieldNames.folded($0) == folded } } ?? false
    }
    return column.flatMap { field($0.field) }
  }

  /// A child list by its id or label.
  package func list(named name: String) -> ListSpec? {
    let folded = FieldNames.folded(name)
    return lists.first { $0.id == folded }
      ?? lists.first { FieldNames.folded($0.label.zh) == folded || FieldNames.folded($0.label.en) == folded }
  }

  /// The path of the field that a name means: `stage` for `实施阶段`, `measures.technology` for `改造措施·技术` or
  /// `measures.technology`; nil where none does. Several parted by `|` are several paths.
  package func path(named name: String) -> String? {
    if name.contains("|") {
      let paths = name.split(separator: "|").compactMap { path(named: String($0)) }
      return paths.count == name.split(separator: "|").count ? paths.joined(separator: "|") : nil
    }
    if let field = field(named: name) { return field.id }
    guard let dot = name.firstIndex(where: { ".·．".contains($0) }), let list = list(named: String(name[..<dot])) else {
      return nil
    }
    return list.fields.named(String(name[name.index(after: dot)...])).map { "\(list.id).\($0.id)" }
  }
}

/// Names as they are compared.
package enum FieldNames {
  /// A name without what does not part two names: blanks, case, full width.
  package static func folded(_ name: String) -> String { Normalised.code(name).lowercased() }
}
