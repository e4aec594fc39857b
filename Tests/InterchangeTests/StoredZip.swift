/// A workbook as a zip archive without compression, as a test makes it up.
enum StoredZip {
  private static let main = #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#
  private static let rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// The parts of a small workbook.
  static let parts = [
    "_rels/.rels":
      #"<Relationships xmlns="\#(package)"><Relationship Id="a" Type="\#(rel)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    "xl/workbook.xml":
      #"<workbook \#(main) xmlns:r="\#(rel)"><workbookPr/><sheets><sheet name="表" sheetId="1" r:id="s1"/></sheets></workbook>"#,
    "xl/_rels/workbook.xml.rels":
      #"<Relationships xmlns="\#(package)"><Relationship Id="s1" Type="\#(rel)/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="\#(rel)/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s3" Type="\#(rel)/styles" Target="styles.xml"/></Relationships>"#,
    "xl/sharedStrings.xml": #"<sst \#(main)><si><t>名称</t></si><si><r><t>甲</t></r><r><t>厂_x000D_</t></r></si></sst>"#,
    "xl/styles.xml":
      #"<styleSheet \#(main)><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>"#,
    "xl/worksheets/sheet1.xml":
      #"<worksheet \#(main)><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>1.5E+3</v></c></row></sheetData></worksheet>"#,
  ]

  /// An archive of these parts.
  static func archive(_ parts: [String: String], also: (String, [UInt8])? = nil) -> [UInt8] {
    var entries = parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }
    if let also { entries.append(also) }
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in entries {
      let offset = bytes.count
      let checksum = crc(content)
      let common =
        u16(0x14) + u16(0x800) + u16(0) + u32(0) + u32(checksum) + u32(content.count) + u32(content.count)
        + u16(name.utf8.count) + u16(0)
      bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
      directory += [0x50, 0x4B, 1, 2] + u16(0x14) + common + u16(0) + u16(0) + u16(0) + u32(0) + u32(offset)
      directory += Array(name.utf8)
    }
    let start = bytes.count
    bytes += directory
    bytes += [0x50, 0x4B, 5, 6] + u16(0) + u16(0) + u16(entries.count) + u16(entries.count)
    return bytes + u32(directory.count) + u32(start) + u16(0)
  }

  private static func u16(_ value: Int) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8 & 0xFF)] }
  private static func u32(_ value: some BinaryInteger) -> [UInt8] {
    let bits = UInt32(truncatingIfNeeded: value)
    return (0..<4).map { UInt8(truncatingIfNeeded: bits >> (8 * UInt32($0))) }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}
