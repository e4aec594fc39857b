import Domain
import Terminal
import UseCases
import Widgets

/// The language of a session; Widgets have one of their own that knows no domain.
package typealias Language = Domain.Language
/// What drawing needs; the terminal has a type of that name for cells.
package typealias Look = Widgets.Look

/// What screens may ask for: the library through its verbs, the unsaved typing, the time, the language.
package struct Services: Sendable {
  /// The library, as far as the person may see it.
  package let store: any Store
  /// Typing that is not saved yet.
  package let scratch: any ScratchKeeping
  /// Who has which record open in a form.
  package let forms: any OpenForms
  /// Who acts, the time, new ids.
  package let environment: Environment
  /// What is said and shown in.
  package let language: Language
  /// Runs a job beside the screen and posts what it found; a test runs it at once.
  package let launch: @Sendable (Job) -> Void
  /// A key is being handled: what is being counted beside the screen stops, and begins again after the key.
  package let counting: Counting
  /// Posts a change to make from a job that goes on.
  package let post: @Sendable (@escaping Job.Answer) -> Void
  /// Writes the records of a query, or of these ids of it, to a file, CSV or JSON by its ending; answers how many. Told to
  /// stop it throws `StoreError.interrupted` and leaves no file.
  package let export: @Sendable (Query, _ only: [RecordID]?, _ path: String, LongWork.Report) throws -> Int
  /// Files to take in; nil over SSH.
  package let files: SheetDesk?
  /// Rows of text, as they were pasted, as a sheet.
  package let pasted: @Sendable (String) -> (any SheetBook)?
  /// Writes a quarter's report to a file: a workbook or a page to print, by its ending.
  package let report: @Sendable (TallyQuery, _ path: String) throws -> Void

  package init(
    store: any Store, scratch: any ScratchKeeping, forms: any OpenForms = NoOpenForms(), environment: Environment,
    language: Language, launch: @escaping @Sendable (Job) -> Void, counting: Counting = Counting(),
    post: @escaping @Sendable (@escaping Job.Answer) -> Void = { _ in },
    export: @escaping @Sendable (Query, [RecordID]?, String, LongWork.Report) throws -> Int = { _, _, _, _ in 0 },
    files: SheetDesk? = nil, pasted: @escaping @Sendable (String) -> (any SheetBook)? = { _ in nil },
    report: @escaping @Sendable (TallyQuery, String) throws -> Void = { _, _ in }
  ) {
    self.store = store
    self.scratch = scratch
    self.forms = forms
    self.environment = environment
    self.language = language
    self.launch = launch
    self.counting = counting
    self.post = post
    self.export = export
    self.files = files
    self.pasted = pasted
    self.report = report
  }

  /// The same in another language.
  package func speaking(_ language: Language) -> Services {
    Services(
      store: store, scratch: scratch, forms: forms, environment: environment, language: language, launch: launch,
      counting: counting, post: post, export: export, files: files, pasted: pasted, report: report)
  }

  /// Regions, industries, levels and factors in force in the library.
  package var reference: ReferenceTables { store.reference }
  /// The day in Asia/Shanghai.
  package var today: Day { environment.today }
}

/// How a key holds up the counting beside the screen, which shares the library's one connection with it.
package struct Counting: Sendable {
  /// Called before a key is handled.
  package let hold: @Sendable () -> Void
  /// Called when it has been.
  package let resume: @Sendable () -> Void

  package init(hold: @escaping @Sendable () -> Void = {}, resume: @escaping @Sendable () -> Void = {}) {
    self.hold = hold
    self.resume = resume
  }
}

/// Work that may take long: done on a thread of its own, its answer applied to the app by the loop.
package struct Job: Sendable {
  /// Jobs of one lane replace each other: a new one cancels the one before, whose answer is dropped.
  package let lane: String
  /// Answers with the change to make; it must look at `isCancelled` now and then.
  package let run: @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) -> Answer

  /// The change that a job's answer makes to the app, on the loop's own thread.
  package typealias Answer = @Sendable (inout App) -> Void

  package init(
    lane: String = "counts", _ run: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) -> Answer
  ) {
    self.lane = lane
    self.run = run
  }
}

extension Label {
  /// The label as the widgets take it.
  package var caption: Caption { Caption(zh: CleanText(zh), en: CleanText(en)) }
}
