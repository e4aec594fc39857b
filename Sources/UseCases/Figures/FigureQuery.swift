import Domain

/// Which facts a figure adds up.
package struct FigureQuery: Hashable, Sendable {
  /// The measure's id.
  package var measure: String
  /// In or under this region or group; nil is everywhere.
  package var region: String?
  /// Facts dated from/up to, both included; nil is open. Undated facts count where both are nil.
  package var from: Day?
  /// The last day that counts; nil is open.
  package var through: Day?
  /// Wanted values of the measure's dimensions, by place; nil is any.
  package var dimensions: [String?]
  /// The facts as they were known after this entry of the history; nil is now.
  package var at: Int?

  package init(
    _ measure: String, region: String? = nil, from: Day? = nil, through: Day? = nil, dimensions: [String?] = []
  ) {
    self.measure = measure
    self.region = region
    self.from = from
    self.through = through
    self.dimensions = dimensions
  }
}

/// What a figure is parted by.
package enum FigurePart: Hashable, Sendable {
  /// One step below the query's region: cities of the province, counties of a city.
  case region
  /// The values of the measure's dimension at this place, from 0.
  case dimension(Int)
  /// `2023Q2`.
  case quarter
}

/// Which sums of whole quarters are wanted, of several measures at once: all that a tally reads in one go.
package struct SumsQuery: Hashable, Sendable {
  /// The measures' ids, each with the wanted values of its dimensions by place; nil is any.
  package var terms: [Indicator.Term]
  /// Exactly these regions, not those under them; nil is all.
  package var regions: [String]?
  /// Nil parts by region, else by the dimension at this place of each term; a term with nil there gives nothing.
  package var places: [Int?]?
  /// A dimension's values by region too.
  package var isByRegion = false
  /// Sums of now may come by city, all its regions in one under the city's code, where all of them are wanted.
  package var isByCity = false
  /// As it was known after this entry of the history; nil is now.
  package var at: Int?

  /// Whether sums tell their regions apart.
  package var areRegionsTold: Bool { places == nil || isByRegion }

  package init(_ terms: [Indicator.Term], regions: [String]?, places: [Int?]? = nil, at: Int? = nil) {
    self.terms = terms
    self.regions = regions
    self.places = places
    self.at = at
  }
}

/// What one term adds up to in one part and quarter.
package struct PartSum: Hashable, Sendable {
  /// The term's place in the query.
  package let term: Int
  /// The region's code; blank for all together.
  package let region: String
  /// The dimension's value; blank where nothing parts it.
  package let part: String
  /// The quarter as yyyyq; 0 for facts without a day.
  package let quarter: Int
  /// In the measure's unit.
  package let amount: Amount

  package init(term: Int, region: String, part: String, quarter: Int, amount: Amount) {
    self.term = term
    self.region = region
    self.part = part
    self.quarter = quarter
    self.amount = amount
  }
}
