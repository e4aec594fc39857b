import CNcurses
import Glibc

/// How workers and signals wake the loop: a pipe that it polls beside the terminal.
package final class WakePipe: Sendable {
  let readEnd: Int32
  let writeEnd: Int32

  /// Nil where the process has no file descriptors left.
  package init?() {
    var reading: Int32 = -1
    var writing: Int32 = -1
    guard cn_pipe(&reading, &writing) else { return nil }
    readEnd = reading
    writeEnd = writing
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Makes the loop deliver `Event.wake` soon; from any thread. Many posts before the loop looks make one event.
  package func post() {
    post(0)
  }

  func post(_ value: UInt8) {
    var byte = value
    // A full pipe wakes the loop all the same.
    _ = write(writeEnd, &byte, 1)
  }

  /// What was posted since: 0 for a worker, a number for a signal.
  func drain() -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(readEnd, &buffer, buffer.count)
      if count <= 0 { return all }
      all += buffer[..<count]
    }
  }
}
