#!/usr/bin/env python3
"""Counts the tallies of a sanku library anew from what it exports as CSV, and holds them against `sanku tally`.

    recount-tally.py FOLDER REGIONS TODAY TALLY.json...

FOLDER holds the lists as exported, with their child lists, REGIONS the regions' CSVs joined by commas; each TALLY is the output of
`sanku tally --format json`, by region, sector or focus area. Prints every figure that differs; status 1 if any does.
It shares no code with sanku and knows nothing of how sanku counts: it reads the counting rules as sentences.
"""
import csv, json, math, sys
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal, ROUND_HALF_EVEN
from fractions import Fraction

folder, region_files, today, tallies = sys.argv[1], sys.argv[2].split(","), sys.argv[3], sys.argv[4:]


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


projects = table(f"{folder}/projects.csv")
children = {}
for name in ("memberships", "milestones", "plans", "shares", "progress"):
    rows = defaultdict(list)
    for row in table(f"{folder}/projects.{name}.csv"):
        rows[row["library_code"]].append(row)
    children[name] = rows
parents = {row["code"]: row["parent_code"] for path in region_files for row in table(path)}


def inside(region, scope):
    while region:
        if region == scope:
            return True
        region = parents.get(region, "")
    return False


def month_end(month):
    year, number = int(month[:4]), int(month[5:7])
    following = date(year + number // 12, number % 12 + 1, 1)
    return (following - timedelta(days=1)).isoformat()


# A fact: indicator, region, sector, focus area, day, amount.
facts = []
# The plan counts its years.
FIRST, LAST = "2022-01-01", "2024-12-31"


def in_plan(day):
    return FIRST <= day <= LAST


standing = []  # what stands now, by the day since when: overdue, unreported


def earliest(*days):
    return min((day for day in days if day), default="")


# When a project came into a library out of a recommendation, by diagnosis and number.
admissions = {}

for project in projects:
    code = project["library_code"]
    memberships, shares = children["memberships"][code], children["shares"][code]
    sector, focus, home = project["sector"], project["focus_area"], project["region"]

    def tier(name):
        found = [row for row in memberships if row["tier"] == name]
        return found[-1] if found else None

    def milestone(stage):
        return earliest(*(row["actual"] for row in children["milestones"][code] if row["stage"] == stage))

    admitted = earliest(*(row[key] for row in memberships for key in ("first_admitted", "admitted_on") if key in row))
    member = any(row["state"] == "admitted" for row in memberships
                 if row is tier(row["tier"]))
    exits = [row for row in memberships if row["state"] == "exited" and row["exited_on"]]
    last_exit = max(exits, key=lambda row: row["exited_on"], default=None)
    left = "" if member or not last_exit else last_exit["exited_on"]
    exit_kind = "" if member or not last_exit else last_exit["exit_kind"]
    start, finish, accepted = milestone("start"), milestone("completion"), milestone("acceptance")
    stop = project["stop_date"]
    off = earliest(stop, left if exit_kind == "duplicate" else "")

    listings = [row for row in reversed(children["plans"][code]) if row["tier"] == "province"]
    listing = max(listings, key=lambda row: (row["year"], row["document_day"]), default=None)
    is_key = bool(listing) and listing["state"] in ("listed", "adjusted")

    def parts(whole, column):
        """An amount by region: what shares name, and the rest where the project is."""
        named = [(row["region"], Decimal(row[column])) for row in shares if row[column] and Decimal(row[column]) > 0]
        total = sum((amount for _, amount in named), Decimal(0))
        if not column or not named or total > whole:
            return [(home, whole)]
        return named + ([(home, whole - total)] if total < whole else [])

    def fact(indicator, day, amount=1, until="", column=""):
        if not day:
            return
        for region, part in parts(Decimal(amount), column) if column else [(home, Decimal(amount))]:
            facts.append((indicator, region, sector, focus, day, part))
            if until:
                facts.append((indicator, region, sector, focus, max(day, until), -part))

    def amount(field):
        return Decimal(project[field]) if project[field] else None

    if admitted:
        fact("in_library", admitted, until=left)
        fact("reserve", admitted, until=earliest(start, finish, accepted, left, stop))
        if start:
            fact("building", max(admitted, start), until=earliest(finish, accepted, stop, left))
        if finish:
            fact("finished", max(admitted, finish), until=earliest(accepted, stop, left))
        if accepted:
            fact("settled", max(admitted, accepted), until=earliest(stop, left))
        if stop:
            fact("halted", max(admitted, stop), until=left)
        fact("entries", admitted)
        carried_out = in_plan(start)
        if carried_out:
            fact("started", start, until=off)
            if is_key:
                fact("key_started", start, until=off)
            fact("taken_off", off)
        fact("starts", start)
        fact("completed", finish, until=off)
        fact("accepted", accepted, until=off)
        fact("exits", left)
        if left:
            fact("exits_" + exit_kind, left)
        if amount("saving") is not None:
            fact("saving", admitted, amount("saving"), left, "saving")
            if carried_out:
                fact("started_saving", start, amount("saving"), off, "saving")
        if project["saving_verified"]:
            fact("verified", accepted, until=off)
        if amount("verified_equivalent") is not None:
            fact("verified_saving", accepted, amount("verified_equivalent"), off)
        if amount("investment") is not None:
            fact("investment", admitted, amount("investment"), left, "investment")
        for row in children["progress"][code]:
            if row["invested"] and row["month"]:
                fact("invested", month_end(row["month"]), Decimal(row["invested"]))
        years = defaultdict(list)
        for place, row in enumerate(children["plans"][code]):
            years[row["year"]].append((["county", "city", "province"].index(row["tier"]), row["document_day"], place, row))
        for year, rows in years.items():
            row = max(rows, key=lambda entry: entry[:3])[3]
            if row["state"] in ("listed", "adjusted") and row["investment"]:
                fact("plan_investment", year + "-01-01", Decimal(row["investment"]))
        if project["kind"] == "roof_pv":
            if amount("pv_connected") is not None and in_plan(project["grid_date"]):
                fact("pv_connected", project["grid_date"], amount("pv_connected"), off, "kw")
            if amount("pv_kw") is not None:
                fact("pv_planned", admitted, amount("pv_kw"), left, "kw")
    if project["diagnosis"] and project["recommendation"] and admitted:
        made = (project["diagnosis"], project["recommendation"])
        admissions[made] = min(admissions.get(made, admitted), admitted)
    for name in ("county", "city", "province"):
        row = tier(name)
        if row and row["admitted_on"]:
            fact("in_" + name, row["admitted_on"],
                 until=row["exited_on"] if row["state"] == "exited" else "")
    if member:
        if project["next_due"]:
            standing.append(("overdue", home, sector, focus, project["next_due"]))
        if not stop and start and not finish and not accepted:
            reports = [month_end(row["month"]) for row in children["progress"][code] if row["month"]]
            since = start
            if reports:
                since = max(start, (date.fromisoformat(max(reports)) + timedelta(days=1)).isoformat())
            standing.append(("unreported", home, sector, focus, since))


def firsts(rows, day):
    """Of each credit code the earliest row within the plan's years."""
    found = {}
    for row in rows:
        if row["credit_code"] and in_plan(row[day]):
            known = found.get(row["credit_code"])
            if known is None or row[day] < known[day]:
                found[row["credit_code"]] = row
    return found.values()


diagnoses = table(f"{folder}/diagnoses.csv")
for row in firsts(diagnoses, "visited_on"):
    facts.append(("diagnoses", row["region"], row["sector"], None, row["visited_on"], Decimal(1)))
    if row["key_energy_user"] == "true":
        facts.append(("key_users", row["region"], row["sector"], None, row["visited_on"], Decimal(1)))
places = {row["key"]: row for row in diagnoses}
for row in table(f"{folder}/diagnoses.recommendations.csv"):
    day = admissions.get((row["key"], row["number"]))
    if day:
        home = places[row["key"]]
        facts.append(("admitted_projects", home["region"], home["sector"], None, day, Decimal(1)))
for row in table(f"{folder}/enterprises.csv"):
    if row["plant"] == "00" and row["key_energy_user"] == "true":
        facts.append(("key_firms", row["region"], row["sector"], None, "", Decimal(1)))
# Own estimates: key users with the figures of the year, and of 2021 where a fall since then is told.
key_firms = {row["key"]: row["region"] for row in table(f"{folder}/enterprises.csv")
             if row["plant"] == "00" and row["key_energy_user"] == "true"}
year_rows = defaultdict(lambda: defaultdict(list))
for row in table(f"{folder}/enterprises.years.csv"):
    if row["key"] in key_firms:
        year_rows[row["key"]][int(row["year"])].append(row)
pairs = defaultdict(list)  # estimate, year: region, figure, divisor, and of 2021
for name, figure, divisor in (("energy_own", "energy", "value_added_comparable"),
                              ("carbon_own", "co2", "value_added_comparable"),
                              ("water_own", "water", "value_added_comparable"), ("waste_own", "waste_used", "waste_made")):
    for key, years in year_rows.items():
        def pair(year):
            if len(years[year]) != 1:
                return None
            row = years[year][0]
            if not row[figure] or not row[divisor] or Decimal(row[divisor]) <= 0:
                return None
            if figure == "energy" and row["basis"] != "calorific":
                return None
            return Decimal(row[figure]), Decimal(row[divisor])
        for year in list(years):
            now, base = pair(year), pair(2021)
            if name == "waste_own":
                base = (Decimal(1), Decimal(1))
            if year <= 2021 or (base and base[0] <= 0):
                continue
            if now and base:
                pairs[name, year].append((key_firms[key], now, base))


def estimate(name, year, regions):
    found = [entry for entry in pairs[name, year] if regions(entry[0])]
    now, by = (sum((entry[1][place] for entry in found), Decimal(0)) for place in (0, 1))
    base, base_by = (sum((entry[2][place] for entry in found), Decimal(0)) for place in (0, 1))
    if not found:
        return 0, None
    share = Fraction(now) / Fraction(by)
    value = share if name == "waste_own" else 1 - share / (Fraction(base) / Fraction(base_by))
    return len(found), Decimal(math.floor(value * 1000000)) / 10000


for row in firsts([row for row in table(f"{folder}/audits.csv") if row["acceptance"] == "passed"], "accepted_on"):
    facts.append(("audits", row["region"], row["sector"], None, row["accepted_on"], Decimal(1)))
titles = {"green_factory": ("factories", True), "zero_waste_factory": ("zero_waste", True),
          "water_saving": ("water_saving", False), "water_benchmark": ("water_benchmark", False),
          "water_leader": ("water_leaders", False), "water_park": ("water_parks", False), "green_park": ("parks", True)}
for row in table(f"{folder}/recognitions.csv"):
    indicator, is_provincial = titles.get(row["title"], ("", False))
    if indicator and in_plan(row["awarded_on"]) and (row["level"] == "province" or not is_provincial):
        facts.append((indicator, row["region"], None, None, row["awarded_on"], Decimal(1)))
# One count as a share of another, cumulative.
shares = {"diagnosed_reserved": ("admitted_projects", "diagnoses"), "reserved_started": ("starts", "entries"),
          "started_verified": ("verified", "starts"), "key_coverage": ("key_users", "key_firms")}

# Lines that are judged: product, year, region, capacity, and how good they are.
judged = []
for row in table(f"{folder}/efficiency.csv"):
    value, best, least = row["comparable"] or row["consumption"], row["benchmark"], row["baseline"]
    if row["state"] != "retired" and row["capacity"] and value and best and least:
        good = 2 if Decimal(value) <= Decimal(best) else 1 if Decimal(value) <= Decimal(least) else 0
        judged.append((row["product"], row["year"], row["region"], Decimal(row["capacity"]), good))


def fields_at(good, share, year, scope):
    """How many fields have every product at the share of capacity, and how many there are."""
    years = [line[1] for line in judged if line[1] <= year]
    fields, capacities = defaultdict(list), defaultdict(lambda: [Decimal(0), Decimal(0)])
    for product, of_year, region, capacity, grade in judged:
        if years and of_year == max(years) and capacity > 0 and (scope == "" or inside(region, scope)):
            capacities[product][0] += capacity
            capacities[product][1] += capacity if grade >= good else 0
    for product, (whole, part) in capacities.items():
        fields[product.split("/")[0]].append(part * 100 >= whole * share)
    return sum(map(all, fields.values())), len(fields)


def end_of(quarter):
    year, number = int(quarter[:4]), int(quarter[5])
    return month_end(f"{year}-{number * 3:02}")


def last_overdue():
    now = date.fromisoformat(today)
    quarter_start = date(now.year, (now.month - 1) // 3 * 3 + 1, 1)
    ended = quarter_start - timedelta(days=1)
    if now > ended + timedelta(days=10):
        return ended.isoformat()
    return (date(ended.year, ended.month - 2, 1) - timedelta(days=1)).isoformat()


divisors = {"pv_connected": 10000, "pv_planned": 10000, "investment": 10000, "invested": 10000, "plan_investment": 10000,
            "saving": 10000, "started_saving": 10000, "verified_saving": 10000}
known = {entry[0] for entry in facts} | {entry[0] for entry in standing}
# Official values: of exactly their region, of each year the last one; falls are compounded from 2022 on.
official = defaultdict(list)
for row in table(f"{folder}/statistics.csv"):
    if row["counts"] == "true" and row["period_end"] and row["value"]:
        official[row["indicator"], row["region"]].append((row["period_end"], Decimal(row["value"])))


def compounded(values):
    years = {day[:4]: value for day, value in sorted(values) if day >= "2022"}
    if not years or len(years) != int(max(years)) - int(min(years)) + 1:
        return None
    left = Decimal(100)
    for year in sorted(years):
        left = (left * (100 - years[year]) / 100).quantize(Decimal("0.0001"), ROUND_HALF_EVEN)
    return 100 - left


def yearly(values):
    """The last value of each of the plan's years, added up."""
    return sum({day[:4]: value for day, value in sorted(values) if in_plan(day)}.values()) if values else None


readings = {"solid_waste": lambda values: max(values)[1], "roof_pv": yearly}
faults = checked = 0
seen = defaultdict(int)
for path in tallies:
    with open(path, encoding="utf-8") as file:
        rows = json.load(file, parse_float=Decimal, parse_int=Decimal)
    is_region = any(row["part"] == "own" or row["part"] in parents for row in rows)
    for row in rows:
        indicator, part = row["indicator"], row["part"]
        if indicator in ("baseline", "benchmark"):
            if "of" in row and part != "own" and (part == "" or is_region):
                wanted = fields_at(*((1, 100) if indicator == "baseline" else (2, 50)), row["quarter"][:4], part)
                checked += 1
                if wanted != (row["met"], row["of"]):
                    print(f"{path} {indicator} {part}: {row['met']}/{row['of']}, recounted {wanted}")
                    faults += 1
            continue
        if indicator.endswith("_own"):
            last = int(row["quarter"][:4]) - (0 if row["quarter"][5] == "4" else 1)
            known_years = [year for name, year in list(pairs) if name == indicator and year <= last and pairs[name, year]]
            if part not in parents and part not in ("", "own"):
                assert "absence" in row, (path, row)
                continue
            checked += 1
            if not known_years:
                if "absence" not in row:
                    print(f"{path} {row['quarter']} {indicator} {part}: no year was expected")
                    faults += 1
                continue
            count, value = estimate(indicator, max(known_years), lambda region: region == "330000" if part == "own"
                                    else not part or inside(region, part))
            if (row.get("met"), row.get("cumulative"), row.get("data_year")) != (count, value, max(known_years)):
                print(f"{path} {row['quarter']} {indicator} {part}: {row.get('met')} {row.get('cumulative')}, "
                      f"recounted {count} {value} {max(known_years)}")
                faults += 1
            seen[indicator] += 1
            continue
        if indicator in shares:
            if "met" not in row:
                assert "absence" in row and part not in parents, (path, row)
                continue
        elif "cumulative" not in row:
            continue
        seen[indicator] += 1
        if indicator in readings or "intensity" in indicator:
            values = [value for value in official[indicator, part or "330000"] if value[0] <= end_of(row["quarter"])]
            wanted = readings.get(indicator, compounded)(values)
            checked += 1
            if wanted != row["cumulative"]:
                print(f"{path} {indicator} {part}: {row['cumulative']}, recounted {wanted}")
                faults += 1
            continue
        if indicator not in shares and indicator not in known and not indicator.startswith("exits"):
            if row["cumulative"] != 0:
                print(f"{path} {indicator} {part}: {row['cumulative']}, nothing found")
                faults += 1
            continue
        end, first = end_of(row["quarter"]), row["quarter"][:4]
        quarter_start = f"{first}-{int(row['quarter'][5]) * 3 - 2:02}-01"

        def here(entry):
            if part == "":
                return True
            if part == "own":
                return entry[1] == "330000"
            if is_region:
                return inside(entry[1], part)
            return ("" if part == "none" else part) in (entry[2], entry[3]) if part != "none" else \
                (entry[2] if "sector" in path else entry[3]) == ""

        if indicator in shares:
            for name, count in zip(("met", "of"), shares[indicator]):
                wanted = sum(entry[5] for entry in facts if entry[0] == count and here(entry) and entry[4] <= end)
                checked += 1
                if row[name] != wanted:
                    print(f"{path} {row['quarter']} {indicator} {part} {name}: {row[name]}, recounted {wanted}")
                    faults += 1
            continue
        if indicator in ("overdue", "unreported"):
            limit = min(end, last_overdue()) if indicator == "overdue" else end
            count = sum(1 for entry in standing if entry[0] == indicator and here(entry) and entry[4] <= limit)
            wanted = {"period": count, "year": count, "cumulative": count}
        else:
            mine = [entry for entry in facts if entry[0] == indicator and here(entry) and entry[4] <= end]
            wanted = {
                "cumulative": sum((entry[5] for entry in mine), Decimal(0)),
                "year": sum((entry[5] for entry in mine if entry[4] >= first), Decimal(0)),
                "period": sum((entry[5] for entry in mine if entry[4] >= quarter_start), Decimal(0)),
            }
        for span, value in wanted.items():
            checked += 1
            if row[span] * divisors.get(indicator, 1) != value:
                print(f"{path} {row['quarter']} {indicator} {part} {span}: {row[span]}, recounted {value}")
                faults += 1
for indicator in list(shares) + ["energy_own", "waste_own", "diagnoses", "audits", "factories", "started"]:
    if not seen[indicator]:
        print(f"{indicator}: no figure at all was compared")
        faults += 1
print(f"{checked} figures, {faults} differ")
sys.exit(1 if faults or not checked else 0)
