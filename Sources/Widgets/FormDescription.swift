import Terminal

/// A place in a form: a field of the record, or a field of one row of a child list.
package struct FormKey: Hashable, Sendable, Codable {
  /// The field's id; of a child list without rows the list's.
  package let field: String
  /// The child row's id; nil for a field of the record itself.
  package let row: String?

  package init(_ field: String, row: String? = nil) {
    self.field = field
    self.row = row
  }
}

/// One of a short fixed list of values.
package struct FormChoice: Hashable, Sendable {
  /// Permanent id.
  package let id: String
  /// What is shown.
  package let label: CleanText

  package init(_ id: String, _ label: CleanText) {
    self.id = id
    self.label = label
  }
}

/// How a field is typed into.
package enum FormKind: Hashable, Sendable {
  /// One line.
  case text
  /// Several lines; F2 opens it, then Enter makes a new line and F2 or Tab closes it.
  case area
  /// Digits, written at the right.
  case number
  /// A day, `2023-06-30`, stepped with the arrows.
  case date
  /// A month, `2023-06`, stepped with the arrows.
  case month
  /// Chosen from candidates that the caller's hook finds.
  case picker
  /// Chosen from a short list.
  case choice([FormChoice])
  /// Yes or no: `1` or empty.
  case toggle
}

/// One field: what it is called, how it is typed, how much room it wants.
package struct FormItem: Hashable, Sendable {
  /// Cells for the text, without the label.
  package enum Width: Hashable, Sendable {
    /// So many cells, whatever is left of the line.
    case fixed(Int)
    /// At least so many cells, and what is left of the line.
    case flex(min: Int)

    var least: Int {
      switch self {
      case .fixed(let cells), .flex(let cells): max(1, cells)
      }
    }

    var isFlexible: Bool {
      if case .flex = self { return true }
      return false
    }
  }

  /// Permanent id.
  package let id: String
  /// What is shown.
  package let label: CleanText
  /// How it is typed.
  package let kind: FormKind
  /// How much room its text wants.
  package let width: Width
  /// Written behind the field.
  package var unit: CleanText = .empty
  /// Said on the message line while the field has the focus.
  package var help: CleanText = .empty
  /// Marked with `*`, and counted in the form's progress.
  package var required = false
  /// Shown, never focused.
  package var readonly = false
  /// Filled from other fields: shown dim; typed over unless it is also `readonly`.
  package var derived = false
  /// Begins a line of its own.
  package var startsLine = false
  /// Cells kept free behind the field for what `FormHooks.note` says.
  package var noteWidth = 0

  package init(_ id: String, _ label: CleanText, _ kind: FormKind = .text, width: Width) {
    self.id = id
    self.label = label
    self.kind = kind
    self.width = width
  }

  /// The item with some of its properties changed.
  package func with(_ change: (inout FormItem) -> Void) -> FormItem {
    var copy = self
    change(&copy)
    return copy
  }

  /// Chosen from a list that opens below it.
  package var isPicked: Bool {
    switch kind {
    case .picker, .choice: true
    default: false
    }
  }
}

/// A child list: rows of the same fields.
package struct FormGrid: Hashable, Sendable {
  /// Permanent id.
  package let id: String
  /// The fields of a row, from left to right.
  package let columns: [FormItem]
  /// Rows are given; none is added, deleted or moved.
  package var fixedRows = false
  /// Rows stand side by side as columns, fields below each other.
  package var across = false
  /// The field that names a row: the heading of its column when `across`; not typed.
  package var title: String?

  package init(_ id: String, columns: [FormItem]) {
    self.id = id
    self.columns = columns
  }

  /// The child list with some of its properties changed.
  package func with(_ change: (inout FormGrid) -> Void) -> FormGrid {
    var copy = self
    change(&copy)
    return copy
  }
}

/// A part of a section: fields that flow in reading order, or a child list.
package enum FormBlock: Hashable, Sendable {
  /// Fields that flow in reading order.
  case items([FormItem])
  /// A child list.
  case grid(FormGrid)
}

/// A section with its heading.
package struct FormSection: Hashable, Sendable {
  /// Permanent id.
  package let id: String
  /// Its heading, in the language of the person.
  package let title: CleanText
  /// From the top down.
  package let blocks: [FormBlock]

  package init(_ id: String, _ title: CleanText, _ blocks: [FormBlock]) {
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}
