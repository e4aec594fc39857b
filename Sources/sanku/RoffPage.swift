/// A manual page in roff (`man` macros), line by line; every text is escaped here.
struct RoffPage {
  private(set) var text: String

  init(title: String, section: Int, version: String) {
    text = ".TH \(title) \(section) \"\" \"\(Self.escaped(version))\"\n.nh\n.ad l\n"
  }

  mutating func section(_ title: String) { text += ".SH \"\(Self.quoted(title))\"\n" }

  mutating func subsection(_ title: String) { text += ".SS \"\(Self.quoted(title))\"\n" }

  mutating func paragraph(_ words: String) {
    if !words.isEmpty { text += ".PP\n" + Self.line(words) }
  }

  /// Each line of a text as a paragraph of its own; one that ends in mid-sentence goes on in the next.
  mutating func paragraphs(_ words: String) {
    var open = ""
    for line in words.split(separator: "\n") {
      open += line
      if line.hasSuffix("；") || line.hasSuffix("，") { continue }
      paragraph(open)
      open = ""
    }
    paragraph(open)
  }

  /// The bold command with its arguments on one line.
  mutating func usage(_ command: String, _ arguments: [String]) {
    text += ".PP\n\\fB\(Self.escaped(command))\\fR \(Self.escaped(arguments.joined(separator: " ")))\n"
  }

  /// A term and what it means.
  mutating func item(_ term: String, _ meaning: String) {
    text += ".TP\n\\fB\(Self.escaped(term))\\fR\n" + Self.line(meaning)
  }

  /// Lines exactly as they are.
  mutating func literal(_ lines: [String]) {
    text += ".nf\n" + lines.map(Self.line).joined() + ".fi\n"
  }

  /// A leading dot or quote would be a request.
  private static func line(_ words: String) -> String { "\\&" + escaped(words) + "\n" }

  private static func quoted(_ words: String) -> String { escaped(words).replacing("\"", with: "\\(dq") }

  private static func escaped(_ words: String) -> String {
    words.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      case "`": result += "\\(ga"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "\n": result += " "
      default: result.append(character)
      }
    }
  }
}
