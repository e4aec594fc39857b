#!/usr/bin/python3
"""Writes the sheet of 40 projects that an office sends: titles, merged headings, units, and five rows that cannot be read."""
import datetime
import sys

import openpyxl

workbook = openpyxl.Workbook()
sheet = workbook.active
sheet.title = "汇总"
sheet.append(["安吉县2023年节能降碳技术改造项目汇总表"])
sheet.merge_cells("A1:O1")
sheet.append(["填报单位：安吉县经信局"])
sheet.append(["序号", "实施单位", "项目名称", "所属地区", "改造领域", "项目类型", "主要改造内容及规模", "计划开工时间", "完成时限", "投资（亿元）", None, "减碳量/吨", "联系人", "联系电话", "评语"])
sheet.append([None] * 9 + ["总投资", "其中：设备投资"])
sheet.merge_cells("J3:K3")
for number in range(1, 41):
    row = [
        number, "安吉某某水泥有限公司", "第%d号生产线余热发电" % number, ["安吉", "湖州市安吉县", "330523", "安吉县"][number % 4],
        "新能源推广应用", "余热余压利用", "利用窑头废气余热%d" % number, [45078, "2023.6", "2023年6月", datetime.date(2023, 6, 1)][number % 4],
        "2024年5月", 0.1 + number / 1000, 0.1 + number / 1000, 500 + number, "王静", "'1380000%04d" % number, "好",
    ]
    if number == 5:
        row[3] = "乌有县"
    if number == 12:
        row[1] = "没有这家"
    if number == 20:
        row[9] = "不详"
    if number == 28:
        row[8] = 2024.1
    if number == 36:
        row[4] = "其他领域"
    sheet.append(row)
sheet.append(["合计", None, None, None, None, None, None, None, None, 4.82, 3.2])
sheet.append(["注：本表一式两份。"])
workbook.save(sys.argv[1])
