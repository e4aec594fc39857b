import Domain

/// The parts of the manual page that no command declares.
enum ManText {
  typealias Item = (term: String, meaning: Label)

  static let sections: [(title: Label, items: [Item])] = [
    (Label(zh: "环境变量", en: "ENVIRONMENT"), environment),
    (Label(zh: "文件", en: "FILES"), files),
    (Label(zh: "退出状态", en: "EXIT STATUS"), statuses),
  ]

  private static let environment: [Item] = [
    ("SANKU_LIBRARY", Label(zh: "命令行没有写库文件时用它", en: "the library where the command line names none")),
    (
      "SANKU_TODAY",
      Label(
        zh: "把这一天当作今天，如 2023-06-30（样例库停在2023年年中）",
        en: "the day to take for today, as 2023-06-30 (the sample stands in mid-2023)")
    ),
    (
      "SANKU_THEME",
      Label(
        zh: "主题：dark（默认）light high-contrast mono，或主题文件夹里的另一个",
        en: "the theme: dark (default), light, high-contrast, mono, or another of the themes folder")
    ),
    (
      "SANKU_AMBIGUOUS",
      Label(zh: "终端把 ①“…→● 等显示成两格时设为 2", en: "2 where the terminal draws ①“…→● and the like two cells wide")
    ),
    (
      "SANKU_REGION",
      Label(zh: "使用者的归口地区（代码），清单和总览从这里开始", en: "the person's own region (code), where lists and dashboards start")
    ),
    (
      "SANKU_SHARE",
      Label(
        zh: "主题和样例所在的文件夹；否则为程序旁的 ../share/sanku",
        en: "the folder of themes and sample; else ../share/sanku beside the program")
    ),
    ("NO_COLOR", Label(zh: "不用颜色", en: "no colours")),
    (
      "LC_ALL, LC_MESSAGES, LANG",
      Label(zh: "语言：zh、C 和未设为中文，其余为英文", en: "the language: Chinese for zh, C and none, English for all others")
    ),
    (
      "XDG_DATA_HOME", Label(zh: "默认库文件的位置；否则为 ~/.local/share", en: "where the default library is; else ~/.local/share")
    ),
  ]

  private static let files: [Item] = [
    ("$XDG_DATA_HOME/sanku/library.sanku", Label(zh: "没有另外指定时的库文件", en: "the library, where none is named")),
    ("LIBRARY.scratch/", Label(zh: "输入了而没有保存的内容", en: "what was typed and not saved")),
    (
      "LIBRARY.lock, LIBRARY-journal",
      Label(zh: "程序自己用；不要删除或单独复制", en: "the program's own; not to be removed or copied alone")
    ),
    ("share/sanku/themes/*.yaml", Label(zh: "主题，每个一个文件", en: "themes, one file each")),
  ]

  private static let statuses: [Item] = [
    ("0", Label(zh: "完成", en: "done")),
    (
      "1",
      Label(
        zh: "清单有问题：check 有发现、import 有未收的行、verify 有错",
        en: "the lists have findings: check, rejected rows of import, verify")
    ),
    ("2", Label(zh: "命令有误", en: "the command line is wrong")),
    ("3", Label(zh: "无权", en: "not allowed")),
    (
      "4",
      Label(zh: "库不可用：不存在、被锁、损坏、版本更新、磁盘满", en: "the library can't be used: missing, locked, damaged, newer, disk full")
    ),
    ("130", Label(zh: "被中断", en: "interrupted")),
  ]

  static let examples = [
    "sanku init huzhou.sanku --region 330500",
    "sanku import projects projects.csv --dry-run --library huzhou.sanku",
    "sanku list projects --where region=330500 --where overdue --sort -saving",
    "sanku export projects --where overdue -o overdue.csv",
    "sanku verify && sanku backup backup-2023-06-30.sanku",
  ]
}
