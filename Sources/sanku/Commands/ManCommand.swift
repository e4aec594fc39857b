import ArgumentParser
import Domain
import Interchange

/// Writes the manual page out of the commands' own declarations; `make man` keeps it in both languages.
struct ManCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "man", abstract: say("输出手册页（roff）", "Write the manual page (roff)"), shouldDisplay: false)
  }

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let root = try JSONReader.read(Sanku._dumpHelp())["command"] else { return }
    let output = try Output(options.output)
    try output.write(Self.page(root))
    try output.finish()
  }

  /// The page of a command and its subcommands, as the parser describes them.
  private static func page(_ root: JSONValue) -> String {
    let commands = subcommands(of: root, after: "sanku")
    let runs = commands.map(\.command).filter { subcommands(of: $0, after: "").isEmpty }
    // What commands share is told once; those that only programs call may do without.
    let takers = Dictionary(runs.flatMap { options(of: $0).map(names) }.map { ($0, 1) }, uniquingKeysWith: +)
    let shared = Set(takers.filter { $0.value * 2 > runs.count }.keys)
    var page = RoffPage(title: "SANKU", section: 1, version: "sanku \(Sanku.version)")
    page.section(say("名称", "NAME"))
    page.paragraph("sanku - " + text(root, "abstract"))
    page.section(say("用法", "SYNOPSIS"))
    page.usage("sanku", [say("[库文件]", "[LIBRARY]")])
    page.usage("sanku", [say("子命令", "COMMAND"), say("[参数]...", "[ARGUMENT]..."), say("[选项]...", "[OPTION]...")])
    page.section(say("说明", "DESCRIPTION"))
    page.paragraphs(text(root, "discussion"))
    page.section(say("子命令", "COMMANDS"))
    for (name, command) in commands {
      let positional = arguments(of: command, kind: "positional")
      page.subsection(([name] + positional.map(placeholder)).joined(separator: " "))
      page.paragraph(text(command, "abstract"))
      page.paragraphs(text(command, "discussion"))
      for argument in positional { page.item(placeholder(argument), text(argument, "abstract")) }
      for option in options(of: command) where !shared.contains(names(option)) {
        page.item(names(option), text(option, "abstract"))
      }
    }
    page.section(say("各子命令通用的选项", "OPTIONS OF EVERY COMMAND"))
    for option in runs.first.map(options) ?? [] where shared.contains(names(option)) {
      page.item(names(option), text(option, "abstract"))
    }
    for (title, items) in ManText.sections {
      page.section(title.said)
      for (term, meaning) in items { page.item(term, meaning.said) }
    }
    page.section(say("示例", "EXAMPLES"))
    page.literal(ManText.examples)
    return page.text
  }

  /// The commands below one, each before those below it, with all the words of their names.
  private static func subcommands(of parent: JSONValue, after words: String) -> [(name: String, command: JSONValue)] {
    let shown = (parent["subcommands"]?.elements ?? []).filter { isShown($0) && text($0, "commandName") != "help" }
    return shown.flatMap { command in
      let name = "\(words) \(text(command, "commandName"))"
      return [(name, command)] + subcommands(of: command, after: name)
    }
  }

  // MARK: what the parser describes

  private static func text(_ value: JSONValue, _ name: String) -> String { value[name]?.scalar ?? "" }

  private static func isShown(_ value: JSONValue) -> Bool { value["shouldDisplay"] != .bool(false) }

  private static func arguments(of command: JSONValue, kind: String) -> [JSONValue] {
    (command["arguments"]?.elements ?? []).filter { isShown($0) && text($0, "kind") == kind }
  }

  /// Options and flags, without the parser's own.
  private static func options(of command: JSONValue) -> [JSONValue] {
    (arguments(of: command, kind: "option") + arguments(of: command, kind: "flag"))
      .filter { !["--help", "--version"].contains(names($0).split(separator: " ").last ?? "") }
  }

  private static func placeholder(_ argument: JSONValue) -> String {
    let name = text(argument, "valueName").uppercased()
    return argument["isOptional"] == .bool(true) ? "[\(name)]" : name
  }

  /// As `-o, --output FILE`.
  private static func names(_ option: JSONValue) -> String {
    let names = (option["names"]?.elements ?? []).map { name in
      (text(name, "kind") == "long" ? "--" : "-") + text(name, "name")
    }
    let value = text(option, "kind") == "option" ? " " + text(option, "valueName") : ""
    return names.sorted { $0.count < $1.count }.joined(separator: ", ") + value
  }
}

extension Collection where Element == Set<String> {
  fileprivate func reduce(_ next: (Set<String>, Set<String>) -> Set<String>) -> Set<String>? {
    first.map { dropFirst().reduce($0, next) }
  }
}
