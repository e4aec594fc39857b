/// Short closed lists of the registers that the assessment hangs on: targets and official values.
package enum FigureCodes {
  /// What a target covers 年度目标 / 累计目标.
  package static let spans = CodeList(
    "target_spans",
    [
      Code("yearly", "年度", "Of the year"),
      Code("cumulative", "累计", "Cumulative"),
    ])

  /// How a target came to be what it is 分解依据.
  package static let splits = CodeList(
    "target_splits",
    [
      Code("document", "文件下达", "Set by a document"),
      Code("share", "按比例", "By share"),
      Code("capacity", "按产能", "By capacity"),
      Code("energy", "按用能", "By energy use"),
      Code("last_year", "按上年完成", "By last year"),
      Code("hand", "手工", "By hand"),
    ])

  /// What an official value says of its period.
  package static let readings = CodeList(
    "statistic_readings",
    [
      Code("year_to_date", "本年累计", "Year to date"),
      Code("so_far", "2022年以来累计", "Since 2022"),
      Code("in_period", "当期", "In the period"),
      Code("at_end", "期末", "At the end"),
    ])

  /// Which enterprises an official value covers 口径.
  package static let scopes = CodeList(
    "statistic_scopes",
    [
      Code("above_scale", "规上", "Above scale"),
      Code("all", "全部", "All industry"),
    ])

  /// Indicators of which departments give official values, and what those are called.
  package static let official: [(indicator: String, name: Label)] = [
    ("energy_intensity", Label(zh: "规上增加值能耗下降", en: "energy intensity")),
    ("carbon_intensity", Label(zh: "规上增加值碳排放下降", en: "carbon intensity")),
    ("water_intensity", Label(zh: "规上增加值水耗下降", en: "water intensity, above scale")),
    ("water_intensity_all", Label(zh: "工业增加值水耗下降", en: "water intensity, all industry")),
    ("solid_waste", Label(zh: "固废综合利用率", en: "solid-waste utilisation")),
    ("roof_pv", Label(zh: "工业屋顶光伏并网", en: "rooftop PV")),
  ]

  /// The reading and scope in which the plan means an indicator; other values of it are kept and not counted.
  package static func meant(_ indicator: String) -> (reading: String, scope: String) {
    switch indicator {
    case "energy_intensity", "carbon_intensity", "water_intensity": ("year_to_date", "above_scale")
    default: ("year_to_date", "all")
    }
  }
}
