import Domain

/// Values of options that are more than a word.
enum OptionValue {
  /// `name=value`; the value may hold further equals signs.
  static func pair(_ text: String, _ option: String) throws -> (name: String, value: String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
      throw Failure.usage("\(option) 应写成 字段=内容；收到“\(text)”", "\(option) takes id=text; got “\(text)”")
    }
    return (Normalised.trimmed(String(text[..<sign])), Normalised.trimmed(String(text[text.index(after: sign)...])))
  }

  /// A day.
  static func day(_ text: String, _ option: String) throws -> Day {
    guard let day = Day(parsing: text) else {
      throw Failure.usage(
        "\(option) 应为日期，如 2023-06-30；收到“\(text)”", "\(option) takes a date, as 2023-06-30; got “\(text)”")
    }
    return day
  }
}
