#!/usr/bin/python3
"""Writes spreadsheets with libxlsxwriter itself into a folder, and beside each what must become of it (.json)."""
import ctypes
import ctypes.util
import importlib.util
import os
import sys

spec = importlib.util.spec_from_file_location("sheets", os.path.join(os.path.dirname(__file__), "make-sheets.py"))
sheets = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sheets)
firm, project, table, FRESH = sheets.firm, sheets.project, sheets.table, sheets.FRESH
KEY = FRESH + "-00"

lib = ctypes.CDLL(ctypes.util.find_library("xlsxwriter") or "libxlsxwriter.so")
for name in ["workbook_new", "workbook_new_opt", "workbook_add_worksheet", "workbook_add_format"]:
    getattr(lib, name).restype = ctypes.c_void_p
Row, Column, Pointer, Text = ctypes.c_uint32, ctypes.c_uint16, ctypes.c_void_p, ctypes.c_char_p


class Options(ctypes.Structure):
    _fields_ = [("constant_memory", ctypes.c_uint8), ("tmpdir", Text), ("use_zip64", ctypes.c_uint8), ("more", ctypes.c_uint8 * 64)]


class Moment(ctypes.Structure):
    _fields_ = [("year", ctypes.c_int), ("month", ctypes.c_int), ("day", ctypes.c_int), ("hour", ctypes.c_int), ("min", ctypes.c_int), ("sec", ctypes.c_double)]


class Hidden(ctypes.Structure):
    _fields_ = [("hidden", ctypes.c_uint8), ("level", ctypes.c_uint8), ("collapsed", ctypes.c_uint8)]


class Piece(ctypes.Structure):
    _fields_ = [("format", Pointer), ("text", Text)]


class Sheet:
    """A worksheet; only what the fixtures need."""

    def __init__(self, book, pointer):
        self.book, self.pointer = book, Pointer(pointer)

    def put(self, row, column, value, form=None):
        place = (self.pointer, Row(row), Column(column))
        if value is None:
            return
        if isinstance(value, bool):
            lib.worksheet_write_boolean(*place, int(value), form)
        elif isinstance(value, (int, float)):
            lib.worksheet_write_number(*place, ctypes.c_double(value), form)
        elif isinstance(value, tuple):
            lib.worksheet_write_datetime(*place, ctypes.byref(Moment(*value)), form)
        elif str(value).startswith("{="):
            lib.worksheet_write_formula(*place, value[1:-1].encode(), form)
        else:
            lib.worksheet_write_string(*place, str(value).encode(), form)

    def rows(self, rows, first=0):
        for y, row in enumerate(rows):
            for x, value in enumerate(row):
                self.put(first + y, x, value)

    def merge(self, top, left, bottom, right, text):
        lib.worksheet_merge_range(self.pointer, Row(top), Column(left), Row(bottom), Column(right), text.encode(), None)

    def rich(self, row, column, *texts):
        bold = self.book.format()
        pieces = [Piece(bold if place % 2 else None, text.encode()) for place, text in enumerate(texts)]
        array = (ctypes.POINTER(Piece) * (len(pieces) + 1))(*[ctypes.pointer(p) for p in pieces], None)
        lib.worksheet_write_rich_string(self.pointer, Row(row), Column(column), array, None)

    def hide_row(self, row):
        lib.worksheet_set_row_opt(self.pointer, Row(row), ctypes.c_double(15), None, ctypes.byref(Hidden(1, 0, 0)))

    def hide_column(self, column):
        lib.worksheet_set_column_opt(
            self.pointer, Column(column), Column(column), ctypes.c_double(9), None, ctypes.byref(Hidden(1, 0, 0)))

    def hide(self):
        lib.worksheet_hide(self.pointer)


class Book:
    def __init__(self, path, options=None):
        made = lib.workbook_new_opt(path.encode(), ctypes.byref(options)) if options else lib.workbook_new(path.encode())
        self.pointer = Pointer(made)

    def sheet(self, name):
        return Sheet(self, lib.workbook_add_worksheet(self.pointer, name.encode()))

    def format(self, shape=None):
        made = Pointer(lib.workbook_add_format(self.pointer))
        if shape:
            lib.format_set_num_format(made, shape.encode())
        return made

    def close(self):
        assert lib.workbook_close(self.pointer) == 0


def book(name, fill, register="enterprises", options=None, **told):
    made = Book("%s/c-%s.xlsx" % (sheets.FOLDER, name), options)
    fill(made)
    made.close()
    sheets.expect("c-" + name, "xlsx", register, **told)


def plain(rows, change=None):
    def fill(made):
        sheet = made.sheet("表")
        sheet.rows(rows)
        if change:
            change(made, sheet)
    return fill


one = table([firm(3)])
book("shared-strings", plain(one), new=1, records={KEY: {"name": "甲3有限公司", "region": "330523"}})
book("inline-strings", plain(one), options=Options(constant_memory=1), new=1, records={KEY: {"name": "甲3有限公司"}})
book("zip64", plain(one), options=Options(use_zip64=1), new=1, records={KEY: {"name": "甲3有限公司"}})
book("rich-text", plain([one[0], [one[1][0], None] + one[1][2:]], lambda made, sheet: sheet.rich(1, 1, "甲", "3", "有限公司")), new=1, records={KEY: {"name": "甲3有限公司"}})
book("code-as-figure", plain(table([dict(firm(3), 统一社会信用代码=913305231234567890)])), rejected=1, says=["被表格软件当作数字改动过"])
book("full-width-and-apostrophe", plain(table([dict(firm(3), 统一社会信用代码="'" + "".join(chr(ord(c) + 0xFEE0) for c in FRESH), 联系电话="'13800000000")])), new=1, records={KEY: {"phone": "13800000000"}})
book("padded-codes", plain(table([firm(3)]), lambda made, sheet: (sheet.put(0, 6, "厂区号"), sheet.put(1, 6, 1, made.format("00")))), new=1, records={FRESH + "-01": {"plant": "01"}})
book("dates", plain(table([project("余热甲")]), lambda made, sheet: (
    sheet.put(0, 6, "并网日期"), sheet.put(1, 6, (2023, 6, 1, 8, 30, 0.0), made.format("yyyy/m/d h:mm")),
    sheet.put(0, 7, "改造期限"), sheet.put(1, 7, (2024, 5, 31, 0, 0, 0.0), made.format('yyyy"年"m"月"')))),
    register="projects", new=1, records={"*余热甲": {"grid_date": "2023-06-01", "deadline": "2024-05"}})
book("booleans", plain(table([project("光伏甲", 无需备案=True), project("空压乙", 无需备案=False)])), register="projects", new=2, records={"*光伏甲": {"code_exempt": True}, "*空压乙": {"code_exempt": None}})
book("scaled-figures", plain(table([project("甲", **{"投资（亿元）": 0.1 + 0.2, "节能量（万吨标煤）": 0.1234})])), register="projects", new=1, says=["按表头单位换算"], records={"*甲": {"investment_declared": 3000, "saving_declared": 1234}})
book("percent", plain(table([project("甲")]), lambda made, sheet: (sheet.put(0, 6, "总投资"), sheet.put(1, 6, 0.155, made.format("0.0%")))), register="projects", rejected=1, says=["请写数字"])
book("formula", plain(table([project("甲", 总投资="{=100+20}")])), register="projects", new=1)


def titled(made):
    sheet = made.sheet("表")
    sheet.merge(0, 0, 0, 5, "2023年企业汇总表")
    sheet.rows(one + [["合计", None, 1], ["注：一式两份"]], first=1)


book("title-and-totals", titled, new=1, says=["略过1行合计", "略过1行说明"])


def two_rows(made):
    sheet = made.sheet("表")
    for column, heading in enumerate(sheets.PROJECT):
        sheet.merge(0, column, 1, column, heading)
    sheet.merge(0, 6, 0, 7, "投资/万元")
    sheet.put(1, 6, "总投资")
    sheet.put(1, 7, "其中：设备投资")
    sheet.rows([list(project("甲").values()) + [5650, 5200]], first=2)


book("heading-of-two-rows", two_rows, register="projects", new=1, records={"*甲": {"investment_declared": 5650, "investment_equipment": 5200}})


def hidden(made):
    sheet = made.sheet("表")
    sheet.rows(table([firm(3), firm(4)]))
    sheet.hide_row(2)
    sheet.hide_column(3)
    draft = made.sheet("底稿")
    draft.rows(one)
    draft.hide()


book("hidden-rows-columns-sheets", hidden, new=2, says=["有1行在表中是隐藏的", "有1列在表中是隐藏的，也读取了：行业", "隐藏的工作表未读取：底稿"])
book("children-blank-below", plain([sheets.PROJECT + ["改造措施·措施", "改造措施·投资"], list(project("甲").values()) + ["锅炉", 2900], [None] * 6 + ["汽轮机", 2300]]), register="projects", new=1, records={"*甲": {"#measures": 2}})
