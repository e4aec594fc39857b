/// All rules of a person; ids are permanent.
extension Person {
  package static let rules: [Rule<Person>] = [
    Rule(
      "R110", .field, .error, "登录名由小写字母、数字、汉字及 . _ - 组成", "A login is of small letters, digits, Chinese and . _ -",
      fields: ["name"]
    ) { person, _ in
      guard !person.name.isEmpty, !isLogin(person.name) else { return [] }
      return [
        .init(
          "登录名只用小写字母、数字、汉字及 . _ -，以字母、数字或汉字开头",
          "Use small letters, digits, Chinese and . _ - in a login, and begin with a letter, digit or Chinese")
      ]
    },
    Rule("R111", .library, .error, "登录名不重复", "A login is one person's", fields: ["name"]) { person, context in
      guard !person.name.isEmpty,
        context.records(Person.self, where: "name", is: .text(person.name)).contains(where: { $0.id != person.id })
      else { return [] }
      return [.init("已有这个登录名，请另取一个", "This login is taken; choose another")]
    },
    Rule(
      "R112", .record, .error, "限定的清单应存在", "The registers that a role is limited to exist", fields: ["roles.registers"]
    ) { person, _ in
      person.roles.compactMap { row in
        let known = { (id: String) in Registers.named(id) != nil || RegisterGroup(of: id) != .plain }
        guard let unknown = row.registerIDs.first(where: { !known($0) }) else { return nil }
        return .row(
          row.id, "没有清单“\(unknown)”，请用 sanku schema 列出的编号",
          "No register “\(unknown)”; use the ids that sanku schema lists", "roles.registers")
      }
    },
    Rule(
      "R113", .record, .error, "公钥应完整，同一把只登记一次", "Keys are whole, and stand there once", fields: ["keys.key"]
    ) { person, _ in
      var seen: Set<String> = []
      return person.keys.compactMap { row in
        guard PublicKey(type: row.type, key: row.key) != nil else {
          return .row(
            row.id, "不是完整的公钥，请重新登记 .pub 文件的内容", "Not a whole public key; add the .pub file again", "keys.key")
        }
        guard seen.insert(row.key).inserted else {
          return .row(row.id, "这把公钥已登记，请删去一行", "This key stands there already; remove a row", "keys.key")
        }
        return nil
      }
    },
    Rule("R114", .record, .warning, "在用人员应有角色", "Somebody at work has a role", fields: ["roles.role"]) {
      person, _ in
      guard !person.isDisabled, person.roles.isEmpty else { return [] }
      return [.init("没有角色，什么也看不到；请加角色或停用", "Without a role nothing can be seen; add one, or disable the person")]
    },
  ]

  /// Whether a text may be a login: it stands in a command line that sshd is given.
  package static func isLogin(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, name.unicodeScalars.count <= 40 else { return false }
    func isWord(_ scalar: Unicode.Scalar) -> Bool {
      (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value)
        || (0x4E00...0x9FFF).contains(scalar.value)
    }
    return isWord(first) && name.unicodeScalars.allSatisfy { isWord($0) || "._-".unicodeScalars.contains($0) }
  }
}
