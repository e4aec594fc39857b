import CNcurses
import Glibc

/// Colours that a terminal shows; none also where `NO_COLOR` asks for it.
package enum ColorDepth: Int, Sendable, CaseIterable {
  case none = 0
  case eight = 8
  case sixteen = 16
  /// The 256 of xterm's palette.
  case full = 256
}

/// Characters that a terminal shows.
package enum Repertoire: Sendable, CaseIterable {
  /// Everything.
  case full
  /// Everything but the lines, bars and marks, for which ASCII stands in.
  case asciiGlyphs
  /// ASCII alone, `?` for what has no stand-in.
  case ascii
}

/// What a terminal can do.
package struct Capabilities: Hashable, Sendable {
  /// How many colours it shows.
  package var colors: ColorDepth
  /// Which characters it shows.
  package var repertoire: Repertoire
  /// Can shift a part of the screen by lines.
  package var scrolls: Bool
  /// New and erased cells take the current background.
  package var erasesWithBackground: Bool
  /// The last cell can be written without scrolling the screen.
  package var holdsLastCell: Bool
  /// A job-control parent would continue the program after Ctrl-Z.
  package var suspends: Bool
  /// The session came over SSH.
  package var isRemote: Bool

  package init(
    colors: ColorDepth = .full, repertoire: Repertoire = .full, scrolls: Bool = true, erasesWithBackground: Bool = true,
    holdsLastCell: Bool = true, suspends: Bool = false, isRemote: Bool = false
  ) {
    self.colors = colors
    self.repertoire = repertoire
    self.scrolls = scrolls
    self.erasesWithBackground = erasesWithBackground
    self.holdsLastCell = holdsLastCell
    self.suspends = suspends
    self.isRemote = isRemote
  }

  /// What the terminal database and the environment say of this terminal; ncurses must have read its entry.
  static func ofThisTerminal(named name: String, isUTF8: Bool) -> Capabilities {
    let colors = Int(cn_number("colors"))
    let depth: ColorDepth = colors >= 256 ? .full : colors >= 16 ? .sixteen : colors >= 8 ? .eight : .none
    let poor = ["linux", "vt1", "vt2", "vt5", "ansi", "cons"].contains { name.hasPrefix($0) }
    let remote = value("SSH_CONNECTION") != nil
    return Capabilities(
      colors: value("NO_COLOR") == nil ? depth : .none,
      repertoire: !isUTF8 ? .ascii : poor || Width.ambiguous == 2 ? .asciiGlyphs : .full,
      scrolls: cn_string("csr") != nil && cn_string("ri") != nil,
      erasesWithBackground: cn_flag("bce"),
      holdsLastCell: !cn_flag("am") || cn_flag("xenl"),
      // A job of its own has a shell behind it that continues it.
      suspends: !remote && getsid(0) != getpgrp(),
      isRemote: remote)
  }

  private static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
