import Domain
import UseCases

/// What went wrong, in one line for people.
enum Trouble {
  static func message(_ error: any Error) -> Label {
    switch error {
    case let error as StoreError: error.message
    case let error as UseCaseError: error.message
    case let error as TextProblem: error.message
    case let error as NotAllowed: error.message
    case let error as FileProblem: error.message
    case let error as ImportRecords.Stale: error.message
    case let error as PackageProblem: error.message
    case let error as Package.Fault: error.message
    default: Label(zh: "出错：\(error)；库未改动", en: "Failed: \(error); the library is unchanged")
    }
  }
}
