import Domain

/// Writes the history out as a chain that anybody can check with a hash program, without the library.
package enum ExportHistory {
  /// Hands every entry to `line` as `HASH LINE`: its hash in hex, one blank, its canonical line. Phone numbers are not
  /// in it: the history holds digests of them. Throws where the history is not whole; `verify` then says where.
  @discardableResult
  package static func run(
    in store: any Store, as environment: Environment, _ line: (String) throws -> Void
  ) throws -> (entries: Int, head: String) {
    _ = try environment.access.permit(.upkeep, Subject("library", region: store.info.region))
    return try store.read { library in
      var chain = HistoryChain()
      let head = try library.head()
      while chain.sequence < head.sequence {
        let entries = try library.entries(from: chain.sequence + 1, limit: 1000)
        guard entries.first?.sequence == chain.sequence + 1 else { break }
        for entry in entries {
          let link = chain.append(entry)
          try line(link.hash + " " + String(decoding: link.line, as: UTF8.self))
        }
      }
      guard chain.sequence == head.sequence, chain.head == head.hash else {
        throw StoreError.failed(
          Label(
            zh: "历史不完整，未导出；用 sanku verify 查看问题", en: "The history is not whole and was not written; see sanku verify"))
      }
      return (head.sequence, head.hash)
    }
  }
}
