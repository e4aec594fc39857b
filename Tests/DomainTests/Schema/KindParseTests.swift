import Testing

@testable import Domain

/// What a clerk types, and what the field takes it for.
@Suite struct KindParseTests {
  private let label = Label(zh: "字段", en: "Field")

  private func value(_ kind: Kind, _ text: String) -> Value? {
    try? kind.parse(text, field: label, reference: .builtIn).get()
  }

  private func problem(_ kind: Kind, _ text: String) -> String? {
    if case .failure(let problem) = kind.parse(text, field: label, reference: .builtIn) {
      problem.message.zh
    } else {
      nil
    }
  }

  @Test func blanksAreEmptyForEveryKind() {
    let kinds: [Kind] = [
      .text(max: 9), .longText(max: 9), .phone, .code(Sectors.list), .reference(.region), .creditCode, .projectCode,
      .integer(0...9), .year, .amount(.tce), .day, .month, .flag, .record(register: "projects"),
    ]
    for kind in kinds {
      #expect(value(kind, "") == .empty)
      #expect(value(kind, " \u{3000} ") == .empty)
    }
  }

  @Test func textsLoseControlsAndInvisibleMarksAndKeepTheirLength() {
    #expect(value(.text(max: 20), " 安吉\u{1B}[31m竹业\u{200B} ") == .text("安吉[31m竹业"))
    #expect(value(.text(max: 20), "第一行\r\n第二行") == .text("第一行 第二行"))
    #expect(value(.longText(max: 20), "第一行\r\n第二行\t完") == .text("第一行\n第二行 完"))
    #expect(value(.text(max: 4), "安吉竹业") == .text("安吉竹业"))
    #expect(problem(.text(max: 4), "安吉竹业家具") == "最多4字，现有6字，请缩短")
  }

  @Test func regionsAreTakenByCodeNameAndFormerName() {
    #expect(value(.reference(.region), "330523") == .text("330523"))
    #expect(value(.reference(.region), "安吉县") == .text("330523"))
    #expect(value(.reference(.region), "湖州市安吉县") == .text("330523"))
    #expect(value(.reference(.region), "３３０５２３") == .text("330523"))
    #expect(value(.reference(.region), "下城区") == .text("330105"))
    #expect(problem(.reference(.region), "乌有县") == "字段没有“乌有县”，请写代码或全称")
  }

  @Test func codesAreTakenByIdAndByEitherLanguage() {
    #expect(value(.code(Sectors.list), "building_materials") == .text("building_materials"))
    #expect(value(.code(Sectors.list), "建材") == .text("building_materials"))
    #expect(value(.code(Sectors.list), "building MATERIALS") == .text("building_materials"))
    #expect(problem(.code(Sectors.list), "玻璃")?.hasPrefix("“玻璃”不在可选项中：石化、化工、建材") == true)
  }

  @Test func industriesAndProductsAndCarriersAreTakenByName() {
    #expect(value(.reference(.industry), "水泥制造") == .text("3011"))
    #expect(value(.reference(.industry), "C3011") == .text("3011"))
    #expect(value(.reference(.carrier), "电力") == .text("electricity"))
    #expect(value(.reference(.carrier), "原煤") == .text("raw_coal"))
    #expect(value(.reference(.product), "煤制焦炭/顶装焦炉") == .text("煤制焦炭/顶装焦炉"))
  }

  @Test(arguments: [
    ("5200", "5200"), ("5,200", "5200"), ("5 200", "5200"), ("0.52亿", "5200"), ("5200万元", "5200"), ("5200 万元", "5200"),
    ("5200万", "5200"), ("52000000元", "5200"), ("0.52亿元", "5200"), ("１２．５", "12.5"), ("12.300000000000001", "12.3"),
    ("1.5E+5", "150000"), ("-3.5", "-3.5"),
  ])
  func amountsInTenThousandYuan(_ typed: String, _ meant: String) {
    #expect(value(.amount(.yuanWan), typed)?.plain == meant)
  }

  @Test(arguments: [
    (Unit.tce, "1.2万tce", "12000"), (.tce, "320吨标准煤", "320"), (.tcePerYear, "320tce/a", "320"),
    (.kilowatt, "6.2MW", "6200"),
    (.kilowatt, "0.6万千瓦", "6000"), (.wanKilowattHour, "35000kWh", "3.5"), (.wanKilowattHour, "3.5万度", "3.5"),
    (.kilowattHour, "3.5万kWh", "35000"), (.percent, "37.5%", "37.5"), (.tonne, "2万吨", "20000"),
    (.squareMetre, "1200㎡", "1200"), (.squareKilometre, "30平方公里", "30"), (.year, "2.5年", "2.5"),
    (.none, "3万", "30000"),
  ])
  func amountsWithTheirUnit(_ unit: Unit, _ typed: String, _ meant: String) {
    #expect(value(.amount(unit), typed)?.plain == meant)
  }

  @Test func amountsThatCannotBeRead() {
    #expect(problem(.amount(.yuanWan), "约五千") == "请写数字（万元），如 5200、5,200、0.52亿")
    #expect(problem(.amount(.yuanWan), "1.23456") == "最多四位小数")
    #expect(problem(.amount(.yuanWan), "12345.6元") != nil)
    #expect(problem(.amount(.yuanWan), "9".padding(30)) != nil)
    #expect(problem(.amount(.tce), "5,20") != nil)
  }

  @Test func datesMonthsYearsAndFlags() {
    #expect(value(.day, "2023年3月1日") == Day(year: 2023, month: 3, day: 1).map(Value.day))
    #expect(value(.day, "2023/3/1 0:00") == Day(year: 2023, month: 3, day: 1).map(Value.day))
    #expect(problem(.day, "2023-2-30") != nil)
    #expect(value(.month, "202303") == Month(year: 2023, month: 3).map(Value.month))
    #expect(value(.month, "2023-03-15") == Month(year: 2023, month: 3).map(Value.month))
    #expect(value(.year, "2023年") == .integer(2023))
    #expect(problem(.year, "23") != nil)
    #expect(value(.flag, "是") == .flag(true))
    #expect(value(.flag, "TRUE") == .flag(true))
    #expect(value(.flag, "否") == .empty)
    #expect(problem(.flag, "也许") == "请写是或否")
  }

  @Test func codesOfFirmsAndProjectsAreBroughtIntoForm() {
    #expect(value(.creditCode, "'9133 0523ma2b4xxxxx") == .text("91330523MA2B4XXXXX"))
    #expect(value(.projectCode, "22033304830702123456") == .text("2203-330483-07-02-123456"))
    #expect(value(.phone, "0572 - 512 3456") == .text("0572-5123456"))
    #expect(problem(.phone, "问老王") != nil)
  }

  @Test func numbersOutsideTheirRangeSaySo() {
    #expect(value(.integer(0...100), "1,00") == nil)
    #expect(value(.integer(0...5000), "1,200") == .integer(1200))
    #expect(problem(.integer(1...5), "6") == "应在1到5之间")
    #expect(problem(.integer(1...5), "1.5") != nil)
  }

  @Test func whatIsWrittenToAFileIsReadBackAsItWas() throws {
    let register = try #require(Registers.named("projects"))
    let samples: [Value] = [
      .amount(Amount(scaled: 52_000_001)), .amount(Amount(scaled: -5)), .day(.first), .flag(true), .integer(2023),
    ]
    let kinds: [Kind] = [.amount(.yuanWan), .amount(.tce), .day, .flag, .year]
    for (sample, kind) in zip(samples, kinds) { #expect(value(kind, sample.plain) == sample) }
    for field in register.fields {
      guard case .code(let list) = field.kind else { continue }
      for code in list.codes {
        #expect(value(field.kind, code.id) == .text(code.id))
        #expect(value(field.kind, code.label.zh) != nil, "\(field.id) \(code.label.zh)")
      }
    }
  }
}

extension String {
  fileprivate func padding(_ count: Int) -> String { String(repeating: self, count: count) }
}
