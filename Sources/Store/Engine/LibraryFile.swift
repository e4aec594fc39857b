import Domain
import Foundation
import UseCases

/// What can be said of a library's file without opening it: opening it beside SQLite would drop SQLite's locks.
enum LibraryFile {
  /// `sank` in the file's header says whose file it is.
  static let applicationID = 0x7361_6E6B

  /// Refuses what is no library, or cannot be kept safely where it is.
  static func check(_ path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      throw errno == EACCES ? StoreError.readOnly(path: path) : StoreError.missing(path: path)
    }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFLNK {
      throw refusal(path, "是符号链接，请直接打开它所指的文件", "it is a symbolic link; open the file it points to")
    }
    guard kind == S_IFREG else { throw refusal(path, "不是普通文件", "it is not a regular file") }
    if status.st_nlink > 1 {
      throw refusal(
        path, "有多个硬链接，写入会互相破坏；请只保留一个",
        "it has several hard links, and writing through two of them destroys it; keep one")
    }
    if status.st_size == 0 { throw refusal(path, "是空文件(0字节)", "it is empty (0 bytes)") }
    try checkDisk(path)
  }

  /// Locks do not hold on network file systems.
  static func checkDisk(_ path: String) throws {
    guard let real = realpath(path, nil) else { return }
    defer { free(real) }
    let mounts = FileManager.default.contents(atPath: "/proc/self/mounts") ?? Data()
    if isRemote(String(cString: real), mounts: String(decoding: mounts, as: UTF8.self)) {
      throw refusal(path, "在网络文件系统上，请移到本机磁盘", "it is on a network file system; move it to a local disk")
    }
  }

  private static let remote: Set<Substring> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "lustre", "fuse.sshfs", "fuse.glusterfs",
    "fuse.rclone", "fuse.davfs",
  ]

  /// Whether the file system that a path lies on, by the kernel's table of mounts, is another machine's.
  static func isRemote(_ path: String, mounts: String) -> Bool {
    var best = (length: -1, isRemote: false)
    for line in mounts.split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count > 2 else { continue }
      let point = parts[1].replacingOccurrences(of: "\\040", with: " ")
      let isAbove = point == "/" || path == point || path.hasPrefix(point + "/")
      if isAbove, point.utf8.count >= best.length { best = (point.utf8.count, remote.contains(parts[2])) }
    }
    return best.isRemote
  }

  private static func refusal(_ path: String, _ zh: String, _ en: String) -> StoreError {
    .notALibrary(path: path, reason: Label(zh: zh, en: en))
  }

  /// The directory that a path names, blank for the present one. (`NSString`'s own crashes on a path of one letter.)
  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes an empty file that only its owner can read, and the directory it stands in where there is none.
  static func make(_ path: String) throws {
    let folder = folder(of: path)
    if !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) {
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw StoreError.readOnly(path: folder)
      }
    }
    try checkDisk(folder.isEmpty ? "." : folder)
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      switch errno {
      case EEXIST: throw refusal(path, "文件已存在，不会覆盖", "the file exists and is not overwritten")
      case ENOSPC, EDQUOT: throw StoreError.full(path: path)
      default: throw StoreError.readOnly(path: path)
      }
    }
    close(file)
  }

  /// Makes the entries of a directory durable: a new file's name is not on the disk before.
  static func sync(folderOf path: String) {
    let folder = folder(of: path)
    let handle = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
