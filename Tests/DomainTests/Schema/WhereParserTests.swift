import Testing

@testable import Domain

/// The grammar of `--where` and of the filter line.
@Suite struct WhereParserTests {
  private let today = Day(number: 20_230_630) ?? .first

  private func parser() throws -> WhereParser {
    let linked = RecordID(high: 1, low: 2)
    return WhereParser(try #require(Registers.named("projects")), .builtIn, today: today) { register, key in
      register == "enterprises" && key == "91330000" ? linked : nil
    }
  }

  private func condition(_ text: String) throws -> Filter.Condition {
    let conditions = try parser().parse(text).get()
    #expect(conditions.count == 1)
    return try #require(conditions.first)
  }

  @Test func everyOperatorIsRead() throws {
    for op in Filter.Operator.allCases {
      let condition = try condition("name\(op.rawValue)余热")
      #expect(condition == Filter.Condition("name", op, [.text("余热")]))
    }
  }

  @Test func valuesAreReadAsTheFieldsKind() throws {
    #expect(try condition("region=湖州市") == Filter.Condition("region", .equal, [.text("330500")]))
    #expect(try condition("stage=储备|under_way").values == [.text("reserve"), .text("under_way")])
    #expect(try condition("deadline<2024").values == [.month(try #require(Month(year: 2024, month: 1)))])
    #expect(try condition("grid_date>=2023-05").values == [.day(try #require(Day(number: 20_230_501)))])
    #expect(try condition("fund_own>1亿").values == [.amount(Amount(10_000))])
    #expect(try condition("enterprise=91330000").values == [.record(RecordID(high: 1, low: 2))])
    #expect(try condition("region=山区26县").values == [.text("山区26县")])
  }

  @Test func fullWidthMarksAndBlanksCountAsPlainOnes() throws {
    #expect(try condition(" 　name ～ 余热 ") == Filter.Condition("name", .contains, [.text("余热")]))
    #expect(try condition("name＝余热") == Filter.Condition("name", .equal, [.text("余热")]))
  }

  @Test func emptinessIsAConditionWithoutValues() throws {
    #expect(try condition("deadline=") == Filter.Condition("deadline", .equal, []))
    #expect(try condition("deadline!=") == Filter.Condition("deadline", .notEqual, []))
    #expect(try condition("code_exempt=否") == Filter.Condition("code_exempt", .equal, []))
    #expect(try condition("code_exempt=是") == Filter.Condition("code_exempt", .equal, [.flag(true)]))
  }

  @Test func fieldsOfChildListsHaveTheListsName() throws {
    #expect(try condition("milestones.stage=开工").field == "milestones.stage")
    let problem = try parser().parse("measures.wrong~x")
    #expect(throws: TextProblem.self) { try problem.get() }
    if case .failure(let problem) = problem { #expect(problem.message.zh.contains("measures.technology")) }
  }

  @Test func fieldsGoByLabelsAliasesAndHeadingsToo() throws {
    let wanted = Filter.Condition("stage", .equal, [.text("reserve")])
    for text in ["stage=储备", "实施阶段=储备", "Stage=储备", " 实施 阶段 ＝ reserve", "STAGE = reserve"] {
      #expect(try condition(text) == wanted, "\(text)")
    }
    #expect(try condition("地区=湖州市").field == "region")
    #expect(try condition("县（市、区）=湖州市").field == "region")
    #expect(try condition("Start month>=2023-01").field == "start_month")
    #expect(try condition("改造期限=").expression == "deadline=")
    for text in ["measures.technology~余热", "改造措施·技术目录~余热", "Measures.Technology~余热", "改造措施.技术目录~余热"] {
      #expect((try? condition(text))?.field == "measures.technology", "\(text)")
    }
  }

  /// A label that two fields share would make a filter on one of them look at the other.
  @Test(arguments: Registers.all.map(\.id)) func everyLabelNamesItsOwnField(_ id: String) throws {
    let register = try #require(Registers.named(id))
    let parser = WhereParser(register, .builtIn, today: today)
    for field in register.fields {
      for name in [field.id, field.label.zh, field.label.en] + field.aliases {
        let found = register.path(named: name)
        // An id wins over a label that reads like it, and a label over an alias.
        let isFree = register.field(FieldNames.folded(name)) == nil && !field.aliases.contains(name)
        #expect(found == field.id || !isFree, "\(name) is \(found ?? "nothing"), not \(field.id)")
        #expect(try parser.parse(name + "=").get().first?.field == found)
      }
    }
    for list in register.lists {
      for field in list.fields {
        let path = "\(list.id).\(field.id)"
        for name in [path, "\(list.label.zh)·\(field.label.zh)", "\(list.label.en).\(field.label.en)"] {
          #expect(register.path(named: name) == path, "\(name)")
        }
      }
    }
  }

  @Test func anOperatorAloneIsAskedForItsField() throws {
    guard case .failure(let problem) = try parser().parse("=1") else { return #expect(Bool(false), "was read") }
    #expect(problem.message.zh.hasPrefix("筛选应写成"))
  }

  @Test func anUnknownFieldListsTheKnownOnes() throws {
    guard case .failure(let problem) = try parser().parse("nmae=余热") else { return #expect(Bool(false), "was read") }
    #expect(problem.message.zh.contains("没有字段“nmae”"))
    #expect(problem.message.en.contains("name "))
  }

  @Test func aWrongValueNamesTheField() throws {
    guard case .failure(let problem) = try parser().parse("deadline=明年") else {
      return #expect(Bool(false), "was read")
    }
    #expect(problem.message.zh.hasPrefix("改造期限（deadline）："))
  }

  @Test func overdueAndDueStandForTheNextDueDay() throws {
    let overdue = try parser().parse("逾期").get()
    #expect(overdue == DueState.overdue.filter(today: today).conditions)
    #expect(try parser().parse("due_soon").get() == DueState.dueSoon.filter(today: today).conditions)
    let due = try parser().parse("due=30").get()
    #expect(due.map(\.op) == [.greaterOrEqual, .lessOrEqual])
    #expect(due.last?.values == [.day(try #require(Day(number: 20_230_730)))])
    // The field that English calls Due is reached by a month.
    #expect(try condition("Due=2023-06").field == "deadline")
  }

  @Test func whatIsWrittenIsReadBackAsItWas() throws {
    let texts = [
      "region=330500", "stage=reserve|under_way", "deadline!=", "name~a\\|b", "measures.technology~余热",
      "fund_own>=5200.5",
      "enterprise=#" + RecordID(high: 7, low: 9).text, "code_exempt=true",
    ]
    for text in texts {
      let condition = try condition(text)
      #expect(condition.expression == text)
      #expect(try self.condition(condition.expression) == condition)
    }
    #expect(try condition("name~a\\|b").values == [.text("a|b")])
  }

  @Test func filtersReadAsSentences() throws {
    let register = try #require(Registers.named("projects"))
    let filter = try parser().filter(["region=330500", "stage=reserve|under_way", "deadline="], words: "agsn").get()
    #expect(filter.sentence(register, .builtIn, .zh) == "“agsn”，归口地区 = 湖州市，实施阶段 = 储备 或 实施，改造期限为空")
    #expect(filter.sentence(register, .builtIn, .en).contains("is empty"))
  }

  @Test func nothingTypedCanCrashIt() throws {
    var generator = SystemRandomNumberGenerator()
    let alphabet =
      Array("=!<>~|\\ .#余热region_name2023-0;'\"％\u{202E}\u{0}é\u{301}").map(String.init) + [
        "measures.", "deadline", "亿",
      ]
    let parser = try parser()
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? ""
      }
      .joined()
      switch parser.parse(text) {
      case .success(let conditions): #expect(!conditions.isEmpty)
      case .failure(let problem): #expect(!problem.message.zh.isEmpty && !problem.message.en.isEmpty)
      }
    }
  }
}
