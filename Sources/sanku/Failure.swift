import Domain
import Interchange
import UseCases

/// How a command ends; see the manual.
enum ExitStatus: Int32 {
  case done = 0
  /// The lists have findings, or rows were rejected.
  case findings = 1
  case usage = 2
  case notAllowed = 3
  /// The library, or a file, cannot be used.
  case unusable = 4
  case interrupted = 130
}

/// Why a command stops: one line that says what, where and what to do, and the exit status.
struct Failure: Error {
  let status: ExitStatus
  /// Blank where nothing more is to be said.
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Findings were told already.
  static let findings = Failure(.findings, "")
  /// Whoever reads the output has gone.
  static let closedPipe = Failure(.interrupted, "")

  static func usage(_ zh: String, _ en: String) -> Failure { Failure(.usage, say(zh, en)) }

  /// What any error of ours means to the person at the command line.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as StoreError:
      if case .interrupted = error {
        self = Failure(.interrupted, error.message.said)
      } else {
        self = Failure(.unusable, error.message.said)
      }
    case let error as UseCaseError:
      switch error {
      case .notADraft, .notYours: self = Failure(.notAllowed, error.message.said)
      case .keyTaken: self = Failure(.findings, error.message.said)
      default: self = Failure(.usage, error.message.said)
      }
    case let refusal as NotAllowed: self = Failure(.notAllowed, refusal.message.said)
    case let problem as TextProblem: self = Failure(.usage, problem.message.said)
    case let problem as PackageProblem: self = Failure(.unusable, problem.message.said)
    case let fault as Package.Fault: self = Failure(.unusable, fault.message.said)
    case let problem as FileProblem: self = Failure(.unusable, problem.message.said)
    default: self = Failure(.unusable, "\(error)")
    }
  }
}
