import Domain

/// A tally as one HTML page that stands by itself: to be printed on A4 landscape, signed and sealed.
package struct ReportPage {
  private let table: ReportTable
  private let language: Language

  /// A page in the table's language.
  package init(_ table: ReportTable) {
    self.table = table
    language = table.language
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// The page; no script, no link, nothing from elsewhere.
  package var html: String {
    """
    <!DOCTYPE html>
    <html lang="\(say("zh-CN", "en"))">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(Self.escaped(table.title))</title>
    <style>\(Self.style)</style>
    </head>
    <body>
    <h1>\(Self.escaped(table.title))</h1>
    \(head)
    \(summary)
    <h2>\(Self.escaped(table.tally.query.by.label[language]))\(say("（累计）", " (cumulative)"))</h2>
    \(matrix)
    \(seals)
    <h2>\(say("计数口径与说明", "How figures are counted"))</h2>
    \(notes)
    <p class="chain">\(Self.escaped(table.chain))</p>
    </body>
    </html>

    """
  }

  private static let style = """
    @page { size: A4 landscape; margin: 11mm 10mm 12mm; }
    body { font: 9pt/1.35 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", SimSun, sans-serif; color: #000; margin: 0; }
    h1 { font-size: 15pt; text-align: center; margin: 0 0 4pt; }
    h2 { font-size: 11pt; margin: 10pt 0 3pt; break-after: avoid; }
    .head { display: flex; justify-content: space-between; margin: 0 0 4pt; gap: 12pt; }
    table { border-collapse: collapse; width: 100%; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th, td { border: .5pt solid #444; padding: 1.5pt 3pt; vertical-align: middle; overflow-wrap: anywhere; }
    th { background: #e8edf3; font-weight: bold; text-align: center; }
    td.n { text-align: right; white-space: nowrap; overflow-wrap: normal; font-variant-numeric: tabular-nums; }
    .matrix { font-size: 8pt; }
    .matrix td:first-child { white-space: normal; }
    .notes { font-size: 7.5pt; }
    .behind { color: #b00000; font-weight: bold; }
    .bar { position: relative; height: 6pt; background: #eee; min-width: 46pt; border: .25pt solid #999; }
    .bar i { position: absolute; left: 0; top: 0; bottom: 0; background: #1f4e79; }
    .bar b { position: absolute; top: -1pt; bottom: -1pt; border-left: 1pt solid #c00000; }
    .seals { display: grid; grid-template-columns: 2fr 1fr 1fr 1fr 1.4fr; gap: 8pt; margin: 10pt 0 4pt; break-inside: avoid; }
    .seals div { border-bottom: .5pt solid #444; padding: 14pt 2pt 2pt; min-height: 22pt; }
    .seals span { color: #444; }
    .chain { font: 7pt monospace; overflow-wrap: anywhere; margin: 4pt 0 0; }
    ul { margin: 0 0 4pt; padding-left: 14pt; }
    """

  private var head: String {
    let paper = table.paper
    let parts = [
      say("填报单位：", "Unit: ") + paper.unit,
      say("文号：", "No.: ") + (paper.document.isEmpty ? "　　　　　　" : paper.document), table.state,
    ]
    return "<div class=\"head\">" + parts.map { "<span>\(Self.escaped($0))</span>" }.joined() + "</div>"
  }

  private var summary: String {
    // Behind the shares a bar, with a mark where it should be by now.
    let headings = table.summaryHeadings
    let bar = headings.count - 5
    var html = "<table><thead><tr>"
    for (place, heading) in headings.enumerated() {
      html += "<th>\(Self.escaped(heading))</th>"
      if place == bar { html += "<th>\(say("完成与序时", "Done, due"))</th>" }
    }
    html += "</tr></thead>\n<tbody>\n"
    for (number, row) in table.tally.rows.enumerated() {
      html += "<tr>"
      let standing = row.cells.first?.standing
      for (place, cell) in table.summary(row, number).enumerated() {
        let isBehind = standing?.pace == .behind && place == bar + 1
        html += Self.cell(cell, style: isBehind ? "behind" : nil)
        if place == bar { html += "<td>\(barOf(standing))</td>" }
      }
      html += "</tr>\n"
    }
    return html + "</tbody></table>"
  }

  private func barOf(_ standing: Standing?) -> String {
    guard let standing, let share = standing.share, let target = standing.target else { return "" }
    func width(_ ratio: Ratio) -> String {
      let tenths = min(max(ratio.tenthsOfPercent, 0), 1000)
      return "\(tenths / 10).\(tenths % 10)%"
    }
    let due = standing.due.flatMap { Ratio($0, target) }.map { "<b style=\"left:\(width($0))\"></b>" } ?? ""
    return "<div class=\"bar\"><i style=\"width:\(width(share))\"></i>\(due)</div>"
  }

  private var matrix: String {
    var headings = table.matrixHeadings
    headings.remove(at: 2)
    var html = "<table class=\"matrix\"><thead><tr>"
    html += headings.map { "<th>\(Self.escaped($0))</th>" }.joined() + "</tr></thead>\n<tbody>\n"
    for row in table.tally.rows {
      // The cumulative line is the last of each indicator.
      guard var line = table.matrix(row).last else { continue }
      line.remove(at: 2)
      html += "<tr>" + line.map { Self.cell($0, style: nil) }.joined() + "</tr>\n"
    }
    return html + "</tbody></table>"
  }

  private var seals: String {
    "<div class=\"seals\">"
      + table.paper.signatures(language).map {
        "<div><span>\(Self.escaped($0.name))：</span>\(Self.escaped($0.text))</div>"
      }
      .joined() + "</div>"
  }

  private var notes: String {
    var html = "<ul class=\"notes\">" + table.generalNotes.map { "<li>\(Self.escaped($0))</li>" }.joined() + "</ul>\n"
    html += "<table class=\"notes\"><thead><tr>"
    html += table.noteHeadings.map { "<th>\(Self.escaped($0))</th>" }.joined() + "</tr></thead>\n<tbody>\n"
    for row in table.tally.rows {
      html += "<tr>" + table.note(row).map { Self.cell($0, style: nil) }.joined() + "</tr>\n"
    }
    return html + "</tbody></table>"
  }

  private static func cell(_ cell: SheetCell, style: String?) -> String {
    var (text, isNumber) = ("", false)
    switch cell {
    case .blank: break
    case .text(let words):
      text = escaped(words)
      isNumber = words.count > 1 && words.hasSuffix("%")
    case .number(let digits): (text, isNumber) = (digits, true)
    case .amount(let amount): (text, isNumber) = (amount.plain, true)
    case .integer(let number): (text, isNumber) = (String(number), true)
    case .day(let day): text = day.iso
    case .month(let month): text = month.iso
    }
    let classes = [isNumber ? "n" : nil, style].compactMap { $0 }.joined(separator: " ")
    return classes.isEmpty ? "<td>\(text)</td>" : "<td class=\"\(classes)\">\(text)</td>"
  }

  /// Text as it stands in a page; what a browser would take for a tag, or a terminal for a command, is written out.
  static func escaped(_ text: String) -> String {
    var html = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      case "\n": html += "<br>"
      default:
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
          html += "\u{FFFD}"
        default: html.unicodeScalars.append(scalar)
        }
      }
    }
    return html
  }
}
