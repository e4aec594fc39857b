import Glibc
import UseCases

/// Copies a library to a place where nothing stands yet.
enum Copying {
  static func copy(_ store: any Store, to path: String, _ options: GlobalOptions, title: String) throws {
    guard access(path, F_OK) != 0 else {
      throw Failure(
        .unusable, say("\(path) 已存在，未覆盖；请换一个名字", "\(path) exists and was not overwritten; choose another name"))
    }
    // A folder that is missing may be a disk that is not there: nothing is made in its place.
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard access(folder, W_OK) == 0 else {
      let reason = Reason.said()
      throw Failure(
        .unusable, say("无法写入 \(path)：\(reason)；请换一个位置", "Cannot write \(path): \(reason); choose another place"))
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
