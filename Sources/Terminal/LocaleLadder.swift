import Glibc

/// Finds a locale that works: ssh forwards `LANG=zh_CN.UTF-8` to hosts that lack it, and then `setlocale` fails.
package enum LocaleLadder {
  /// What came of settling.
  package struct Outcome: Hashable, Sendable {
    /// True where the terminal takes UTF-8: the locale says so, or the environment asked for it.
    package let isUTF8: Bool
    /// What to say on the message line; nil where all is as asked.
    package let notice: Notice?
  }

  /// Settles the process's locale; once, before any thread is started.
  package static func settle() -> Outcome {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let asked = names.lazy.compactMap { getenv($0).map { String(cString: $0) } }.first { !$0.isEmpty } ?? ""
    return settle(asked: asked) { name in
      guard setlocale(LC_CTYPE, name) != nil else { return nil }
      return nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    }
  }

  /// The ladder itself; `set` sets a locale and returns its character set, nil where the host lacks it.
  static func settle(asked: String, set: (String) -> String?) -> Outcome {
    if let charset = set(""), isUTF8(charset) { return Outcome(isUTF8: true, notice: nil) }
    guard isUTF8(asked) else {
      return Outcome(
        isUTF8: false,
        notice: Notice(
          zh: "Locale is not UTF-8: Chinese shows as ?; set LC_ALL=C.UTF-8",
          en: "Locale is not UTF-8: Chinese shows as ?; set LC_ALL=C.UTF-8"))
    }
    let name = CleanText(asked)
    for step in ["C.UTF-8", "en_US.UTF-8"] {
      guard let charset = set(step), isUTF8(charset) else { continue }
      return Outcome(
        isUTF8: true,
        notice: Notice(
          zh: "本机没有语言环境 \(name.string)，已改用 \(step)", en: "This host lacks the locale \(name.string); using \(step)"))
    }
    return Outcome(
      isUTF8: true,
      notice: Notice(
        zh: "本机没有语言环境 \(name.string)，也没有 C.UTF-8", en: "This host lacks the locale \(name.string) and C.UTF-8 too"))
  }

  private static func isUTF8(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.contains("utf-8") || lower.contains("utf8")
  }
}
