import Domain
import Terminal
import UseCases
import Widgets

extension PackagesScreen {
  var areas: (table: Rect, foot: Rect) {
    let foot = size.height >= 10 ? 4 : 0
    return (
      Rect(x: 0, y: 0, width: size.width, height: max(0, size.height - foot)),
      Rect(x: 0, y: size.height - foot, width: size.width, height: foot)
    )
  }

  mutating func setColumns() {
    func title(_ zh: String, _ en: String) -> CleanText { CleanText(Label(zh: zh, en: en)[language]) }
    func number(_ id: String, _ zh: String, _ en: String) -> TableColumn {
      TableColumn(id, title: title(zh, en), width: .fixed(language == .zh ? 8 : 9), align: .right)
    }
    table.columns = [
      TableColumn("region", title: title("往来库", "Library"), width: .flex(min: 16)),
      number("sent", "已发", "Sent"), number("acknowledged", "对方已收", "They have"),
      number("received", "已收", "Received"), number("waiting", "待发", "Waiting"),
    ]
    table.emptyMessage = title("还没有往来库：sanku package card、trust 互换名片", "No library is known: sanku package card, trust")
    table.fit(areas.table.size)
  }

  var rows: TableSource {
    let partners = state?.partners ?? []
    return TableSource(count: partners.count) { range in
      range.clamped(to: partners.indices).map { place in
        let partner = partners[place]
        let count = waiting[partner.card.id]
        return TableRow(
          id: partner.card.id.text,
          cells: [
            TableCell(CleanText(name(partner.card.region))), TableCell(CleanText("\(partner.sent)")),
            TableCell(
              CleanText("\(partner.acknowledged)"), style: partner.acknowledged < partner.sent ? .warning : nil),
            TableCell(CleanText("\(partner.received)")),
            TableCell(CleanText(count.map(String.init) ?? "…"), style: count == 0 ? .dim : nil),
          ])
      }
    }
  }

  /// All that is to be said of a library.
  func detail(_ partner: PackageState.Partner) -> Label {
    let card = partner.card
    let homes = (state?.homes ?? [:]).filter { $0.value == card.id }.map { name($0.key) }.sorted()
    let open = partner.sent - partner.acknowledged
    var zh = [
      "\(name(card.region))的库 \(card.id.tail)，编号字母 \(card.mark)", "公钥指纹 \(LibraryKey.fingerprint(card.key))",
      "由其填报：\(homes.isEmpty ? "无" : homes.joined(separator: "、"))",
      "已发到第\(partner.sent)号，对方回执到第\(partner.acknowledged)号；已收到第\(partner.received)号",
    ]
    var en = [
      "library of \(name(card.region)), \(card.id.tail), mark \(card.mark)",
      "fingerprint \(LibraryKey.fingerprint(card.key))",
      "written there: \(homes.isEmpty ? "nothing" : homes.joined(separator: ", "))",
      "sent up to number \(partner.sent), their receipts go to \(partner.acknowledged); received up to \(partner.received)",
    ]
    if open > 0 {
      zh.append("还有\(open)个包没有回执；最后一个若丢失，x 可重做")
      en.append("\(counted(open, "package")) without a receipt; x makes the last one anew if it was lost")
    }
    if let count = waiting[card.id] {
      zh.append("待发\(count)条记录")
      en.append("\(counted(count, "record")) waiting")
    }
    return Label(zh: zh.joined(separator: "\n"), en: en.joined(separator: "\n"))
  }

  package func draw(in canvas: inout Canvas, _ look: Look) {
    let areas = areas
    canvas.inside(areas.table) { table.draw(in: &$0, focused: true, source: rows, look: look) }
    guard !areas.foot.isEmpty, let state else { return }
    let homes = state.homes.filter { $0.value == state.card.id }.map { name($0.key) }.sorted()
    let card = state.card
    let lines = [
      Label(
        zh: "本库 \(card.id.tail)，指纹 \(LibraryKey.fingerprint(card.key))",
        en: "this library \(card.id.tail), \(LibraryKey.fingerprint(card.key))"),
      Label(
        zh: "由本库填报：" + (homes.isEmpty ? "未移交的全部" : homes.joined(separator: "、")),
        en: "written here: " + (homes.isEmpty ? "all that was not handed over" : homes.joined(separator: ", "))),
    ]
    canvas.inside(areas.foot) { canvas in
      canvas.fill(Rect(x: 0, y: 0, width: canvas.size.width, height: 1), "─", style: .line)
      let room = max(0, canvas.size.width - 1)
      let wrapped = lines.flatMap { CleanText($0[language]).wrapped(to: max(1, room)) }
      for (y, line) in wrapped.prefix(canvas.size.height - 1).enumerated() {
        canvas.put(line, x: 1, y: y + 1, width: room, style: .dim)
      }
    }
  }
}
