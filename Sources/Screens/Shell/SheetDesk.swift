import Domain
import UseCases

/// The files that a person at the host may choose from; a session over SSH has none.
package struct SheetDesk: Sendable {
  /// What is looked for in a folder.
  package enum Kind: Sendable {
    case sheets, packages
  }

  /// One line of a folder.
  package struct Entry: Hashable, Sendable {
    /// The file's name, without its folder.
    package let name: String
    /// It can be opened to choose from.
    package let isFolder: Bool
    /// Bytes of a file.
    package let size: Int
    /// The day it was written.
    package let day: Day?

    package init(name: String, isFolder: Bool, size: Int, day: Day?) {
      self.name = name
      self.isFolder = isFolder
      self.size = size
      self.day = day
    }
  }

  /// Where looking begins.
  package let start: String
  /// The folders of a folder and its files of a kind, folders first.
  package let entries: @Sendable (_ folder: String, _ kind: Kind) throws -> [Entry]
  /// Opens a file as a book of sheets; throws `FileProblem` where it is none.
  package let open: @Sendable (_ path: String) throws -> any SheetBook
  /// The bytes of a file, at most so many.
  package let bytes: @Sendable (_ path: String, _ limit: Int) throws -> [UInt8]
  /// Writes a text file; never over one that is there.
  package let write: @Sendable (_ path: String, _ text: String) throws -> Void
  /// Writes sheets of rejects as a workbook; never over a file that is there.
  package let book: @Sendable (_ path: String, _ sheets: [RejectedSheet]) throws -> Void
  /// Writes a file of bytes; never over one that is there. What makes them is asked for once the place is known to be
  /// free.
  package let keep: @Sendable (_ path: String, _ bytes: () throws -> [UInt8]) throws -> Void

  package init(
    start: String, entries: @escaping @Sendable (String, Kind) throws -> [Entry],
    open: @escaping @Sendable (String) throws -> any SheetBook,
    bytes: @escaping @Sendable (String, Int) throws -> [UInt8],
    write: @escaping @Sendable (String, String) throws -> Void,
    book: @escaping @Sendable (String, [RejectedSheet]) throws -> Void,
    keep: @escaping @Sendable (String, () throws -> [UInt8]) throws -> Void
  ) {
    self.start = start
    self.entries = entries
    self.open = open
    self.bytes = bytes
    self.write = write
    self.book = book
    self.keep = keep
  }
}
