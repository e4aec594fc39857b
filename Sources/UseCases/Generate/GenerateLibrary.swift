import Domain

/// Fills a library with made-up records: for trying out, measuring and the sample.
package enum GenerateLibrary {
  /// The word that stands in the history.
  package static let action = "generate"
  /// Records in one transaction: enough to be quick, few enough to fit in memory.
  private static let batch = 20_000

  /// Makes `projects` projects with their enterprises and lines; `progress` gets the part done and answers false to stop.
  ///
  /// What was committed before a stop stays: the library is a made-up one. Returns how many records were written.
  @discardableResult
  package static func run(
    projects: Int, seed: UInt64, detail: LibraryMaker.Detail, faults: Bool = false,
    figures: Bool = true, in store: any Store,
    as environment: Environment, progress: (Double) -> Bool = { _ in true }
  ) throws -> Int {
    var maker = LibraryMaker(reference: store.reference, seed: seed, today: environment.today, detail: detail)
    var made: [Document] = []
    var waiting: [Document] = []
    var written = 0
    var projectsMade = 0
    var emitted = 0
    func tell() throws {
      guard progress(Double(projectsMade) / Double(max(1, projects))) else { throw StoreError.interrupted }
    }
    func flush() throws {
      guard !waiting.isEmpty else { return }
      try store.write(as: environment, large: true) { library in
        for (place, document) in waiting.enumerated() {
          if place % 200 == 0 { try tell() }
          _ = try SaveRecord.write(
            document, base: 0, action: action, in: library, store, environment, checking: false, isGuarded: false)
        }
      }
      written += waiting.count
      waiting.removeAll(keepingCapacity: true)
      try tell()
    }
    // A library to be measured has the three lists alone.
    var accounts =
      detail == .full && figures
      ? AccountMaker(reference: store.reference, seed: seed, today: environment.today) : nil
    waiting += accounts?.pools() ?? []
    try maker.make(projects: projects) { document in
      // What the other registers say hangs on all of them: only a library of a province's size has these.
      if detail == .full {
        made.append(document)
        if document.register == Project.schema.id { projectsMade += 1 }
        if made.count % 200 == 0 { try tell() }
        return
      }
      waiting.append(document)
      if document.register == Project.schema.id { projectsMade += 1 }
      emitted += 1
      if emitted % 200 == 0 { try tell() }
      if waiting.count >= batch { try flush() }
    }
    if detail == .full {
      var registers = RegisterMaker(made, reference: store.reference, seed: seed, today: environment.today)
      for document in registers.make(faults: faults) {
        waiting += accounts?.follow(document) ?? [document]
        if waiting.count >= batch { try flush() }
      }
    }
    waiting += accounts?.rest() ?? []
    if faults {
      waiting += maker.makeExhibits().flatMap(\.documents)
      waiting += accounts?.makeExhibits().flatMap(\.documents) ?? []
    }
    if figures { waiting += maker.makeFigures() }
    try flush()
    return written
  }
}
