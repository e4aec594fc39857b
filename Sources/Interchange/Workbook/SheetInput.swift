import CXLSXWriter
import Domain
import Glibc

/// What a cell takes, and the words that stand beside it while it is filled.
package struct SheetInput: Sendable {
  /// What may be typed; a spreadsheet checks it.
  package enum Kind: Sendable {
    /// One of these; a long list stands on a sheet of its own, as a range.
    case choice([String])
    /// One of the cells of this range, on another sheet.
    case range(String)
    case number
    case day
    /// At most so many characters.
    case length(Int)
    /// Anything; only the words are shown.
    case any
  }

  let kind: Kind
  /// At most 32 characters.
  let title: String
  /// At most 255 characters.
  let message: String
  /// Said when something else is typed.
  let refusal: String
  /// A wrong entry is only asked about.
  let isLenient: Bool

  /// An input; words longer than a spreadsheet shows are cut.
  package init(_ kind: Kind, title: String = "", message: String = "", refusal: String = "", isLenient: Bool = false) {
    self.kind = kind
    self.title = String(title.unicodeScalars.prefix(30).map(Character.init))
    self.message = String(message.unicodeScalars.prefix(240).map(Character.init))
    self.refusal = String(refusal.unicodeScalars.prefix(200).map(Character.init))
    self.isLenient = isLenient
  }

  /// Whether a list can stand in the cell's own rule: no comma in a word, and at most 255 bytes - a spreadsheet takes so
  /// many characters, the library copies them into room for so many bytes.
  static func fits(_ choices: [String]) -> Bool {
    choices.reduce(choices.count) { $0 + $1.utf8.count } <= 255
      && choices.allSatisfy { !$0.contains(",") && !$0.contains("，") && !$0.contains("\"") }
  }

  func validated(_ body: (UnsafeMutablePointer<lxw_data_validation>) -> lxw_error) -> lxw_error {
    var kept: [UnsafeMutablePointer<CChar>?] = []
    defer { for text in kept { free(text) } }
    func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
      guard !text.isEmpty else { return nil }
      kept.append(strdup(text))
      return kept[kept.count - 1]
    }
    var validation = lxw_data_validation()
    validation.ignore_blank = 1
    validation.show_input = 1
    validation.show_error = 1
    validation.dropdown = 1
    validation.input_title = copy(title)
    validation.input_message = copy(message)
    validation.error_message = copy(refusal)
    validation.error_type = UInt8(
      (isLenient ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP).rawValue)
    validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    switch kind {
    case .choice(let choices):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      var list: [UnsafeMutablePointer<CChar>?] = choices.map(copy) + [nil]
      return list.withUnsafeMutableBufferPointer {
        validation.value_list = $0.baseAddress
        return body(&validation)
      }
    case .range(let formula):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = copy(formula)
    case .number:
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      validation.minimum_number = -1e14
      validation.maximum_number = 1e14
    case .day:
      validation.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
      validation.minimum_datetime = lxw_datetime(year: 1950, month: 1, day: 1, hour: 0, min: 0, sec: 0)
      validation.maximum_datetime = lxw_datetime(year: 2200, month: 12, day: 31, hour: 0, min: 0, sec: 0)
    case .length(let most):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
      validation.minimum_number = 0
      validation.maximum_number = Double(most)
    case .any:
      validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
      validation.show_error = 0
    }
    return body(&validation)
  }
}
