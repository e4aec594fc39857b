import CXLSXWriter

/// How cells look; a few ways, the same in every workbook.
package enum SheetStyle: Int, CaseIterable, Sendable {
  /// A row of a list.
  case body
  /// A column's name.
  case heading
  /// The name of a column that must be filled.
  case required
  /// Sums under a list.
  case total
  /// What the page is called, across it.
  case title
  /// A line of explanation.
  case note
  /// A field's name on a page that is signed.
  case label
  /// A field's value on such a page: framed, wrapped.
  case value
  /// Where a seal or a name goes.
  case stamp

  /// What a number format shows; `digits` by the decimals a figure has.
  enum Format: Int, CaseIterable {
    case text, none, one, two, three, four, day, month, general

    var pattern: String {
      switch self {
      case .text: "@"
      case .none: "0"
      case .one: "0.0"
      case .two: "0.00"
      case .three: "0.000"
      case .four: "0.0000"
      case .day: "yyyy\\-mm\\-dd"
      case .month: "yyyy\\-mm"
      case .general: "General"
      }
    }

    static func digits(_ decimals: Int) -> Format { [.none, .one, .two, .three, .four][min(max(decimals, 0), 4)] }
  }

  /// Dark blue, as a heading's ground; light grey, as a field's name's.
  private static let colours = (heading: 0x1F4E79 as UInt32, label: 0xF2F2F2 as UInt32, required: 0xC00000 as UInt32)

  func dress(_ format: UnsafeMutablePointer<lxw_format>, _ number: Format) {
    format_set_font_name(format, "宋体")
    format_set_num_format(format, number.pattern)
    func align(_ places: lxw_format_alignments...) {
      for place in places { format_set_align(format, UInt8(place.rawValue)) }
    }
    func frame() { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    switch self {
    case .body: align(LXW_ALIGN_VERTICAL_TOP)
    case .heading, .required:
      format_set_bold(format)
      format_set_font_color(format, 0xFFFFFF)
      format_set_bg_color(format, self == .heading ? Self.colours.heading : Self.colours.required)
      format_set_text_wrap(format)
      align(LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER)
      frame()
    case .total:
      format_set_bold(format)
      format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 16)
      align(LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER)
    case .note:
      format_set_text_wrap(format)
      align(LXW_ALIGN_VERTICAL_TOP)
    case .label:
      format_set_bg_color(format, Self.colours.label)
      format_set_text_wrap(format)
      align(LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER)
      frame()
    case .value:
      format_set_text_wrap(format)
      align(number == .text ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT, LXW_ALIGN_VERTICAL_CENTER)
      frame()
    case .stamp:
      format_set_text_wrap(format)
      align(LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP)
      frame()
    }
  }
}
