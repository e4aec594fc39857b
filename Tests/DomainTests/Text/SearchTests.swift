import Testing

@testable import Domain

@Suite struct NormalisedTests {
  @Test func foldsCodes() {
    #expect(Normalised.code(" '３３０ ５２３\u{200B}") == "330523")
    #expect(Normalised.text(" e\u{301}\n") == "é" && Normalised.nfc("e\u{301}").unicodeScalars.count == 1)
    #expect(Normalised.trimmed("\u{3000}安吉 \t") == "安吉" && Normalised.trimmed("  ") == "")
  }
}

@Suite struct PinyinTests {
  @Test(arguments: [
    ("长兴县", "chang xing xian"), ("台州市", "tai zhou shi"), ("丽水市", "li shui shi"), ("乐清市", "yue qing shi"),
    ("鄞州区", "yin zhou qu"), ("嵊泗县", "sheng si xian"), ("莲都区", "lian du qu"), ("天台县", "tian tai xian"),
    ("衢州市", "qu zhou shi"), ("景宁畲族自治县", "jing ning she zu zi zhi xian"), ("厦门", "xia men"), ("重庆", "chong qing"),
    ("浦江县", "pu jiang xian"), ("诸暨市", "zhu ji shi"), ("婺城区", "wu cheng qu"), ("绿城", "lv cheng"),
  ])
  func readsNames(name: String, pinyin: String) { #expect(Pinyin.syllables(of: name).joined(separator: " ") == pinyin) }

  @Test func knowsAllReadings() {
    #expect(Set(Pinyin.readings(of: "长")) == ["chang", "zhang"])
    #expect(Pinyin.readings(of: "A").isEmpty && !Pinyin.readings(of: "㐀").isEmpty && !Pinyin.readings(of: "龥").isEmpty)
    #expect(Pinyin.initials(of: "安吉A县") == "ajx")
  }

  @Test func ordersNames() {
    let names = ["12号窑", "2号窑", "长兴县", "安吉县", "昂山", "湖州市", "安吉"]
    #expect(
      names.sorted { Pinyin.sortKey(of: $0).utf8.lexicographicallyPrecedes(Pinyin.sortKey(of: $1).utf8) }
        == ["2号窑", "12号窑", "安吉", "安吉县", "昂山", "长兴县", "湖州市"])
  }
}

@Suite struct SearchTests {
  static let firm = "安吉天荒坪水泥有限公司"

  @Test(arguments: [
    ("安吉", firm), ("anji", firm), ("anj", firm), ("aj", firm), ("ajsn", firm), ("a", firm), ("an", firm),
    ("水泥 安吉", firm),
    ("ajthp", firm), ("shui", firm), ("sh", firm), ("泥", firm), ("司", firm), ("安ji", firm), ("AnJi", firm),
    ("ａｎｊｉ", firm),
    ("3号窑", "2500t/d熟料线3号窑余热发电"), ("30100799", "91330100799655058B"), ("91", "91330100799655058B"),
    ("58b", "91330100799655058B"), ("2500t", "2500t/d熟料线"), ("zhangxing", "长兴钢铁"), ("changxing", "长兴钢铁"),
    ("3hyyr", "2500t/d熟料线3号窑余热发电"), ("3haoyao", "3号窑余热发电"), ("xian", "西安"), ("", firm), ("㐀", "㐀化工"),
    ("2203-330483", "2203-330483-07-02-123456"),
    ("ajsn", "安吉县某某新型水泥有限公司"), ("ajsn", "安全生产集中管理\n安吉（天荒坪）水泥"), ("yryr", "余热利用余热锅炉"),
    ("snyr", "安吉水泥\n水泥窑余热发电"), ("zdgz", "对窑尾预热器系统进行自动化改造，采用新型自动跟踪装置"), ("aajsn", "安安吉水泥"),
  ])
  func finds(typed: String, text: String) {
    let query = SearchTokens.query(typed)
    #expect(query.matches(text))
    #expect(query.passes(Set(SearchTokens.tokens(for: text))))
    #expect(Self.asked(SearchMatcher(query), text))
  }

  static func asked(_ matcher: SearchMatcher, _ text: String) -> Bool {
    Array(SearchTokens.folded(text).utf8).withUnsafeBytes { matcher.matches($0) }
  }

  @Test(arguments: [
    ("吉安", firm), ("jian", "安吉水泥"), ("snaj", firm), ("桐乡", firm), ("3号窑", "13号机 窑"), ("4hyyr", "3号窑余热发电"),
    ("00799", "91330100"),
    ("ajx", firm), ("bz", firm),
    // Initials with gaps: not from one field to the next, not over a comma, not over half a sentence.
    ("ajsn", "安吉县\n水泥"), ("ajsn", "安吉新建、水泥"), ("yryr", "对窑头余热锅炉的蒸汽管道加以改造，扩大余热发电"),
    ("ajsn", "安吉某某某某某某某水泥"),
  ])
  func leavesOut(typed: String, text: String) {
    let query = SearchTokens.query(typed)
    #expect(!query.matches(text))
    #expect(!Self.asked(SearchMatcher(query), text))
  }

  @Test func theSieveNeverLosesAMatch() {
    let texts = [
      Self.firm, "长兴县某某纺织印染有限公司2#线", "浙江ABC-新材料3号窑", "厦门重工（台州）", "龙游县造纸 12.5MW", "乐清a1b", "嗯", "绿色低碳ⅡX1",
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3_000 {
      let source = texts.randomElement(using: &random) ?? ""
      let letters: [String] =
        Bool.random(using: &random)
        ? source.map(String.init)
        : Pinyin.syllables(of: source).map { Bool.random(using: &random) ? $0 : String($0.prefix(1)) }
      let from = Int.random(in: 0..<letters.count, using: &random)
      let to = Int.random(in: from..<min(letters.count, from + 6), using: &random)
      let query = SearchTokens.query(letters[from...to].joined())
      let matcher = SearchMatcher(query)
      for text in texts {
        #expect(Self.asked(matcher, text) == query.matches(text), "\(letters[from...to]) in \(text)")
        guard query.matches(text) else { continue }
        #expect(query.passes(Set(SearchTokens.tokens(for: text))), "\(letters[from...to]) in \(text)")
      }
    }
  }

  @Test func isBounded() {
    let long = String(repeating: "长兴重行乐都", count: 5_000)
    #expect(SearchTokens.tokens(for: long).count < 200)
    #expect(SearchTokens.query(String(repeating: "xianan", count: 1_000)).terms.count <= 8)
    #expect(SearchTokens.query("!! \"*").matchExpression == nil)
    #expect(SearchTokens.query("安吉").matchExpression == "((\"安吉\"))")
  }
}
