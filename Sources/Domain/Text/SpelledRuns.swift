/// Where runs of initials stand in a text: side by side within a run, in order, and near each other.
///
/// 安吉某某水泥 is found by `ajsn`, but not every long sentence that holds an a-j and somewhere later an s-n: the runs stand in
/// one phrase, and not far apart.
enum SpelledRuns {
  /// Chinese characters that may stand between two runs.
  static let gap = 6

  /// Whether a character ends a phrase: the lines of a text are its fields, and names have no commas.
  static func endsPhrase(_ value: UInt32) -> Bool {
    switch value {
    case 0x0A, 0x2C, 0x3A, 0x3B, 0x3001, 0x3002: true
    default: false
    }
  }

  /// Whether all runs are found. `phrases` has the phrase of each Chinese character; `fits` says whether a run stands at a
  /// place among them. A single run may stand anywhere.
  static func stand<Run: Collection>(_ runs: [Run], in phrases: [Int], fits: (Run, Int) -> Bool) -> Bool {
    guard let first = runs.first, first.count <= phrases.count else { return runs.isEmpty }
    for place in 0...(phrases.count - first.count) where fits(first, place) {
      if runs.count == 1 { return true }
      let end = place + first.count
      if phrases[place] == phrases[end - 1], follow(runs.dropFirst(), from: end, phrases, fits) { return true }
    }
    return false
  }

  private static func follow<Run: Collection>(
    _ runs: ArraySlice<Run>, from: Int, _ phrases: [Int], _ fits: (Run, Int) -> Bool
  ) -> Bool {
    guard let run = runs.first else { return true }
    for place in from...(from + gap) {
      let end = place + run.count
      guard end <= phrases.count, phrases[end - 1] == phrases[from - 1] else { return false }
      if fits(run, place), follow(runs.dropFirst(), from: end, phrases, fits) { return true }
    }
    return false
  }
}
