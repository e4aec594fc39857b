import Glibc
import UseCases

/// Copies a library to a place where nothing stands yet.
enum Copying {
  static func copy(_ store: any Store, to path: String, _ options: GlobalOptions, title: String) throws {
    guard access(path, F_OK) != 0 else {
      throw Failure(
        .unusable, say("\(path) 已存在，未覆盖；请换一个名字", "\(path) exists and was not overwritten; choose another name"))
    }
    let bar = ProgressBar(title, quiet: options.quiet)
    do {
      try store.backup(to: path, bar.part)
      bar.finish()
      try Interruption.check()
    } catch {
      unlink(path)
      throw error
    }
  }
}
