#!/usr/bin/python3
"""Has LibreOffice open every sound workbook of a folder and write it anew; the same must become of it (.json)."""
import glob
import json
import os
import subprocess
import sys
import tempfile

FOLDER = sys.argv[1]
# What LibreOffice makes into something else itself: it works formulas out, and has no error without one.
OTHERWISE = {"formula-without-value", "formula-with-value", "shared-string-missing", "error-cell"}

with tempfile.TemporaryDirectory() as room:
    told = {}
    for path in sorted(glob.glob(FOLDER + "/*.json")):
        one = json.load(open(path))
        name = os.path.basename(path)[:-5]
        if one["status"] < 2 and one["file"].endswith(".xlsx") and not name.startswith("lo-"):
            told[name] = one
    files = [os.path.join(FOLDER, one["file"]) for one in told.values()]
    subprocess.run(
        ["soffice", "--headless", "-env:UserInstallation=file://" + room + "/profile", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", room + "/out"] + files, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for name, one in told.items():
        made = os.path.join(room, "out", one["file"])
        # What it does not open, it has nothing to say of.
        if not os.path.exists(made) or name in OTHERWISE:
            continue
        one["file"] = "lo-" + one["file"]
        os.replace(made, os.path.join(FOLDER, one["file"]))
        json.dump(one, open(os.path.join(FOLDER, "lo-" + name + ".json"), "w"), ensure_ascii=False)
