import Domain
import Foundation
import Testing

/// The command line as people at a shell meet it.
@Suite struct CommandLineTests {
  @Test func aNewLibraryTakesAListInAndShowsIt() throws {
    try CommandLineStory(
      CommandLineStory.firms + """
        $ sanku import enterprises enterprises.csv
        ! 新增 2，修改 0，相同 0，未收 0
        $ sanku import enterprises enterprises.csv
        ! 新增 0，修改 0，相同 2，未收 0
        $ sanku list enterprises --columns name,region,sector --sort name
        企业名称                归口地区  领域
        安吉某某水泥有限公司    安吉县    建材
        湖州某某纺织有限公司    吴兴区    纺织
        ─…
        合计 2 条
        $ sanku list enterprises --columns name,region --format csv --where sector=纺织
        name,region
        湖州某某纺织有限公司,330502
        $ sanku list enterprises --search ajmm --columns name --format json
        [
        {"name":"安吉某某水泥有限公司"}
        ]
        $ sanku show enterprises 91330523MA2B4F6YXA
        ── 91330523MA2B4F6YXA-00 安吉某某水泥有限公司
        …
        归口地区 安吉县
        …
        行业 水泥制造
        …
        $ sanku show enterprises 91330523MA2B4F6YXA --history
        序号 时间 人员 操作 字段 原值 新值
        …
        2 … 导入 企业名称 安吉某某水泥有限公司
        …
        $ sanku show enterprises 91330523MA2B4F6YXA --history --format csv | sed -n 2p | cut -d, -f4
        import
        $ sanku list enterprises --where 企业名称~纺织 --columns 企业名称 --format csv
        name
        湖州某某纺织有限公司
        $ sanku verify
        库完好：历史 3 条，末条 …
        """
    ).play()
  }

  @Test func wrongRowsAreRejectedWithTheirNumberAndComeBackAsTheyCame() throws {
    try CommandLineStory(
      CommandLineStory.firms + """
        $ sanku import enterprises enterprises.csv --dry-run
        enterprises.csv 第2行 新增：安吉某某水泥有限公司 (…-00)
        enterprises.csv 第3行 新增：湖州某某纺织有限公司 (…-00)
        ! 将新增 2，修改 0，相同 0，未收 0
        $ sanku list enterprises --format csv --columns name
        name
        $ cat > 坏.csv
        < credit_code,plant,name,region,industry,sector,state
        < 91330523MA2B4F6YXA,00,"安吉,水泥",乌有县,3011,建材,在产
        < 91330502MA28C7R39B,00,湖州某某纺织有限公司,吴兴区,1713,纺织,在产
        < 91330502MA28C7R39B,00,"又一次"x,吴兴区,1713,纺织,在产
        < 91330502MA28C7R39B,00,再一次,吴兴区,1713,纺织,在产
        $ sanku import enterprises 坏.csv --rejects 退回.csv
        ! 坏.csv 第2行：“归口地区”：归口地区没有“乌有县”，请写代码或全称
        ! 坏.csv 第4行：第3列的引号后还有文字；单元格内的引号应写成两个
        ! 坏.csv 第5行：与第3行同为“91330502MA28C7R39B-00”；请合并成一行
        ! 新增 1，修改 0，相同 0，未收 3
        [1]
        $ cat 退回.csv | tr -d '\\r'
        credit_code,plant,name,region,industry,sector,state,未收原因
        91330523MA2B4F6YXA,00,"安吉,水泥",乌有县,3011,建材,在产,“归口地区”：归口地区没有“乌有县”，请写代码或全称
        91330502MA28C7R39B,00,"又一次"x,吴兴区,1713,纺织,在产,第3列的引号后还有文字；单元格内的引号应写成两个
        91330502MA28C7R39B,00,再一次,吴兴区,1713,纺织,在产,与第3行同为“91330502MA28C7R39B-00”；请合并成一行
        """
    ).play()
  }

  @Test func aSpreadsheetOfAChineseDesktopIsRead() throws {
    try CommandLineStory(
      CommandLineStory.firms + """
        $ iconv -f UTF-8 -t GB18030 enterprises.csv > 国标.csv && sanku import enterprises 国标.csv
        ! 新增 2，修改 0，相同 0，未收 0
        $ sed '1s/^/\\xEF\\xBB\\xBF/' enterprises.csv | sanku import enterprises -
        ! 新增 0，修改 0，相同 2，未收 0
        $ printf 'PK\\003\\004' > 表.csv; sanku import enterprises 表.csv
        ! sanku: 表.csv：工作簿已损坏，打不开；请在表格软件中重新另存为 .xlsx
        [4]
        """
    ).play()
  }

  @Test func whatIsWrongIsSaidInOneLineWithItsStatus() throws {
    try CommandLineStory(
      CommandLineStory.firms + """
        $ sanku lst
        ! sanku: 没有子命令“lst”，也没有这个库文件；用 sanku --help 查看
        [2]
        $ sanku list
        ! sanku: 命令有误：缺少参数 …；用法见 sanku list --help
        [2]
        $ sanku list 乌有
        ! sanku: 没有清单“乌有”；可用：projects enterprises efficiency …
        [2]
        $ sanku list enterprises --where nmae=水泥
        ! sanku: 企业清单没有字段“nmae”；可用字段：key credit_code …
        [2]
        $ sanku list enterprises --where 'latest_year>去年'
        ! sanku: 数据年度（latest_year）：请写四位年份，如 2023
        [2]
        $ sanku list enterprises --columns 乌有
        ! sanku: 企业清单没有列“乌有”；可用：key …
        [2]
        $ sanku show enterprises 9999
        ! sanku: 企业清单没有“9999”；用 sanku list enterprises 查看，或写 # 加编号开头
        [2]
        $ sanku --library 没有.sanku list enterprises
        ! sanku: 找不到库文件 没有.sanku；用 sanku init 新建
        [4]
        $ sanku init 库.sanku
        ! sanku: 库.sanku 已存在，未改动；请换一个名字
        [4]
        $ sanku list enterprises -o 旧.xls
        ! sanku: 命令有误：不写旧格式 旧.xls；文件名请用 .xlsx、.csv 或 .json 结尾；用法见 sanku list --help
        [2]
        $ sanku export enterprises -o 旧.XLS --format csv
        ! sanku: 命令有误：不写旧格式 旧.XLS；文件名请用 .xlsx、.csv 或 .json 结尾；用法见 sanku export --help
        [2]
        $ sanku template enterprises -o 旧.xls
        ! sanku: 命令有误：不写旧格式 旧.xls；文件名请用 .xlsx、.csv 或 .json 结尾；用法见 sanku template --help
        [2]
        $ ls | grep -i xls
        [1]
        $ sanku list enterprises -o /没有/这里.csv
        ! sanku: 无法写入 /没有/这里.csv：…；请换一个位置
        [4]
        $ sanku --lang en list nosuch
        ! sanku: No register “nosuch”; there are: projects enterprises efficiency …
        [2]
        $ LANG=en_US.UTF-8 LC_ALL= sanku list enterprises --format xml
        ! sanku: The value 'xml' is invalid for …; see sanku list --help
        [2]
        """
    ).play()
  }

  @Test func aMadeUpLibraryGoesOutAndComesBackUnchanged() throws {
    try CommandLineStory(
      """
      $ sanku generate 库.sanku --projects 40 --seed 7 -q
      $ sanku schema --format csv | tail -n +2 | cut -d, -f1 | grep -vx -e people -e tiers -e quarters > 清单
      $ mkdir 出 回 && for list in $(cat 清单); do sanku export $list -o 出/$list.csv -q; done
      $ for list in $(cat 清单); do sanku import $list 出/$list.csv; done 2>&1 | grep -v '新增 0，修改 0，' | wc -l
      0
      $ sanku init 新.sanku --from 出 -q && sanku verify 新.sanku
      库完好：…
      $ for list in $(cat 清单); do sanku --library 新.sanku export $list -o 回/$list.csv -q; done
      $ diff -r 出 回 && ls 回 | grep -c csv
      85
      $ sanku export projects -o 全.json -q && sanku import projects 全.json
      ! 新增 0，修改 0，相同 40，未收 0
      """
    ).play()
  }

  @Test func aBackupIsRestoredAndADamagedFileIsRefused() throws {
    try CommandLineStory(
      CommandLineStory.firms + """
        $ sanku import enterprises enterprises.csv -q && sanku backup 备份.sanku
        ! 已备份到 备份.sanku
        $ sanku backup 备份.sanku
        ! sanku: 备份.sanku 已存在，未覆盖；请换一个名字
        [4]
        $ sanku restore 备份.sanku 恢复.sanku
        ! 已恢复成 恢复.sanku（历史 3 条）
        $ sanku verify 恢复.sanku
        库完好：历史 3 条，末条 …
        $ head -c 5000 备份.sanku > 断.sanku; sanku verify 断.sanku
        ! sanku: 库文件 断.sanku 已损坏：…；请用 sanku restore 从备份恢复
        [4]
        $ echo 这不是库 > 假.sanku; sanku list enterprises --library 假.sanku
        ! sanku: 假.sanku 不能作为库打开：…
        [4]
        """
    ).play()
  }

  @Test func aClosedPipeAndCtrlCLeaveTheLibraryAsItWas() throws {
    try CommandLineStory(
      """
      $ sanku generate 库.sanku --projects 300 -q
      $ sanku list projects --format csv --columns name | head -1
      name
      $ sanku export projects --format json | head -c 1
      [
      $ timeout --preserve-status -s INT 1 sanku generate 大.sanku --projects 500000
      ! sanku: …
      [130]
      $ ls 大.sanku*
      ! ls: …
      [2]
      $ sanku verify -q
      库完好：…
      """
    ).play()
  }

  @Test func noHostileByteReachesATerminalOrAFormula() throws {
    let shell = try Shell()
    defer { shell.remove() }
    let hostile = "=cmd|'/c calc'!A1\u{1B}]52;c;ZXZpbA==\u{7}\u{202E}倒\u{200B}\u{9B}31m\u{301}\u{301}\u{301}\u{301}"
    let csv = """
      credit_code,plant,name,region,industry,sector,state,address
      91330523MA2B4F6YXA,00,"安吉\(hostile)",330523,3011,建材,在产,"\(hostile)"
      """
    try Data(csv.utf8).write(to: shell.folder.appendingPathComponent("敌.csv"))
    #expect(try shell.run("sanku init 库.sanku -q && sanku import enterprises 敌.csv -q").status == 0)
    for command in [
      "list enterprises --columns name,address", "show enterprises 91330523MA2B4F6YXA", "check",
      "show enterprises 91330523MA2B4F6YXA --history", "list enterprises --format json --columns name",
      "list enterprises --format csv --columns address", "list enterprises --where 'name=\u{1B}[31mx'",
      "show enterprises '\u{1B}[31m'",
    ] {
      let result = try shell.run("sanku " + command)
      for scalar in (result.output + result.errors).unicodeScalars {
        let isHostile =
          (scalar.value < 0x20 && scalar != "\n" && scalar != "\r") || (0x7F..<0xA0).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value) || (0x200B...0x200F).contains(scalar.value)
        #expect(!isHostile, "\(command): \(scalar.value)")
      }
    }
    let cell = try shell.run("sanku list enterprises --format csv --columns address --quiet").output
    #expect(cell.contains("'=cmd"))
    #expect(
      try shell.run("sanku export enterprises -o 出.csv -q; sanku import enterprises 出.csv").errors.contains("相同 1"))
  }

  @Test func everySubcommandHasHelpInBothLanguages() throws {
    let shell = try Shell()
    defer { shell.remove() }
    for name in [
      "", "init", "schema", "list", "show", "check", "verify", "export", "import", "generate", "backup", "restore",
    ] {
      let chinese = try shell.run("sanku \(name) --help")
      let english = try shell.run("sanku \(name) --help --lang en")
      #expect(chinese.status == 0 && english.status == 0)
      #expect(chinese.output.contains("用法：sanku"), "\(name): \(chinese.output)")
      for heading in ["USAGE", "OPTIONS", "ARGUMENTS", "Show help", "values:", "default:"] {
        #expect(!chinese.output.contains(heading), "\(name) has \(heading)")
      }
      #expect(english.output.contains("USAGE: sanku"))
      let han = english.output.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }
      #expect(han.count <= 4, "\(name): \(english.output)")
    }
    for shellName in ["bash", "zsh", "fish"] {
      #expect(try shell.run("sanku --generate-completion-script \(shellName)").output.contains("sanku"))
    }
    #expect(try shell.run("sanku --version").output.hasPrefix("0."))
  }

  @Test func figuresInJSONAreNumbersAndTheDictionaryIsWhole() throws {
    let shell = try Shell()
    defer { shell.remove() }
    #expect(try shell.run("sanku generate 库.sanku --projects 30 --seed 3 -q").status == 0)
    let rows = try JSONSerialization.jsonObject(with: try shell.run("sanku list projects --format json").bytes)
    let first = try #require((rows as? [[String: Any]])?.first)
    #expect(first["saving"] is NSNumber)
    #expect(first["name"] is String)
    let schema = try JSONSerialization.jsonObject(with: try shell.run("sanku schema --format json").bytes)
    let registers = try #require(schema as? [[String: Any]])
    #expect(registers.compactMap { $0["id"] as? String } == Registers.all.map(\.id))
    #expect(((registers.first?["fields"] as? [Any])?.count ?? 0) > 100)
    let whole = try JSONSerialization.jsonObject(with: try shell.run("sanku export projects --format json").bytes)
    #expect((whole as? [[String: Any]])?.count == 30)
    #expect((whole as? [[String: Any]])?.first?["measures"] is [Any])
  }

  @Test func checkingEndsWithFindings() throws {
    try CommandLineStory(
      CommandLineStory.firms + """
        $ sanku import enterprises enterprises.csv -q && sanku check projects
        清单  代码  名称  程度  规则  字段  要做什么
        ! 检查 0 条：错误 0，提示 0
        $ cat > projects.csv
        < library_code,name,region,enterprise
        < 330523-2023-0001,3号窑余热发电,安吉县,91330523MA2B4F6YXA
        $ sanku import projects projects.csv -q
        $ sanku check projects --where name~余热 --errors --format csv
        register,key,title,severity,rule,fields,message,answer
        projects,330523-2023-0001,3号窑余热发电,error,required,…
        …
        ! 检查 1 条：错误 …
        [1]
        """
    ).play()
  }
}
