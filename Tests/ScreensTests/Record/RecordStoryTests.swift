import Domain
import Testing
import UseCases

@testable import Screens

@Suite struct RecordStoryTests {
  @Test func linksLeadOnAndBack() throws {
    let desk = try Desk(region: nil)
    desk.press("<Enter>")
    #expect(desk.frame.contains("3号窑余热发电"))
    // The enterprise is the first linked record of the page.
    var steps = 0
    while steps < 20, desk.record?.piece?.target.map({ if case .record = $0 { true } else { false } }) != true {
      desk.press("j")
      steps += 1
    }
    desk.press("<Enter>")
    #expect(desk.record?.register.id == "enterprises")
    #expect(desk.frame.contains("安吉某某水泥有限公司"))
    // Its projects and lines hang on it: years, changes, budgets, projects.
    desk.press("<Tab><Tab><Tab><Tab>")
    #expect(desk.frame.contains("项目库 4"))
    #expect(desk.frame.contains("锅炉煤改气及集中供热"))
    desk.press("<Esc><Esc>")
    #expect(desk.library != nil)
  }

  @Test func everyFieldStandsSomewhere() throws {
    for register in Registers.all {
      var shown: Set<String> = []
      var lists: Set<String> = []
      for block in RecordTab.all(register).flatMap(\.blocks) {
        if case .fields(_, let ids) = block { shown.formUnion(ids) }
        if case .list(let id) = block { lists.insert(id) }
        if case .filing = block { lists.formUnion(["filings", "memberships"]) }
      }
      let hidden = Set(register.fields.map(\.id)).subtracting(shown)
      #expect(hidden.isSubset(of: RecordTab.repeated(register)), "\(register.id)")
      #expect(Set(register.lists.map(\.id)).subtracting(lists).isEmpty, "\(register.id)")
    }
  }

  @Test func historyShowsTheRecordAsItWas() throws {
    let desk = try Desk(region: nil)
    let id = try #require(desk.ids["3号窑余热发电"])
    var document = try #require(try desk.store.read { try $0.document("projects", id) })
    let base = document.revision
    document["name"] = .text("3号窑余热发电（二期）")
    document.children["measures"]?[0]["quantity"] = .amount(Amount(3))
    // As an admitted change is: the form does not save what a tier has frozen.
    let environment = desk.services.environment
    let permit = try environment.access.permit(.edit, Subject("projects", region: document["region"].plain))
    try desk.store.write(as: environment) { try $0.save(document, base: base, action: "change", permit: permit) }
    desk.press("<Enter><S-Tab>")
    #expect(desk.frame.contains("3号窑余热发电 → 3号窑余热发电（二期）"))
    #expect(desk.frame.contains("2 → 3"))
    // The first entry is the last line that can be opened.
    desk.press("G<Enter>")
    #expect(desk.frame.contains("只能看"))
    #expect(desk.record?.content?.document["name"] == .text("3号窑余热发电"))
    desk.press("e")
    #expect(desk.frame.contains("只能看"))
    desk.press("q")
    #expect(desk.record?.content?.document["name"] == .text("3号窑余热发电（二期）"))
  }

  @Test func nextRecordOfTheList() throws {
    let desk = try Desk(region: nil)
    desk.press("<Enter>")
    let first = desk.record?.id
    desk.press("n")
    #expect(desk.record?.id != first)
    desk.press("NN")
    #expect(desk.record?.id == first)
    #expect(desk.frame.contains("已是第一条"))
  }

  @Test func explainsAField() throws {
    let desk = try Desk(region: nil)
    desk.press("<Enter><F1>")
    #expect(desk.frame.contains("字段名"))
    desk.press("<Esc>")
    #expect(!desk.frame.contains("字段名"))
  }
}
