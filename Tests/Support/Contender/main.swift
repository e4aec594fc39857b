import Domain
import Foundation
import Store
import UseCases

// usage: contender LIBRARY PERSON ROUNDS KEY...
//
// Loads an enterprise, thinks, counts one on in its remarks and saves over the revision that it saw; where somebody was
// quicker, loads again. As many times as asked for, on records taken at random; prints how often it had to try again.
let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count > 3, let rounds = Int(arguments[2]), let register = Registers.named(Enterprise.schema.id) else {
  FileHandle.standardError.write(Data("usage: contender LIBRARY PERSON ROUNDS KEY...\n".utf8))
  exit(2)
}
do {
  let store = try SQLiteStore.open(arguments[0])
  let environment = Environment(
    actor: Actor(person: arguments[1], origin: HistoryEntry.Origin.cli.rawValue),
    now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) },
    newID: {
      var system = SystemRandomNumberGenerator()
      return RecordID(at: Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)), using: &system)
    })
  let ids = try arguments.dropFirst(3).map { try FindRecord.run(register, key: $0, in: store) }
  var again = 0
  for _ in 0..<rounds {
    guard let id = ids.randomElement() else { break }
    while true {
      guard var document = try store.read({ try $0.document(register.id, id) }) else { exit(1) }
      usleep(.random(in: 0...4000))
      let now = document["remarks"].text.flatMap { Int($0) } ?? 0
      document["remarks"] = .text("\(now + 1)")
      do {
        _ = try SaveRecord.run(document, base: document.revision, in: store, as: environment)
        break
      } catch StoreError.conflict {
        again += 1
      }
    }
  }
  print(again)
} catch {
  FileHandle.standardError.write(Data("contender: \(error)\n".utf8))
  exit(1)
}
