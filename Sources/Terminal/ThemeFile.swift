import Foundation
import Yams

/// Reads themes: one YAML file each, roles with their colours at 256, 16 and 8 and their attributes.
///
/// `role: { c256: 250 on 24, c16: 15 on 4, c8: 7 on 4, with: bold, mono: reverse }` - a colour is a number or
/// `default`; `with` are attributes beside colours, `mono` those without any.
package enum ThemeFile {
  /// The names of the themes in a directory, in order.
  package static func names(in directory: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The theme of that name; the built-in one and a line of what is wrong where its file cannot be used.
  package static func load(_ name: String, from directory: String) -> (theme: Theme, problem: Notice?) {
    let path = directory + "/" + name + ".yaml"
    guard !name.contains("/"), let data = FileManager.default.contents(atPath: path), data.count < 1 << 16 else {
      return (.builtIn, Notice(zh: "没有主题 \(name)，已用内置主题", en: "No theme \(name); using the built-in one"))
    }
    do {
      return (try parse(String(decoding: data, as: UTF8.self), name: name), nil)
    } catch {
      let what = CleanText((error as? Mistake)?.what ?? "YAML: \(error)").cut(to: 100).string
      return (
        .builtIn,
        Notice(zh: "主题 \(name) 有误，已用内置主题: \(what)", en: "Theme \(name) is wrong, using the built-in one: \(what)")
      )
    }
  }

  struct Mistake: Error, Equatable {
    var what: String
  }

  static func parse(_ text: String, name: String) throws -> Theme {
    // Aliases can unfold without bound; a theme needs none.
    guard !text.contains("*") else { throw Mistake(what: "aliases (*) are not used in themes") }
    guard let root = try Yams.compose(yaml: text)?.mapping else { throw Mistake(what: "not a mapping") }
    var looks: [Role: [ColorDepth: Appearance]] = [:]
    for (key, value) in root {
      guard let roleName = key.string, let role = Role(rawValue: roleName) else {
        throw Mistake(what: "line \(key.mark?.line ?? 0): unknown role \(key.string ?? "?")")
      }
      guard let fields = value.mapping else { throw Mistake(what: "\(roleName): not a mapping") }
      looks[role] = try look(fields, roleName)
    }
    return Theme(name: name, looks: looks)
  }

  private static func look(_ fields: Node.Mapping, _ role: String) throws -> [ColorDepth: Appearance] {
    var looks: [ColorDepth: Appearance] = [:]
    var colors: [ColorDepth: (UInt8?, UInt8?)] = [:]
    var beside: Appearance.Attributes = []
    var mono: Appearance.Attributes = []
    for (key, value) in fields {
      let text = value.string ?? ""
      switch key.string ?? "" {
      case "c256": colors[.full] = try pair(text, limit: 256, role)
      case "c16": colors[.sixteen] = try pair(text, limit: 16, role)
      case "c8": colors[.eight] = try pair(text, limit: 8, role)
      case "with": beside = try attributes(text, role)
      case "mono": mono = try attributes(text, role)
      case let other: throw Mistake(what: "\(role): unknown key \(other)")
      }
    }
    for depth in ColorDepth.allCases where depth != .none {
      let color = colors[depth]
      looks[depth] = Appearance(foreground: color?.0, background: color?.1, attributes: beside)
    }
    looks[ColorDepth.none] = Appearance(attributes: mono)
    return looks
  }

  private static func pair(_ text: String, limit: Int, _ role: String) throws -> (UInt8?, UInt8?) {
    let parts = text.components(separatedBy: " on ")
    guard parts.count <= 2 else { throw Mistake(what: "\(role): not a colour: \(text)") }
    func number(_ part: String) throws -> UInt8? {
      if part == "default" { return nil }
      guard let value = Int(part), value >= 0, value < limit else {
        throw Mistake(what: "\(role): not a colour below \(limit): \(part)")
      }
      return UInt8(value)
    }
    return (try number(parts[0]), parts.count > 1 ? try number(parts[1]) : nil)
  }

  private static func attributes(_ text: String, _ role: String) throws -> Appearance.Attributes {
    var all: Appearance.Attributes = []
    for word in text.split(separator: " ") {
      switch word {
      case "none": break
      case "bold": all.insert(.bold)
      case "dim": all.insert(.dim)
      case "underline": all.insert(.underline)
      case "reverse": all.insert(.reverse)
      default: throw Mistake(what: "\(role): unknown attribute \(word)")
      }
    }
    return all
  }
}
