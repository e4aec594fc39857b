import Domain

/// What is known of many terms, region by region: locked quarters as they were kept, open ones as the facts stand.
///
/// A quarter's figures follow from three cumulative sums of its region: up to its end, up to the quarter before, and up
/// to the year before. Where one of the last two was locked, its kept figure stands for it, so that what was reported
/// late for it counts in the quarter that is open.
struct KnownFigures {
  /// A region, and one value of the dimension that parts the figures; blank is the whole.
  struct Unit: Hashable {
    let region: String
    let part: String
  }

  /// The figures of one unit, term and quarter.
  struct Figure {
    var sums = TallySums.zero
    var late = Amount.zero
    var lateInYear = Amount.zero
  }

  let terms: [Indicator.Term]
  let book: LockBook
  /// The position at which the library is looked at; nil is now.
  let at: Int?
  private let placeOfTerm: [String: Int]
  /// Whether quarters add up; what merely stands (overdue) has one figure for all spans.
  private let isDated: [Bool]
  /// Up to which quarter a term counts at most: what is overdue stands before the last reports that were due.
  private let limits: [Int]
  /// The quarters, as yyyyq, up to whose ends sums are kept.
  private let ends: [Int]
  /// Where a unit's sums begin in `cumulative`: one for each term and end.
  private var starts: [Unit: Int] = [:]
  private var cumulative: [Amount] = []
  private var kept: [RecordID: [Unit: [Int: LockedFigure]]] = [:]

  /// Sums up to the ends of some quarters, and of all others that their figures need.
  init(
    _ terms: [Indicator.Term], quarters: [Quarter], _ book: LockBook, at: Int?,
    overdueThrough: Quarter = Day.last.quarter
  ) {
    self.terms = terms
    self.book = book
    self.at = at
    placeOfTerm = Dictionary(terms.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    let measures = terms.map { Registers.measures[$0.measure] }
    isDated = measures.map { $0?.day != nil && !Indicators.standing.contains($0?.id ?? "") }
    limits = terms.map { $0.measure == Indicators.overdueMeasure ? overdueThrough.number : Int.max }
    ends = Set(quarters.flatMap { [$0.number, $0.previous.number, Self.yearBefore($0).number] }).sorted()
  }

  /// The last quarter of the year before.
  static func yearBefore(_ quarter: Quarter) -> Quarter { quarter.adding(quarters: -quarter.quarter) }

  /// Where a unit's sums begin, for `add`.
  mutating func start(of unit: Unit) -> Int {
    if let start = starts[unit] { return start }
    let start = cumulative.count
    starts[unit] = start
    cumulative += repeatElement(.zero, count: terms.count * ends.count)
    return start
  }

  /// Adds what a term amounts to in a quarter (yyyyq; 0 without a day) to a unit's sums.
  mutating func add(_ amount: Amount, term: Int, quarter: Int, at start: Int) {
    guard quarter <= limits[term] else { return }
    let first = start + term * ends.count
    for place in ends.indices where quarter <= ends[place] { cumulative[first + place] += amount }
  }

  /// Takes in what was kept of locks, with the part that its figures are given for.
  ///
  /// `adding` keeps what was taken in of other parts.
  mutating func keep(_ figures: [RecordID: [LockedFigure]], of locks: [QuarterLock], adding: Bool = false) {
    for lock in locks {
      var units: [Unit: [Int: LockedFigure]] = adding ? kept[lock.id] ?? [:] : [:]
      for figure in figures[lock.id] ?? [] {
        guard let term = placeOfTerm[figure.term] else { continue }
        units[Unit(region: lock.region, part: figure.part), default: [:]][term] = figure
      }
      kept[lock.id] = units
    }
  }

  /// Where the figures of one unit in one quarter come from: looked up once for all terms.
  struct Source {
    /// Where the unit's sums begin in `cumulative`; nil where nothing was added.
    fileprivate let start: Int?
    /// The places in `ends` of the quarter, the one before and the last one of the year before.
    fileprivate let now: Int?, before: Int?, yearBefore: Int?
    /// What a lock of the quarter kept, by term; nil where it is open.
    fileprivate let kept: [Int: LockedFigure]?
    /// What later quarters go on from where the quarters before were locked; nil where these are open.
    fileprivate let keptBefore: [Int: LockedFigure]?, keptYearBefore: [Int: LockedFigure]?

    /// Whether a lock stands for the figures.
    var isLocked: Bool { kept != nil }
  }

  /// The source of a unit's figures in a quarter: the kept ones where `lock` stands, else the facts.
  func source(_ quarter: Quarter, _ unit: Unit, _ lock: QuarterLock?) -> Source {
    func place(_ quarter: Quarter) -> Int? { ends.firstIndex(of: quarter.number) }
    func settled(_ quarter: Quarter) -> [Int: LockedFigure]? {
      book.settled(unit.region, quarter, at: at).map { kept[$0.id]?[unit] ?? [:] }
    }
    let (before, yearBefore) = (quarter.previous, Self.yearBefore(quarter))
    return Source(
      start: starts[unit], now: place(quarter), before: place(before), yearBefore: place(yearBefore),
      kept: lock.map { kept[$0.id]?[unit] ?? [:] }, keptBefore: settled(before), keptYearBefore: settled(yearBefore))
  }

  /// The sum up to an end as the facts stand.
  private func sum(_ term: Int, _ end: Int?, _ source: Source) -> Amount {
    guard let start = source.start, let end else { return .zero }
    return cumulative[start + term * ends.count + end]
  }

  /// A term's figures out of a source.
  func figure(_ term: Int, _ source: Source) -> Figure {
    if let kept = source.kept {
      guard let found = kept[term] else { return Figure() }
      return Figure(sums: found.sums, late: found.late, lateInYear: found.lateInYear)
    }
    let total = sum(term, source.now, source)
    guard isDated[term] else { return Figure(sums: TallySums(period: total, year: total, cumulative: total)) }
    let (before, yearBefore) = (sum(term, source.before, source), sum(term, source.yearBefore, source))
    let base = source.keptBefore.map { $0[term]?.sums.cumulative ?? .zero } ?? before
    let yearBase = source.keptYearBefore.map { $0[term]?.sums.cumulative ?? .zero } ?? yearBefore
    return Figure(
      sums: TallySums(period: total - base, year: total - yearBase, cumulative: total), late: before - base,
      lateInYear: yearBefore - yearBase)
  }

  /// What a locked quarter's figures have become since, by the dates of the facts: now less what was kept.
  func correction(_ term: Int, _ source: Source) -> TallySums {
    guard isDated[term] else { return .zero }
    let was = figure(term, source)
    let total = sum(term, source.now, source)
    return TallySums(
      period: total - sum(term, source.before, source) - (was.sums.period - was.late),
      year: total - sum(term, source.yearBefore, source) - (was.sums.year - was.lateInYear),
      cumulative: total - was.sums.cumulative)
  }
}
