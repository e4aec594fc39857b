#!/usr/bin/env python3
"""Reads a sanku report back, workbook and page, and holds every figure against `sanku tally --format json`.

    check-report.py REPORT.xlsx REPORT.html TALLY.json

The workbook is read by openpyxl, the page by Python's HTML parser. Prints every figure that differs; status 1 if any does.
"""
import json, sys
from decimal import Decimal
from html.parser import HTMLParser
import openpyxl

book_path, page_path, tally_path = sys.argv[1:]
with open(tally_path, encoding="utf-8") as file:
    rows = json.load(file, parse_float=Decimal, parse_int=Decimal)
indicators = list(dict.fromkeys(row["indicator"] for row in rows))
parts = list(dict.fromkeys(row["part"] for row in rows))
figures = {(row["indicator"], row["part"]): row for row in rows}
faults, checked, numbers = [], 0, 0


def number(text):
    try:
        return Decimal(str(text))
    except ArithmeticError:
        return None


def hold(where, found, wanted):
    """`wanted` is a number, a text, or None for a blank cell."""
    global checked, numbers
    checked += 1
    if isinstance(wanted, Decimal):
        numbers += 1
        same = number(found) == wanted
    else:
        same = (found or "") == (wanted or "")
    if not same:
        faults.append(f"{where}: {found!r}, the tally says {wanted!r}")


def percent(row):
    return f"{row['share']}%" if "share" in row else None


def figure(row, span):
    """What a cell says of a span: a number, words for a share, `—` for nothing."""
    if "absence" in row:
        return "—" if span == "cumulative" else None
    if span in row:
        return row[span]
    if span != "cumulative":
        return None
    if "data_year" in row:
        return "—"
    if "lowest" in row:
        return f"{row['met']}/{row['of']}"
    if "met" in row:
        return percent(row) or "—"
    return None


def blanks(indicator, span, cells):
    """What merely stands has no figure of a quarter or year: then all of its cells are blank."""
    return span != "cumulative" and all(cell in (None, "") for cell in cells)


# What adds up by quarters must not be blank.
flows = {"started", "starts", "entries", "diagnoses", "invested", "factories", "audits", "exits"}


def summary(where, lines, shift):
    """`shift`: columns that the page has more after the share."""
    assert len(lines) == len(indicators), (where, len(lines), len(indicators))
    for place, (indicator, line) in enumerate(zip(indicators, lines)):
        row = figures[indicator, ""]
        at = f"{where} {indicator}"
        hold(f"{at} number", line[0], Decimal(place + 1))
        if row["name"] not in line[1]:
            faults.append(f"{at}: named {line[1]}")
        hold(f"{at} target", line[3], row.get("cumulative_target"))
        quarterly = line[4:6]
        for span, cell in zip(("period", "year"), quarterly):
            if blanks(indicator, span, quarterly):
                if indicator in flows:
                    faults.append(f"{at}: no {span}")
                continue
            hold(f"{at} {span}", cell, figure(row, span))
        hold(f"{at} cumulative", line[6], figure(row, "cumulative"))
        hold(f"{at} due", line[7], row.get("due"))
        hold(f"{at} share", line[8], percent(row) if "cumulative_target" in row and "met" not in row else None)
        hold(f"{at} gap", line[10 + shift], row.get("gap"))
        hold(f"{at} forecast", line[11 + shift], row.get("forecast") if "cumulative_target" in row else None)
        hold(f"{at} clause", line[12 + shift], row["clause"])


def matrix(where, lines, spans):
    """Lines of name, unit, span and a cell for each part."""
    for indicator in indicators:
        for span in spans:
            line = lines.pop(0) if lines and lines[0][2] == span[1] else None
            if line is None:
                hold(f"{where} {indicator} {span[0]}", None, None)
                if indicator in flows or span[0] == "cumulative":
                    faults.append(f"{where} {indicator}: no line of {span[0]}")
                continue
            if figures[indicator, ""]["name"] not in line[0]:
                faults.append(f"{where}: {line[0]} where {indicator} should be")
            if blanks(indicator, span[0], line[3:]):
                continue
            for part, cell in zip(parts, line[3:]):
                hold(f"{where} {indicator} {part} {span[0]}", cell, figure(figures[indicator, part], span[0]))
            if len(line) != 3 + len(parts):
                faults.append(f"{where} {indicator}: {len(line) - 3} columns for {len(parts)} parts")
    if any(cell for line in lines for cell in line[3:4]):
        faults.append(f"{where}: lines over: {lines[:1]}")


spans = [("period", "本季"), ("year", "本年"), ("cumulative", "累计")]
book = openpyxl.load_workbook(book_path)
cells = [list(row) for row in book["汇总"].iter_rows(values_only=True)]
summary("xlsx", cells[3:3 + len(indicators)], 0)
cells = [list(row) for row in book["分地区"].iter_rows(values_only=True)][3:]
matrix("xlsx", [row[:3 + len(parts)] for row in cells if row[2] in {"本季", "本年", "累计"}], spans)


class Tables(HTMLParser):
    """The texts of every table's cells."""

    def __init__(self):
        super().__init__()
        self.tables, self.text = [], None

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.text = ""

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.tables[-1][-1].append(self.text)
            self.text = None

    def handle_data(self, data):
        if self.text is not None:
            self.text += data


page = Tables()
with open(page_path, encoding="utf-8") as file:
    page.feed(file.read())
summary("html", page.tables[0][1:], 1)
matrix("html", [line[:2] + ["累计"] + line[2:] for line in page.tables[1][1:]], spans[2:])

for fault in faults[:40]:
    print(fault)
print(f"{checked} cells, {numbers} numbers, {len(faults)} differ")
sys.exit(1 if faults or numbers < 500 else 0)
