/// How a register is shown; whatever is not written here follows the schema.
package struct Layout: Sendable {
  /// A part of the form: fields in reading order, each inner array one line; or one child list.
  package struct Section: Sendable {
    /// What stands under a section's heading.
    package enum Content: Sendable {
      /// Field ids, each inner array one line of the form.
      case lines([[String]])
      /// A child list's id.
      case list(String)
    }
    /// The section's heading.
    package let label: Label
    /// Its fields or its child list.
    package let content: Content

    /// A section of fields, given by id, line by line.
    package init(_ zh: String, _ en: String, _ lines: [[String]]) {
      label = Label(zh: zh, en: en)
      content = .lines(lines)
    }

    /// A section that is one child list, given by its id.
    package init(_ zh: String, _ en: String, list: String) {
      label = Label(zh: zh, en: en)
      content = .list(list)
    }
  }

  /// A column that the table can show.
  package struct Column: Hashable, Sendable {
    /// The field's id.
    package let field: String
    /// Cells; the title column takes what is left.
    package let width: Int
    /// Shown unless the person chose otherwise.
    package let isDefault: Bool
    /// A shorter heading than the field's label.
    package let heading: Label?

    /// A column; `heading` where the field's label is too long for its width.
    package init(_ field: String, width: Int, isDefault: Bool = true, heading: (zh: String, en: String)? = nil) {
      self.field = field
      self.width = width
      self.isDefault = isDefault
      self.heading = heading.map { Label(zh: $0.zh, en: $0.en) }
    }
  }

  /// The parts of the form, in its order.
  package let sections: [Section]
  /// In the order of the table; the first is never scrolled away.
  package let columns: [Column]
  /// The order a list opens in.
  package let sort: [Sort]
  /// Fields whose words are found by search; a child list's as `list.field`.
  package let search: [String]
  /// Amounts shown as totals under a list.
  package let totals: [String]
  /// Fields whose order is indexed: sorting by them is instant at any size.
  package let indexed: [String]
  /// Measures of other registers that add up what belongs to a record; their first dimension is the link to it.
  package let figures: [String]

  package init(
    sections: [Section], columns: [Column], sort: [Sort], search: [String], totals: [String] = [],
    indexed: [String] = [], figures: [String] = []
  ) {
    self.sections = sections
    self.columns = columns
    self.sort = sort
    self.search = search
    self.totals = totals
    self.indexed = indexed
    self.figures = figures
  }
}

/// One key of an order. Text sorts by pinyin, codes by their list's order, empty values last.
package struct Sort: Hashable, Sendable {
  /// The field's id.
  package let field: String
  /// Largest first; empty values come last all the same.
  package let descending: Bool

  package init(_ field: String, descending: Bool = false) {
    self.field = field
    self.descending = descending
  }
}
