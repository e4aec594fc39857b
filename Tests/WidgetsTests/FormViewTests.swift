import Terminal
import Testing

@testable import Widgets

private func form() -> FormView {
  var form = FormView(sections: Sample.sections, state: Sample.state)
  form.fit(Size(width: 80, height: 20))
  return form
}

@discardableResult
private func send(_ events: [Event], to form: inout FormView) -> FormOutcome {
  var last = FormOutcome.ignored
  for event in events { last = form.handle(event, hooks: Sample.hooks) }
  return last
}

@Test func formDrawsInReadingOrder() {
  var form = form()
  form.set("330523", for: FormKey("holder"))
  let rows = frame(80, 14) { form.draw(in: &$0, focused: false, hooks: Sample.hooks, look: .zh) }
  #expect(rows[0].hasPrefix("── 基本 ──"))
  #expect(rows[1] == "企业*     [安吉某某水泥有限公司         ▾] 91330523MA2ABCDE0X-00", "\(rows[1])")
  #expect(rows[2].hasPrefix("项目名称* [3号窑余热发电 ") && rows[2].hasSuffix("]"))
  #expect(rows[5].contains("措施") && rows[5].contains("^N加行"))
  #expect(rows[6].contains("^N 加行"))
  #expect(rows[9].contains("前期") && rows[9].contains("开工"))
  #expect(form.progressText(.zh) == "必填 2/2")
}

@Test func pickerIsTypedInto() {
  var form = form()
  #expect(form.state.focus == FormKey("holder"))
  send(type("安吉"), to: &form)
  #expect(form.picker?.page.count == 1)
  #expect(send([.key(.enter)], to: &form) == .changed(FormKey("holder")))
  #expect(form.text(FormKey("holder")) == "330523" && form.state.focus == FormKey("name"))
  send([.key(.backTab)] + type("新厂"), to: &form)
  #expect(send([.key(.enter)], to: &form) == .create(FormKey("holder"), "新厂"))
}

@Test func choiceAndToggle() {
  var form = form()
  form.focus(FormKey("area"))
  send(type("资") + [.key(.enter)], to: &form)
  #expect(form.text(FormKey("area")) == "cycle")
  form.focus(FormKey("key"))
  send([.key(.character(" "))], to: &form)
  #expect(form.text(FormKey("key")) == "1")
  form.focus(FormKey("start"))
  send(type("2023") + [.key(.character("+"))], to: &form)
  #expect(form.text(FormKey("start")) == "2024")
}

@Test func rowsAreAddedMovedDeletedAndTakenBack() {
  var form = form()
  form.focus(FormKey("measures"))
  #expect(send([.key(.control("n"))], to: &form) == .rows("measures"))
  send(type("余热锅炉") + [.key(.tab)] + type("2,900") + [.key(.control("n"))] + type("汽轮发电机组"), to: &form)
  #expect(form.state.rows["measures"] == ["new-1", "new-2"])
  #expect(form.text(FormKey("m.cost", row: "new-1")) == "2900")
  send([.key(.controlUp)], to: &form)
  #expect(form.state.rows["measures"] == ["new-2", "new-1"])
  send([.key(.control("d"))], to: &form)
  #expect(form.state.rows["measures"] == ["new-1"] && form.text(FormKey("m.name", row: "new-2")).isEmpty)
  #expect(form.state.focus == FormKey("m.name", row: "new-1"))
  // First what was typed here is undone, then the row comes back.
  var outcome = FormOutcome.ignored
  for _ in 0..<5 where outcome != .rows("measures") { outcome = send([.key(.function(7))], to: &form) }
  #expect(form.state.rows["measures"] == ["new-2", "new-1"])
  #expect(form.text(FormKey("m.name", row: "new-2")) == "汽轮发电机组")
}

@Test func spreadsheetRowsArePastedIntoCells() {
  var form = form()
  form.focus(FormKey("measures"))
  let outcome = send([.paste("余热锅炉\t2,900\n\"汽轮机\n4.5MW\"\t很多\r\n")], to: &form)
  #expect(outcome == .rows("measures") && form.state.rows["measures"]?.count == 2)
  #expect(form.text(FormKey("m.cost", row: "new-1")) == "2900")
  #expect(form.text(FormKey("m.name", row: "new-2")) == "汽轮机 4.5MW")
  #expect(form.problem(FormKey("m.cost", row: "new-2")) == "请填数字，如 5200")
  let rows = frame(80, 20) { form.draw(in: &$0, focused: true, hooks: Sample.hooks, look: .zh) }
  #expect(rows.contains { $0.contains("! 请填数字") } && rows.contains { $0.contains("2 900") }, "\(rows)")
  send([.key(.function(4))], to: &form)
  #expect(form.state.focus == FormKey("m.cost", row: "new-2"))
}

@Test func everyFieldIsReachedAndLeft() {
  var form = form()
  let order = form.order
  for key in order.dropFirst() {
    send([.key(.tab)], to: &form)
    #expect(form.state.focus == key)
  }
  #expect(send([.key(.enter)], to: &form) == .finished)
  for key in order.dropLast().reversed() {
    send([.key(.backTab)], to: &form)
    #expect(form.state.focus == key)
  }
  send([.key(.pageDown), .key(.pageDown)], to: &form)
  #expect(form.state.focus == FormKey("s.plan", row: "a"))
  send([.key(.pageUp)], to: &form)
  #expect(form.state.focus == FormKey("measures"))
}

@Test func formComesBackWhereItWas() {
  var form = form()
  send([.key(.tab)] + type("技改") + [.key(.left)], to: &form)
  var again = FormView(sections: Sample.sections, state: form.state)
  #expect(again.state == form.state)
  send(type("新"), to: &again)
  #expect(again.text(FormKey("name")) == "3号窑余热发电技新改")
  send([.key(.function(7))], to: &again)
  #expect(again.text(FormKey("name")) == "3号窑余热发电技改")
}

@Test func longTextOpensAndKeepsItsLines() {
  var form = form()
  form.focus(FormKey("content"))
  send([.key(.function(2))] + type("一") + [.key(.enter)] + type("二") + [.key(.function(2))], to: &form)
  #expect(form.text(FormKey("content")) == "一\n二")
  #expect(send([.key(.enter)], to: &form) == .left(FormKey("content")))
}
