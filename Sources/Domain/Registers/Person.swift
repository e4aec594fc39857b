/// A person who works in the library 人员: what they are where, and the keys by which they log in.
package struct Person: Record {
  package var id = RecordID.unset
  package var revision = 0
  package var name = ""
  package var displayName = ""
  package var region = ""
  package var phone = ""
  package var isDisabled = false
  package var remarks = ""
  package var roles: [PersonRole] = []
  package var keys: [PersonKey] = []

  /// May look after people: enabled, and an administrator somewhere.
  package var isAdministrator = false

  package init() {}

  package static let schema = Schema<Person>(
    "people", Label(zh: "人员", en: "People"), singular: Label(zh: "人员", en: "Person"), clause: "四(三)",
    key: "name", title: "display_name",
    fields: [
      .text("name", \.name, "登录名", "Login", max: 40).required()
        .help("小写字母、数字、汉字及 . _ -", "Small letters, digits, Chinese, and . _ -"),
      .text("display_name", \.displayName, "姓名", "Name", max: 40).required(),
      .reference("region", \.region, "归口地区", "Region", .region).required().aliases("地区"),
      .phone("phone", \.phone, "联系电话", "Phone").aliases("电话", "手机", "联系方式"),
      .flag("disabled", \.isDisabled, "停用", "Disabled"),
      .longText("remarks", \.remarks, "备注", "Remarks", max: 500),
      .flag("administrator", \.isAdministrator, "在用管理员", "Active administrator").derived().lookup(),
    ],
    lists: [
      ChildList("roles", \.roles, "角色", "Roles"),
      ChildList("keys", \.keys, "公钥", "Keys"),
    ])

  package mutating func derive(in context: DeriveContext) {
    isAdministrator = !isDisabled && roles.contains { $0.role == Role.administrator.rawValue }
    for place in keys.indices { keys[place].fingerprint = PublicKey.fingerprint(of: keys[place].key) ?? "" }
  }

  /// What the person may do; nothing when disabled.
  package func access(_ regions: Regions) -> Access {
    let grants = roles.compactMap { row in
      Role(rawValue: row.role).map { Grant($0, region: row.region, registers: Set(row.registerIDs)) }
    }
    return Access(person: name, grants: isDisabled ? [] : grants, regions: regions)
  }
}

/// One role of a person, for one region and, if any are named, some registers only 条线.
package struct PersonRole: Child {
  package var id = RecordID.unset
  package var role = ""
  package var region = ""
  package var registers = ""

  package init() {}

  package static let fields: [Field<PersonRole>] = [
    .code("role", \.role, "角色", "Role", Role.codes).required(),
    .reference("region", \.region, "地区", "Region", .region).required(),
    .text("registers", \.registers, "限定清单", "Only registers", max: 300)
      .help("清单编号，空格分开；不填为全部", "Ids of registers with blanks between; empty is all"),
  ]

  /// The registers that it is limited to; none is all.
  package var registerIDs: [String] {
    registers.split { $0 == " " || $0 == "," || $0 == "，" || $0 == "、" }.map(String.init)
  }
}

/// A public key by which a person logs in over SSH.
package struct PersonKey: Child {
  package var id = RecordID.unset
  package var type = ""
  package var key = ""
  package var comment = ""
  package var fingerprint = ""
  package var addedOn: Day?
  package var isDisabled = false

  package init() {}

  package static let fields: [Field<PersonKey>] = [
    .text("type", \.type, "类型", "Type", max: 40).required(),
    .text("key", \.key, "公钥", "Key", max: 4000).required(),
    .text("comment", \.comment, "说明", "Comment", max: 200),
    .text("fingerprint", \.fingerprint, "指纹", "Fingerprint", max: 60).derived(),
    .day("added_on", \.addedOn, "登记日期", "Added on"),
    .flag("disabled", \.isDisabled, "停用", "Disabled"),
  ]
}

extension Person {
  package static let layout = Layout(
    sections: [
      Layout.Section(
        "基本", "Basics", [["name", "display_name"], ["region", "phone"], ["disabled"], ["remarks"]]),
      Layout.Section("角色", "Roles", list: "roles"),
      Layout.Section("公钥", "Keys", list: "keys"),
    ],
    columns: [
      .init("name", width: 16),
      .init("display_name", width: 12),
      .init("region", width: 12),
      .init("administrator", width: 10, heading: ("管理员", "Admin.")),
      .init("disabled", width: 8),
      .init("phone", width: 12, isDefault: false),
    ],
    sort: [Sort("name")],
    search: ["name", "display_name"],
    indexed: ["name", "region"])

  /// People count for nothing that is assessed.
  package static let measures: [Measure] = []
}
