/// Refusals in words: what is not allowed, and who may.
enum AccessWords {
  /// `onlyOthers` and `onlyMine`: the person might, were it somebody else's, or their own.
  static func refusal(
    _ deed: Deed, _ subject: Subject, _ regions: Regions, onlyOthers: Bool, onlyMine: Bool
  ) -> Label {
    let name = name(of: subject.register)
    if subject.region.isEmpty, RegisterGroup(of: subject.register).writing == nil {
      return Label(
        zh: "\(name.zh)记录须有归口地区才能\(deed.label.zh)；请填写本人所属地区",
        en: "To \(deed.label.en) it, a record of \(name.en) needs a region; fill in your own")
    }
    let place = regions[subject.region].map { regions.path(of: $0.code) } ?? subject.region
    let who = ask(deed, subject, place)
    if onlyOthers {
      return Label(
        zh: "不能\(deed.label.zh)本人填报或上报的记录；请找\(who.zh)中的其他人",
        en: "You may not \(deed.label.en) what you entered or submitted yourself; ask another one: \(who.en)")
    }
    if onlyMine {
      return Label(
        zh: "只能\(deed.label.zh)本人填报的记录；请找填报人或\(who.zh)",
        en: "You may \(deed.label.en) only what you entered yourself; ask who entered it, or \(who.en)")
    }
    let at = place.isEmpty ? Label(zh: "", en: "") : Label(zh: place + "的", en: " of " + place)
    // Packages go with the upkeep of the library, but are not what that is called.
    let done = subject.register == "packages" ? Label(zh: "收发", en: "exchange") : deed.label
    let verb = done.zh.hasSuffix(name.zh) ? String(done.zh.dropLast(name.zh.count)) : done.zh
    return Label(
      zh: "无权\(verb)\(at.zh)\(name.zh)；请找\(who.zh)",
      en: "You may not \(done.en): \(name.en)\(at.en); ask \(who.en)")
  }

  private static func name(of register: String) -> Label {
    switch register {
    case "library": Label(zh: "库", en: "the library")
    case "packages": Label(zh: "数据包", en: "packages")
    case "reference": Label(zh: "参照表", en: "reference tables")
    default: Registers.named(register)?.label ?? RegisterGroup(of: register).label
    }
  }

  /// The roles of the subject's own region that may, else the administrator.
  private static func ask(_ deed: Deed, _ subject: Subject, _ place: String) -> Label {
    let roles = Matrix.roles(deed, RegisterGroup(of: subject.register), .own).filter { $0 != .administrator }
    guard let first = roles.first else {
      return Label(zh: Role.administrator.label.zh, en: "an administrator")
    }
    // Who may as a clerk may, too, as a reviewer; naming one is enough.
    return Label(zh: place + first.label.zh, en: "the \(first.label.en.lowercased()) of \(place)")
  }
}
