import Foundation
import Testing

/// `sanku reference` as people at a shell meet it.
@Suite struct CommandLineReferenceTests {
  @Test func aRowIsSetListedVerifiedAndTakenBack() throws {
    try CommandLineStory(
      """
      $ sanku init 库.sanku --region 湖州市
      ! 已建库 库.sanku
      $ sanku reference list settings
      键               自设  name             value  note
      review_days            review_days      5
      report_due_day         report_due_day   10
      lock_grace_days        lock_grace_days  5
      pace_ahead             pace_ahead       1.1
      pace_normal            pace_normal      0.9
      $ sanku reference set settings review_days value=7 --source 省厅通知
      ! 已修改 settings review_days，0 条记录随之变化
      $ sanku reference list settings --format csv | head -2
      key,own,name,value,note
      review_days,*,review_days,7,
      $ sanku reference list --format json | grep settings
      {"id":"settings","name":"规则参数","key":"name","rows":"5","own":"1"},
      $ sanku reference set grid_factors 'zhejiang|2031' name_zh=浙江 factor=0.4 unit=kgCO2/kWh --source 公告 --quiet
      $ sanku verify
      库完好：历史 3 条，末条 …
      $ sanku reference remove settings review_days --source 更正
      ! 已修改 settings review_days，0 条记录随之变化
      $ sanku --lang en reference list settings | sed -n 1,2p
      key              own  name             value  note
      review_days           review_days      5
      """
    ).play()
  }

  @Test func whatIsWrongIsSaidInOneLine() throws {
    try CommandLineStory(
      """
      $ sanku init 库.sanku --region 湖州市
      ! 已建库 库.sanku
      $ sanku reference list 乌有
      ! sanku: 没有参照表“乌有”；可用：regions …
      [2]
      $ sanku reference set settings review_days value=七 --source 试
      ! sanku: settings“review_days”的 value 应为数，最多四位小数，现为“七”
      [2]
      $ sanku reference set settings review_days valeu=7 --source 试
      ! sanku: settings没有列“valeu”；可用：name value note
      [2]
      $ sanku reference set settings review_days --source 试
      ! sanku: 没有写要设的列；用法如 factor=0.5
      [2]
      $ sanku reference set settings review_days value=7
      ! sanku: 命令有误：…
      [2]
      $ sanku reference remove settings review_days --source 试
      ! sanku: settings没有本库自设的“review_days”；随程序的行不能删除，可以另设
      [2]
      $ sanku verify
      库完好：历史 1 条，末条 …
      """
    ).play()
  }
}
