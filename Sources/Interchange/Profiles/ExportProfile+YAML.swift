import Domain
import Yams

/// A profile as people write it:
///
///     title: 省厅节能改造项目表
///     signed: true
///     columns:
///       - heading: 序号
///       - heading: 项目名称
///         field: name
///       - heading: 总投资（亿元）
///         field: investment
///         unit: 亿元
///       - heading: 改造措施
///         field: measures.name
extension ExportProfile {
  /// Reads a profile for a register; `name` is the file's, for what is wrong with it.
  package init(yaml text: String, _ register: Register, name: String) throws {
    func problem(_ zh: String, _ en: String) -> FileProblem { FileProblem(zh: "\(name)：\(zh)", en: "\(name): \(en)") }
    guard text.utf8.count < 1 << 18, !Self.hasAnchor(text) else {
      throw problem("格式文件不超过256 KiB，也不用 YAML 的锚（&）", "a profile has at most 256 KiB and no YAML anchors (&)")
    }
    let root: Node.Mapping
    do {
      guard let mapping = try Yams.compose(yaml: text)?.mapping else {
        throw problem("应有 title 和 columns", "should have title and columns")
      }
      root = mapping
    } catch let fault as FileProblem {
      throw fault
    } catch {
      throw problem("不是有效的 YAML：\(error)", "is not valid YAML: \(error)")
    }
    let known = ["title", "signed", "columns"]
    if let odd = root.keys.compactMap(\.string).first(where: { !known.contains($0) }) {
      throw problem("没有“\(odd)”这一项；可用：title signed columns", "has no “\(odd)”; there are: title signed columns")
    }
    guard let listed = root["columns"]?.sequence, !listed.isEmpty else {
      throw problem("没有 columns；每列写 heading 和 field", "has no columns; each takes heading and field")
    }
    var columns: [Column] = []
    for (place, node) in listed.enumerated() {
      let where_ = "columns[\(place + 1)]"
      guard let mapping = node.mapping, let heading = mapping["heading"]?.string, !heading.isEmpty else {
        throw problem("\(where_) 没有 heading", "\(where_) has no heading")
      }
      if let odd = mapping.keys.compactMap(\.string).first(where: { !["heading", "field", "unit"].contains($0) }) {
        throw problem(
          "\(where_) 没有“\(odd)”这一项；可用：heading field unit", "\(where_) has no “\(odd)”; there are: heading field unit")
      }
      guard let written = mapping["field"]?.string else {
        columns.append(Column(heading, nil))
        continue
      }
      guard let path = FieldPath(written, register) else {
        throw problem(
          "\(where_)：\(register.label.zh)没有字段“\(written)”；字段见 sanku schema \(register.id)",
          "\(where_): \(register.id) has no field “\(written)”; see sanku schema \(register.id)")
      }
      var unit: UnitScale?
      if let asked = mapping["unit"]?.string {
        unit = UnitScale(asked, of: path.field.unit)
        guard unit != nil else {
          let units = UnitScale.of(path.field.unit).map(\.name).joined(separator: " ")
          guard !units.isEmpty else {
            throw problem(
              "\(where_)：“\(path.field.label.zh)”不能换算单位；请去掉 unit",
              "\(where_): “\(path.field.label.en)” has no other units; take unit out")
          }
          throw problem(
            "\(where_)：“\(path.field.label.zh)”不能写成“\(asked)”；可用：\(units)",
            "\(where_): “\(path.field.label.en)” cannot be in “\(asked)”; there are: \(units)")
        }
      }
      columns.append(Column(heading, path, unit))
    }
    self.init(
      title: root["title"]?.string ?? register.label.zh, columns: columns, isSigned: root["signed"]?.bool ?? false)
  }

  /// Whether a text names parts of itself: aliases can unfold without bound, and a profile needs none.
  private static func hasAnchor(_ text: String) -> Bool {
    var before: Character = "\n"
    for character in text {
      if character == "&", before.isWhitespace || "[{,:-".contains(before) { return true }
      before = character
    }
    return false
  }
}
