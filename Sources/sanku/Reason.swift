import Glibc

/// Why the system refused a file, in this run's language.
enum Reason {
  /// What an error number of the system's means; `errno` as it stands without one.
  static func said(_ number: Int32 = errno) -> String {
    let own = String(cString: strerror(number))
    let known: [Int32: String] = [
      ENOENT: "没有这个文件或文件夹", EACCES: "没有权限", EPERM: "没有权限", EROFS: "磁盘只读", ENOSPC: "磁盘已满", EDQUOT: "磁盘配额已满",
      EFBIG: "文件过大", ENOTDIR: "路径中有一段不是文件夹", EISDIR: "是文件夹", ENAMETOOLONG: "名称过长", EIO: "磁盘读写出错",
      EMFILE: "打开的文件过多", ENFILE: "打开的文件过多", EBADF: "已关闭", ELOOP: "链接循环", ENXIO: "没有这个设备",
    ]
    return say(known[number] ?? own, own)
  }
}
