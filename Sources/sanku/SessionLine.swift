import Domain

/// The line that a client asks for, taken apart into words; nothing in it is ever expanded or run.
///
/// Blanks part words; `'...'` is taken as it is; inside `"..."` and outside quotes a backslash takes the next character
/// as it is. `| ; & $ * < >` and the like are letters like any other.
enum SessionLine {
  /// Longer lines are nobody's.
  private static let longest = 32_768

  static func words(_ bytes: UnsafePointer<CChar>) -> Result<[String], TextProblem> {
    guard let line = String(validatingCString: bytes), line.utf8.count <= longest else {
      return .failure(TextProblem(zh: "命令行不是 UTF-8 文字，或太长", en: "The line is no UTF-8 text, or too long"))
    }
    return words(line)
  }

  static func words(_ line: String) -> Result<[String], TextProblem> {
    var words: [String] = []
    var word: String.UnicodeScalarView?
    var quote: Unicode.Scalar?
    var isEscaped = false
    for scalar in line.unicodeScalars {
      guard scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value) else {
        return .failure(TextProblem(zh: "命令行中有换行或控制字符", en: "The line holds a line break or a control character"))
      }
      if isEscaped {
        word.take(scalar)
        isEscaped = false
      } else if scalar == "\\", quote != "'" {
        isEscaped = true
      } else if scalar == quote {
        quote = nil
      } else if quote == nil, scalar == "'" || scalar == "\"" {
        quote = scalar
        word = word ?? .init()
      } else if quote == nil, scalar == " " {
        if let whole = word { words.append(String(whole)) }
        word = nil
      } else {
        word.take(scalar)
      }
    }
    guard quote == nil, !isEscaped else {
      return .failure(
        TextProblem(zh: "命令行的引号没有成对，或以反斜线结尾", en: "The line's quotes do not match, or it ends in a backslash"))
    }
    if let word { words.append(String(word)) }
    return .success(words)
  }
}

extension String.UnicodeScalarView? {
  fileprivate mutating func take(_ scalar: Unicode.Scalar) {
    if self == nil { self = .init() }
    self?.append(scalar)
  }
}
