import Testing

@testable import Domain

@Suite struct DuplicatesTests {
  @Test(arguments: [
    ("3号窑余热发电", "三号窑余热发电技术改造项目"), ("屋顶光伏6.2MW", "屋顶光伏 ６.２MW 项目"), ("空压站集中供气改造", "空压站集中供气节能改造工程"),
  ]) func alike(_ one: String, _ other: String) {
    #expect(Duplicates.areAlike(one, other))
  }

  @Test(arguments: [
    ("厂房屋顶光伏一期", "厂房屋顶光伏二期"), ("1#锅炉煤改气", "2#锅炉煤改气"), ("一号窑余热发电", "二号窑余热发电"), ("定型机废气余热回收", "空压站集中供气改造"),
  ]) func different(_ one: String, _ other: String) {
    #expect(!Duplicates.areAlike(one, other))
  }

  @Test func periodsThatDoNotMeetAreTwoProjects() {
    var one = Scene.makeProject()
    var other = Scene.makeProject()
    one.startMonth = Scene.month(2022, 1)
    one.deadline = Scene.month(2022, 6)
    other.startMonth = Scene.month(2022, 7)
    #expect(!Duplicates.overlap(one, other))
    other.startMonth = Scene.month(2022, 6)
    #expect(Duplicates.overlap(one, other))
  }

  @Test func anotherRegionsProjectIsNotNamed() {
    var scene = Scene()
    var other = Scene.makeProject()
    other.id = Scene.id(103)
    other.region = "330881"
    other.name = "3号窑余热发电项目"
    scene.others = [other]
    scene.scope = "330523"
    let found = scene.findings("projects").filter { $0.rule == "R39" }
    #expect(found.count == 1)
    #expect(found.allSatisfy { !$0.message.zh.contains("窑") && !$0.message.en.contains("窑") })
  }
}
