#!/usr/bin/python3
"""Writes spreadsheets with one kind of damage each into a folder, and beside each what must become of it (.json)."""
import datetime
import json
import sys
import zipfile
from xml.sax.saxutils import escape

import openpyxl

FOLDER = sys.argv[1] if len(sys.argv) > 1 else "."
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code(number):
    """A whole code with both check characters right (GB 32100, GB 11714)."""
    body = "MA%06d" % number
    weights = [3, 7, 9, 10, 5, 8, 4, 2]
    values = [int(c) if c.isdigit() else ord(c) - 55 for c in body]
    check = 11 - sum(a * b for a, b in zip(values, weights)) % 11
    code = "91330523" + body + {10: "X", 11: "0"}.get(check, str(check))
    total = sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(code))
    return code + ALPHABET[(31 - total % 31) % 31]


CEMENT, TEXTILE = credit_code(1), credit_code(2)  # both stand in the library
FRESH = credit_code(3)
FIRM = ["统一社会信用代码", "企业名称", "归口地区", "行业", "领域", "状态"]
PROJECT = ["项目名称", "企业名称", "归口地区", "改造领域", "类型", "改造内容"]


def firm(number, name=None, **more):
    row = dict(zip(FIRM, [credit_code(number), name or "甲%d有限公司" % number, "安吉县", "3011", "建材", "在产"]))
    row.update(more)
    return row


def project(name, **more):
    row = dict(zip(PROJECT, [name, "安吉某某水泥有限公司", "安吉县", "新能源推广应用", "余热余压利用", "利用余热"]))
    row.update(more)
    return row


def table(rows):
    heads = []
    for row in rows:
        heads += [h for h in row if h not in heads]
    return [heads] + [[row.get(h) for h in heads] for row in rows]


def expect(name, ending, register, new=0, changed=0, same=0, rejected=0, says=(), records=None, options=(), status=None):
    status = (1 if rejected else 0) if status is None else status
    told = dict(
        file="%s.%s" % (name, ending), register=register, status=status, new=new, changed=changed, same=same,
        rejected=rejected, says=list(says), records=records or {}, options=list(options))
    json.dump(told, open("%s/%s.json" % (FOLDER, name), "w"), ensure_ascii=False)


def book(name, rows, change=None, register="enterprises", **told):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in rows:
        sheet.append(row)
    if change:
        change(workbook, sheet)
    workbook.save("%s/%s.xlsx" % (FOLDER, name))
    expect(name, "xlsx", register, **told)


def text(name, rows, encoding="utf-8", mark=b"", delimiter=",", end="\r\n", register="enterprises", raw=None, **told):
    lines = raw if raw is not None else "".join(
        delimiter.join("" if c is None else str(c) for c in row) + end for row in rows)
    open("%s/%s.csv" % (FOLDER, name), "wb").write(mark + lines.encode(encoding))
    expect(name, "csv", register, **told)


def raw_book(name, sheet, strings=None, styles=None, workbook=None, extra=(), register="enterprises", packed=zipfile.ZIP_DEFLATED, **told):
    """A workbook written part by part, for what no library writes."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "_rels/.rels": '<Relationships xmlns="%s"><Relationship Id="a" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>' % (package, rel),
        "xl/workbook.xml": workbook or '<workbook %s xmlns:r="%s"><sheets><sheet name="表" sheetId="1" r:id="s1"/></sheets></workbook>' % (main, rel),
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="%s"><Relationship Id="s1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="%s/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="s3" Type="%s/styles" Target="styles.xml"/></Relationships>' % (package, rel, rel, rel),
        "xl/worksheets/sheet1.xml": sheet,
    }
    if strings:
        parts["xl/sharedStrings.xml"] = strings
    if styles:
        parts["xl/styles.xml"] = styles
    parts.update(extra)
    with zipfile.ZipFile("%s/%s.xlsx" % (FOLDER, name), "w", packed) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    expect(name, "xlsx", register, **told)


def cells(rows, cell):
    return "".join("<row>%s</row>" % "".join(cell(c) for c in row) for row in rows)


MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def all_sheets():
    one = table([firm(3)])
    key = FRESH + "-00"

    # Reading: how cells are written.
    book("shared-strings", one, new=1, records={key: {"name": "甲3有限公司", "region": "330523", "sector": "building_materials"}})
    inline = lambda c: '<c t="inlineStr"><is><t>%s</t></is></c>' % escape(str(c))
    raw_book("inline-strings", '<worksheet %s><sheetData>%s</sheetData></worksheet>' % (MAIN, cells(one, inline)), new=1, records={key: {"name": "甲3有限公司"}})
    rich = lambda c: '<c t="inlineStr"><is><r><t>%s</t></r><r><rPr><b/></rPr><t>%s</t></r><rPh sb="0" eb="1"><t>JIA</t></rPh></is></c>' % (escape(str(c)[:2]), escape(str(c)[2:]))
    raw_book("rich-text", '<worksheet %s><sheetData>%s</sheetData></worksheet>' % (MAIN, cells(one, rich)), new=1, records={key: {"name": "甲3有限公司"}})
    prefixed = '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>%s</x:sheetData></x:worksheet>' % "".join(
        "<x:row>%s</x:row>" % "".join('<x:c t="str"><x:v>%s</x:v></x:c>' % escape(str(c)) for c in row) for row in one)
    raw_book("prefixed-names", prefixed, new=1, records={key: {"name": "甲3有限公司"}})
    sparse = '<worksheet %s><sheetData>%s</sheetData></worksheet>' % (MAIN, "".join(
        '<row r="%d">%s</row>' % (10 * (y + 1), "".join('<c r="%s%d" t="str"><v>%s</v></c>' % (openpyxl.utils.get_column_letter(x + 28), 10 * (y + 1), escape(str(c))) for x, c in enumerate(row))) for y, row in enumerate(one)))
    raw_book("far-cells", sparse, new=1, records={key: {"name": "甲3有限公司"}})
    escaped = table([firm(3, 备注="第一行_x000D_\n第二行_x005F_x")])
    raw_book("escaped-marks", '<worksheet %s><sheetData>%s</sheetData></worksheet>' % (MAIN, cells(escaped, inline)), new=1, records={key: {"remarks": "第一行\n第二行_x"}})

    def formula(_, sheet):
        sheet["B2"] = '="甲"&"3有限公司"'
    book("formula-without-value", one, formula, rejected=1, says=["“企业名称”：公式没有存下结果"])
    value = lambda c: '<c t="str"><f>CONCATENATE("a","b")</f><v>%s</v></c>' % escape(str(c))
    raw_book("formula-with-value", '<worksheet %s><sheetData>%s</sheetData></worksheet>' % (MAIN, cells(one, value)), new=1, records={key: {"name": "甲3有限公司"}})
    error = lambda c: '<c t="e"><v>#REF!</v></c>' if c == "安吉县" else inline(c)
    raw_book("error-cell", '<worksheet %s><sheetData>%s</sheetData></worksheet>' % (MAIN, cells(one, error)), rejected=1, says=["公式出错（#REF!）"])
    lost = lambda c: '<c t="s"><v>99</v></c>' if c == "安吉县" else inline(c)
    raw_book("shared-string-missing", '<worksheet %s><sheetData>%s</sheetData></worksheet>' % (MAIN, cells(one, lost)), rejected=1, says=["公式出错（#REF!）"])
    book("booleans", table([project("光伏甲", 无需备案=True), project("空压乙", 无需备案=False)]), register="projects", new=2, records={"*光伏甲": {"code_exempt": True}, "*空压乙": {"code_exempt": None}})

    # Dates and figures.
    def dated(_, sheet):
        sheet["G2"] = datetime.datetime(2023, 6, 1, 8, 30)
        sheet["G2"].number_format = "yyyy/m/d h:mm"
        sheet["H2"] = datetime.date(2024, 5, 31)
        sheet["H2"].number_format = '[$-804]yyyy"年"m"月"'
    book("dates-by-style", table([project("余热甲", 并网日期=None, 改造期限=None)]), dated, register="projects", new=1, records={"*余热甲": {"grid_date": "2023-06-01", "deadline": "2024-05"}})

    def since_1904(workbook, sheet):
        workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        sheet["G2"] = datetime.date(2023, 6, 1)
    book("dates-of-1904", table([project("余热甲", 并网日期=None)]), since_1904, register="projects", new=1, records={"*余热甲": {"grid_date": "2023-06-01"}})
    book("date-serials", table([project("余热甲", 并网日期=45078, 改造时间="45078")]), register="projects", new=1, says=["日期序号（如 45078）读作日期（2023-06-01）"], records={"*余热甲": {"grid_date": "2023-06-01", "start_month": "2023-06"}})
    book("months-as-text", table([project("甲", 改造时间="2023.3"), project("乙", 改造时间="2023年3月"), project("丙", 改造时间="２０２３．０３")]), register="projects", new=3, records={"*甲": {"start_month": "2023-03"}, "*乙": {"start_month": "2023-03"}, "*丙": {"start_month": "2023-03"}})
    book("months-as-figures", table([project("甲", 改造时间=2023.3), project("乙", 改造时间=2023.1)]), register="projects", new=1, rejected=1, says=["可能是1月，也可能是10月"], records={"*甲": {"start_month": "2023-03"}})
    money = table([project("甲", **{"投资（亿元）": 0.565, "节能量（万吨标煤）": 0.1234})])
    book("unit-in-heading", money, register="projects", new=1, says=["按表头单位换算"], records={"*甲": {"investment_declared": 5650, "saving_declared": 1234}})
    book("unit-in-cells", table([project("甲", 总投资="0.52亿元"), project("乙", 总投资="5,200"), project("丙", 总投资="￥５２００")]), register="projects", new=3, records={"*甲": {"investment_declared": 5200}, "*乙": {"investment_declared": 5200}, "*丙": {"investment_declared": 5200}})
    book("unit-above-table", [["单位：亿元"]] + table([project("甲", 总投资=0.5)]), register="projects", new=1, records={"*甲": {"investment_declared": 5000}})
    book("unit-beside-another", [["填报单位：安吉县经信局", None, None, "单位：亿元"]] + table([project("甲", 总投资=0.5)]), register="projects", new=1, says=["按表头单位换算"], records={"*甲": {"investment_declared": 5000}})
    book("unit-of-another-kind", table([project("甲", **{"总投资（美元）": 100})]), register="projects", new=1, says=["没有对应字段的列未导入：总投资（美元）"], records={"*甲": {"investment_declared": None}})
    book("binary-fractions", table([project("甲", 总投资=0.1 + 0.2, 申报节能量=1234567.8899999999)]), register="projects", new=1, records={"*甲": {"investment_declared": 0.3, "saving_declared": 1234567.89}})

    def percent(_, sheet):
        sheet["G2"].number_format = "0.0%"
        sheet["H2"].number_format = "0.00E+00"
    book("percent-and-scientific", table([project("甲", 总投资=0.155, 设备投资=152000)]), percent, register="projects", rejected=1, says=["请写数字"])
    scientific = lambda c: '<c><v>1.52E+3</v></c>' if c == 777 else inline(c)
    raw_book("scientific-figure", '<worksheet %s><sheetData>%s</sheetData></worksheet>' % (MAIN, cells(table([project("甲", 总投资=777)]), scientific)), register="projects", new=1, records={"*甲": {"investment_declared": 1520}})

    def padded(_, sheet):
        sheet["G2"].number_format = "00"
    book("padded-codes", table([firm(3, 厂区号=1)]), padded, new=1, records={FRESH + "-01": {"plant": "01"}})

    # Codes.
    digits = dict(firm(3), 统一社会信用代码=913305231234567890)
    book("code-as-figure", table([digits]), rejected=1, says=["被表格软件当作数字改动过"])
    text("code-in-scientific", table([dict(firm(3), 统一社会信用代码="9.13305E+17")]), rejected=1, says=["被表格软件当作数字改动过"])
    text("code-with-zeros", table([dict(firm(3), 统一社会信用代码="913305231234567000")]), rejected=1, says=["被表格软件当作数字改动过"])
    book("apostrophe", table([dict(firm(3), 统一社会信用代码="'" + FRESH, 联系电话="'13800000000")]), new=1, records={key: {"phone": "13800000000"}})
    wide = "".join(chr(ord(c) + 0xFEE0) for c in FRESH)
    book("full-width", table([dict(firm(3), 统一社会信用代码=wide, 联系电话="１３８ ０００００００0")]), new=1, records={key: {"phone": "13800000000"}})
    book("blanks-in-codes", table([dict(firm(3), 统一社会信用代码=" ".join([FRESH[:8], FRESH[8:17], FRESH[17:]]) + "\u00a0")]), new=1, records={key: {"name": "甲3有限公司"}})
    book("words-for-nothing", table([firm(3, 地址="/", 曾用名="无", 联系人="—", 乡镇街道="－", 联系电话="/")]), new=1, records={key: {"address": None, "former_names": None, "contact": None, "township": None, "phone": None}})

    # Regions.
    book("regions-written-out", table([firm(3, 归口地区="湖州市安吉县"), firm(4, 归口地区="安吉"), firm(5, 归口地区="330523000000"), firm(6, 归口地区="浙江省湖州市安吉县")]), new=4, records={credit_code(n) + "-00": {"region": "330523"} for n in (3, 4, 5, 6)})
    book("region-merged", table([firm(3, 归口地区="下城区"), firm(4, 归口地区="下城区")]), new=2, says=["请确认归口地区"], records={key: {"region": "330105"}})
    book("region-of-old-code", table([firm(3, 归口地区="330103")]), new=1, says=["请确认归口地区"])
    book("region-unknown", table([firm(3, 归口地区="乌有县")]), rejected=1, says=["乌有县"])
    book("code-and-name", table([firm(3, 行业="3011水泥制造")]), new=1, records={key: {"industry": "3011"}})

    # Layout.
    def merged(_, sheet):
        sheet.merge_cells("A1:F1")
    book("title-rows", [["2023年企业汇总表"], ["填报单位：安吉县"]] + one, merged, new=1)
    book("totals-and-notes", one + [["合计", None, None, None], ["注：一式两份"], ["填报人：王静"]], new=1, says=["略过1行合计", "略过2行说明"])

    def two_rows(_, sheet):
        sheet.merge_cells("G1:H1")
        for column in "ABCDEF":
            sheet.merge_cells("%s1:%s2" % (column, column))
    heads = [PROJECT + ["投资/万元", None], [None] * 6 + ["总投资", "其中：设备投资"]]
    book("heading-of-two-rows", heads + [list(project("甲").values()) + [5650, 5200]], two_rows, register="projects", new=1, records={"*甲": {"investment_declared": 5650, "investment_equipment": 5200}})
    book("stars-and-breaks-in-headings", [["*统一社会\n信用代码", " 企业 名称 ", "归口地区：", "行业", "领域", "状态"]] + one[1:], new=1, records={key: {"name": "甲3有限公司"}})
    book("aliases", [["社会信用代码", "单位名称", "所属地区", "国民经济行业", "重点领域", "经营状态"]] + one[1:], new=1, records={key: {"name": "甲3有限公司"}})
    book("english-headings", [["Credit code", "Name", "Region", "Industry", "Sector", "State"]] + one[1:], new=1, records={key: {"name": "甲3有限公司"}})
    book("nearly-the-heading", [["统一社会信用代码", "企业名称（全称）", "归口地区", "行业", "领域", "状态", "企业详细地址"]] + [one[1] + ["递铺街道"]], new=1, records={key: {"name": "甲3有限公司", "address": "递铺街道"}}, says=["按相近的名称认出的列"], options=["--likely"])
    book("unknown-column", table([firm(3, 评语="好")]), new=1, says=["没有对应字段的列未导入：评语"])
    book("serial-column", [["序号"] + one[0], [1] + one[1]], new=1)
    book("two-columns-of-one-field", [one[0] + ["企业名称"], one[1] + ["乙"]], status=4, says=["有两列都是“企业名称”"])
    book("blank-rows", [one[0], [None] * 6, one[1], [None] * 6], new=1)

    def hidden(workbook, sheet):
        sheet.row_dimensions[3].hidden = True
        draft = workbook.create_sheet("底稿")
        draft.sheet_state = "hidden"
        draft.append(one[0])
        workbook.create_sheet("说明").append(["说明文字"])
    book("hidden-rows-and-sheets", table([firm(3), firm(4)]), hidden, new=2, says=["有1行在表中是隐藏的", "隐藏的工作表未读取：底稿", "未读取的工作表：说明"])

    def hidden_columns(_, sheet):
        sheet.column_dimensions["C"].hidden = True
        sheet.column_dimensions["H"].hidden = True
    book("hidden-columns", table([firm(3, 地址="递铺街道", 评语="好")]), hidden_columns, new=1, says=["有1列在表中是隐藏的，也读取了：归口地区"])
    book("faulty-draft", table([dict(firm(3), 行业=None, 领域=None)]), new=1, says=["条有错误"])

    def chosen(workbook, sheet):
        other = workbook.create_sheet("二")
        for row in table([firm(4), firm(5)]):
            other.append(row)
    book("sheet-by-name", one, chosen, new=2, options=["--sheet", "二"])

    # Child rows.
    measures = [PROJECT + ["改造措施·措施", "改造措施·投资"], list(project("甲").values()) + ["锅炉", 2900], [None] * 6 + ["汽轮机", 2300], list(project("乙").values()) + ["空压机", 500]]
    book("children-blank-below", measures, register="projects", new=2, records={"*甲": {"#measures": 2}, "*乙": {"#measures": 1}})
    repeated = [PROJECT + ["改造措施·措施", "改造措施·投资"], list(project("甲").values()) + ["锅炉", 2900], list(project("甲").values()) + ["汽轮机", 2300]]
    book("children-by-repeated-name", repeated, register="projects", new=1, records={"*甲": {"#measures": 2}})

    def own_sheet(workbook, sheet):
        child = workbook.create_sheet("改造措施")
        for row in [["项目名称", "措施", "投资"], ["甲", "锅炉", 2900], [None, "汽轮机", 2300]]:
            child.append(row)
    book("children-on-own-sheet", table([project("甲")]), own_sheet, register="projects", new=1, records={"*甲": {"#measures": 2}})

    # What the library has already.
    book("same-again", table([dict(firm(1, "安吉某某水泥有限公司"))]), same=1)
    book("changed", table([dict(firm(1, "安吉某某水泥有限公司"), 地址="递铺街道")]), changed=1, records={CEMENT + "-00": {"address": "递铺街道"}})
    book("empty-leaves", table([dict(firm(1, "安吉某某水泥有限公司"), 联系人=None)]), same=1, records={CEMENT + "-00": {"contact": "王静"}})
    book("empty-clears", table([dict(firm(1, "安吉某某水泥有限公司"), 联系人=None)]), changed=1, options=["--empty-clears"], records={CEMENT + "-00": {"contact": None}})
    book("code-of-another-firm", table([firm(1, "完全不同的纺织厂")]), rejected=1, says=["冲突", "请核对代码，或确认改名"], records={CEMENT + "-00": {"name": "安吉某某水泥有限公司"}})
    book("another-code-for-the-name", table([firm(9, "安吉某某水泥有限公司")]), rejected=1, says=["疑似重复", "信用代码不同"])
    book("the-same-row-twice", table([firm(3), firm(3)]), new=1, rejected=1, says=["与第2行同为"])
    book("nearly-the-same-project", table([project("3号窑余热发电改造"), project("3号窑余热发电技术改造项目")]), register="projects", new=1, rejected=1, says=["疑似与第2行"])
    book("code-missing-known-by-name", table([dict(firm(3), 统一社会信用代码=None)]), new=1)
    book("holder-unknown", table([project("甲", 企业名称="没有这家")]), register="projects", rejected=1, says=["找不到“没有这家”"])

    # Text files.
    text("utf-8", one, new=1)
    text("utf-8-with-mark", one, mark=b"\xef\xbb\xbf", new=1)
    text("utf-16", one, encoding="utf-16-le", mark=b"\xff\xfe", delimiter="\t", new=1, records={key: {"name": "甲3有限公司"}})
    text("utf-16-big-endian", one, encoding="utf-16-be", mark=b"\xfe\xff", new=1, records={key: {"name": "甲3有限公司"}})
    text("gb18030", one, encoding="gb18030", new=1, records={key: {"name": "甲3有限公司"}})
    text("semicolons", one, delimiter=";", new=1)
    text("tabs", one, delimiter="\t", new=1)
    text("quotes-and-breaks", None, raw='统一社会信用代码,企业名称,归口地区,备注\n%s,"甲,""乙""",安吉县,"一行\n二行"\n' % FRESH, new=1, records={key: {"name": '甲,"乙"', "remarks": "一行\n二行"}})
    text("extra-cell", None, raw="统一社会信用代码,企业名称,归口地区\n%s,甲,安吉县,多\n" % FRESH, rejected=1, says=["第4列没有列名"])

    # Attacks.
    bomb = b'<worksheet %s><sheetData>' % MAIN.encode() + b" " * (400 << 20)
    raw_book("bomb-of-blanks", bomb, status=4, says=["解开后过大"])
    entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet %s><sheetData><row><c t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>' % MAIN
    raw_book("external-entity", entity, status=4, says=["类型声明"])
    laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet %s><sheetData/></worksheet>' % MAIN
    raw_book("billion-laughs", laughs, status=4, says=["类型声明"])
    deep = "<a>" * 5000
    raw_book("deep-nesting", deep, status=4, says=["解开后过大"])
    cut = '<worksheet %s><sheetData><row><c t="inlineStr"><is><t>甲' % MAIN
    raw_book("cut-short", cut, status=4, says=["内容不完整"])
    away = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="../../../etc/passwd"/></Relationships>'
    raw_book("path-out-of-archive", "<a/>", extra={"xl/_rels/workbook.xml.rels": away}.items(), status=4, says=["损坏"])
    strings = '<sst %s>' % MAIN + "<si><t>%s</t></si>" % ("甲" * 1000) * 200000
    raw_book("bomb-of-strings", "<worksheet %s><sheetData/></worksheet>" % MAIN, strings=strings, status=4, says=["解开后过大"])
    open(FOLDER + "/not-a-book.xlsx", "wb").write(b"PK\x03\x04" + b"x" * 100)
    expect("not-a-book", "xlsx", "enterprises", status=4, says=["工作簿已损坏"])
    open(FOLDER + "/old-book.xls", "wb").write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100)
    expect("old-book", "xls", "enterprises", status=4, says=["另存为不加密的 .xlsx"])


if __name__ == "__main__":
    all_sheets()
    # The firms that the library has before.
    print("credit_code,plant,name,region,industry,sector,state,contact")
    print(CEMENT + ",00,安吉某某水泥有限公司,330523,3011,building_materials,running,王静")
    print(TEXTILE + ",00,湖州某某纺织有限公司,330502,1713,textiles,running,")
