import Domain

/// The files that a person at the host may choose from; a session over SSH has none.
package struct SheetDesk: Sendable {
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
  /// The folders and sheets of a folder, folders first.
  package let entries: @Sendable (_ folder: String) throws -> [Entry]
  /// Opens a file as a book of sheets; throws `FileProblem` where it is none.
  package let open: @Sendable (_ path: String) throws -> any SheetBook
  /// Writes a text file; never over one that is there.
  package let write: @Sendable (_ path: String, _ text: String) throws -> Void

  package init(
    start: String, entries: @escaping @Sendable (String) throws -> [Entry],
    open: @escaping @Sendable (String) throws -> any SheetBook,
    write: @escaping @Sendable (String, String) throws -> Void
  ) {
    self.start = start
    self.entries = entries
    self.open = open
    self.write = write
  }
}
