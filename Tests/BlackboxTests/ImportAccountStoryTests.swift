import Testing

/// The account of an import as people at a shell ask for it.
@Suite struct ImportAccountStoryTests {
  @Test func anAccountIsRowsWhereAFormatIsAskedFor() throws {
    try CommandLineStory(
      CommandLineStory.firms + """
        $ sanku import enterprises enterprises.csv --dry-run --format csv
        row,result,key,title,why
        2,新增,…-00,安吉某某水泥有限公司,…
        3,新增,…-00,湖州某某纺织有限公司,…
        ! 将新增 2，修改 0，相同 0，未收 0
        $ sanku import enterprises enterprises.csv --dry-run --format json -q | python3 -c 'import json,sys; print([(r["row"], r["result"], r["title"]) for r in json.load(sys.stdin)])'
        [(2, '新增', '安吉某某水泥有限公司'), (3, '新增', '湖州某某纺织有限公司')]
        $ sanku import enterprises enterprises.csv --dry-run -q -o 账.csv && head -c 3 账.csv | od -An -tx1 && tail -n +2 账.csv | cut -d, -f1,2
        ef bb bf
        2,新增
        3,新增
        $ sanku import enterprises enterprises.csv --dry-run --format table -q
        行 结果 代码 名称 说明
        2 新增 …
        3 新增 …
        $ sanku import enterprises enterprises.csv --dry-run --format csv --rejects -
        ! sanku: --rejects - 和 --format 都写到标准输出；请给其中一个写文件名
        [2]
        $ sanku import enterprises enterprises.csv -q
        $ sanku imports list --format csv
        id,date,person,register,new,changed,file,state
        …,企业清单,2,0,enterprises.csv,
        $ sanku imports list -q -o 导入.csv && tail -n +2 导入.csv
        …,企业清单,2,0,enterprises.csv,
        $ sanku imports list --format json | python3 -c 'import json,sys; print([(r["register"], r["new"], r["state"]) for r in json.load(sys.stdin)])'
        [('企业清单', 2, '')]
        """
    ).play()
  }

  @Test func aListOfJSONIsToldByContentWhateverItIsCalled() throws {
    try CommandLineStory(
      CommandLineStory.firms + """
        $ sanku import enterprises enterprises.csv -q && sanku export enterprises --format json > 全.txt
        $ sanku import enterprises 全.txt
        ! 新增 0，修改 0，相同 2，未收 0
        $ (printf '\\357\\273\\277 \\n'; cat 全.txt) | sanku import enterprises - --dry-run --format csv -q | cut -d, -f1,2
        row,result
        1,相同
        2,相同
        $ sanku import enterprises enterprises.csv --format json
        ! 新增 0，修改 0，相同 2，未收 0
        $ sanku import enterprises 全.txt --rejects 未收.xlsx
        ! sanku: JSON 中未收的记录只能写成 .json
        [2]
        """
    ).play()
  }

  @Test func allThatIsWrongWithARecordIsTold() throws {
    try CommandLineStory(
      CommandLineStory.firms + """
        $ printf 'name,region\\n某厂,330523\\n' > 表.csv; sanku import enterprises 表.csv --dry-run
        表.csv 第2行 新增：某厂；2个错误1个提示
            请填写“行业”
            请填写“领域”
            现用临时代码，请补统一社会信用代码
        ! 将新增 1，修改 0，相同 0，未收 0
        ! 其中1条有错误、0条只有提示；…
        $ printf 'name,enterprise,region\\n某项目,乌有厂,330523\\n' > 项目.csv; sanku import projects 项目.csv
        ! 项目.csv 第2行：“企业”：找不到“乌有厂”，请写对方的代码或 # 加编号
        ! 新增 0，修改 0，相同 0，未收 1
        [1]
        """
    ).play()
  }
}
