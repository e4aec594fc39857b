import CExpat
import Domain
import Glibc

/// What hears the elements and texts of a document. Names come without their prefix.
protocol XMLListener: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The name of an element, its prefix left out, while the parser holds it.
struct XMLName {
  private let start: UnsafePointer<CChar>

  init(_ name: UnsafePointer<CChar>) {
    var local = name
    var next = name
    while next.pointee != 0 {
      if next.pointee == 0x3A { local = next + 1 }
      next += 1
    }
    start = local
  }

  static func == (name: XMLName, text: StaticString) -> Bool {
    strcmp(name.start, UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }

  /// Its only character; 0 where it has another number of them.
  var letter: UInt8 { start.pointee != 0 && start[1] == 0 ? UInt8(bitPattern: start.pointee) : 0 }
}

/// The attributes of an element, while the parser holds them.
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.list = list }

  /// The value of an attribute, as its bytes.
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard let list else { return nil }
    var place = 0
    while let key = list[place] {
      if XMLName(key) == name { return list[place + 1] }
      place += 2
    }
    return nil
  }

  func text(_ name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

  /// A whole number; nil where there is none.
  func number(_ name: StaticString) -> Int? {
    guard var next = bytes(name), next.pointee != 0 else { return nil }
    var number = 0
    while next.pointee != 0 {
      let digit = Int(next.pointee) - 0x30
      guard (0...9).contains(digit), number < 1 << 40 else { return nil }
      number = number * 10 + digit
      next += 1
    }
    return number
  }

  func flag(_ name: StaticString) -> Bool { text(name).map { $0 == "1" || $0 == "true" } ?? false }
}

/// Feeds a document to a listener; documents with a type declaration, and so with entities of their own, are refused.
final class XMLParser {
  /// Elements within one another, and bytes of one piece of markup.
  private static let maximum = (depth: 64, pending: 4 << 20)

  private let parser: XML_Parser
  private unowned let listener: any XMLListener
  private var depth = 0
  private var fed = 0
  private var refusal: FileProblem?

  init(_ listener: any XMLListener) throws {
    guard let parser = XML_ParserCreate(nil) else { throw ZipArchive.odd }
    self.parser = parser
    self.listener = listener
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data, let name else { return }
        XMLParser.of(data).started(name, attributes)
      },
      { data, name in
        guard let data, let name else { return }
        let own = XMLParser.of(data)
        own.depth -= 1
        own.listener.end(XMLName(name))
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let data, let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        XMLParser.of(data).listener.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let data else { return }
      XMLParser.of(data).stop(
        FileProblem(
          zh: "工作簿里有不该有的类型声明（可能用来读取本机文件）；未读取",
          en: "The workbook has a type declaration, which no spreadsheet writes; it was not read"))
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func of(_ data: UnsafeMutableRawPointer) -> XMLParser {
    Unmanaged<XMLParser>.fromOpaque(data).takeUnretainedValue()
  }

  private func started(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    depth += 1
    if depth > Self.maximum.depth { return stop(ZipArchive.tooLarge) }
    listener.start(XMLName(name), XMLAttributes(attributes))
  }

  /// Ends the reading with a problem; to be called by the listener too.
  func stop(_ problem: FileProblem) {
    if refusal == nil { refusal = problem }
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  /// Takes the next bytes; `isLast` with the last ones.
  func feed(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool = false) throws {
    let status = bytes.withMemoryRebound(to: CChar.self) {
      XML_Parse(parser, $0.baseAddress, Int32($0.count), isLast ? 1 : 0)
    }
    fed += bytes.count
    if let refusal { throw refusal }
    guard status == XML_STATUS_OK else {
      throw FileProblem(
        zh: "工作簿的内容不完整（第\(XML_GetCurrentLineNumber(parser))行）；请在表格软件中重新另存为 .xlsx",
        en: "The workbook's content is malformed (line \(XML_GetCurrentLineNumber(parser))); save it again as .xlsx")
    }
    // A piece of markup without an end would be looked through again with each portion.
    if !isLast, fed - Int(XML_GetCurrentByteIndex(parser)) > Self.maximum.pending { throw ZipArchive.tooLarge }
  }

  /// Reads a whole entry.
  static func read(_ entry: ZipEntry, _ listener: any XMLListener) throws {
    let parser = try XMLParser(listener)
    while try entry.next({ try parser.feed($0) }) {}
    try parser.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
  }
}
