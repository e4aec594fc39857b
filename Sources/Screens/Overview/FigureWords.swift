import Domain
import UseCases
import Widgets

/// How amounts stand on a dashboard: in the unit that people say, short.
struct FigureWords {
  let language: Language

  func callAsFunction(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// A number of records.
  func count(_ amount: Amount) -> String { amount.grouped }

  /// Standard coal a year; from a hundred thousand on in 万.
  func coal(_ amount: Amount, yearly: Bool = true) -> String {
    let unit = yearly ? self("tce/年", "tce/a") : "tce"
    guard amount.magnitude >= Amount(100_000) else { return amount.fixed(0) + self("", " ") + unit }
    return language == .zh ? "\(tenThousands(amount))万\(unit)" : "\(thousands(amount)) k\(unit)"
  }

  /// Money kept in 万元; from 1亿元 on in 亿.
  func money(_ amount: Amount, unit: Bool = true) -> String {
    if language == .en { return (amount.times(1, over: 100) ?? amount).fixed(0) + (unit ? " M CNY" : "") }
    return amount.magnitude >= Amount(10_000) ? tenThousands(amount) + "亿元" : amount.fixed(0) + "万元"
  }

  /// Tonnes a year.
  func tonnes(_ amount: Amount) -> String {
    guard amount.magnitude >= Amount(100_000) else { return amount.fixed(0) + self("吨/年", " t/a") }
    return language == .zh ? tenThousands(amount) + "万吨/年" : thousands(amount) + " kt/a"
  }

  /// A figure in its measure's unit.
  func amount(_ figure: DashboardFigure) -> String {
    switch figure.unit {
    case .tcePerYear: coal(figure.amount)
    case .tce: coal(figure.amount, yearly: false)
    case .yuanWan: money(figure.amount)
    case .tonnePerYear: tonnes(figure.amount)
    case .kilowatt: language == .zh ? tenThousands(figure.amount) + "万kW" : thousands(figure.amount) + " MW"
    case .wanKilowattHour:
      language == .en
        ? (figure.amount.times(1, over: 100) ?? figure.amount).fixed(1) + " GWh"
        : figure.amount.magnitude >= Amount(10_000)
          ? tenThousands(figure.amount) + "亿kWh"
          : figure.amount.fixed(0) + "万kWh"
    case .none, .byProduct, .byIndicator: figure.amount.fixed(figure.unit == .none ? 0 : 1)
    default:
      language == .en
        ? figure.unit.behind(figure.amount.grouped, .en) : figure.amount.grouped + figure.unit.label.zh
    }
  }

  /// In ten thousands with one decimal.
  func tenThousands(_ amount: Amount) -> String { (amount.times(1, over: 10_000) ?? amount).fixed(1) }

  /// Tonnes in ten thousands or, in English, in thousands; the unit stands beside it.
  func manyTonnes(_ amount: Amount) -> String {
    if language == .zh { return tenThousands(amount) }
    return amount.magnitude < Amount(10_000_000) ? thousands(amount) : (amount.times(1, over: 1000) ?? amount).fixed(0)
  }

  private func thousands(_ amount: Amount) -> String { (amount.times(1, over: 1000) ?? amount).fixed(1) }

  /// A whole per cent, never rounded up.
  func share(_ part: Amount, of whole: Amount) -> String {
    Ratio(part, whole).map { "\($0.percent)%" } ?? "—"
  }
}

extension Amount {
  /// For drawing only: how long a bar is.
  var forDrawing: Double { Double(scaled) / Double(Amount.scale) }

  /// This part of a whole for a bar; nothing of nothing.
  func part(of whole: Amount) -> Double { whole > .zero ? Double(scaled) / Double(whole.scaled) : 0 }
}
