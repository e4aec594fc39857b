/// How a register is shown; whatever is not written here follows the schema.
package struct Layout: Sendable {
  /// A part of the form: fields in reading order, each inner array one line; or one child list.
  package struct Section: Sendable {
    package enum Content: Sendable {
      case lines([[String]])
      case list(String)
    }
    package let label: Label
    package let content: Content

    package init(_ zh: String, _ en: String, _ lines: [[String]]) {
      label = Label(zh: zh, en: en)
      content = .lines(lines)
    }

    package init(_ zh: String, _ en: String, list: String) {
      label = Label(zh: zh, en: en)
      content = .list(list)
    }
  }

  /// A column that the table can show.
  package struct Column: Hashable, Sendable {
    package let field: String
    /// Cells; the title column takes what is left.
    package let width: Int
    /// Shown unless the person chose otherwise.
    package let isDefault: Bool
    /// A shorter heading than the field's label.
    package let heading: Label?

    package init(_ field: String, width: Int, isDefault: Bool = true, heading: (zh: String, en: String)? = nil) {
      self.field = field
      self.width = width
      self.isDefault = isDefault
      self.heading = heading.map { Label(zh: $0.zh, en: $0.en) }
    }
  }

  package let sections: [Section]
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
  package let field: String
  package let descending: Bool

  package init(_ field: String, descending: Bool = false) {
    self.field = field
    self.descending = descending
  }
}
