/// How each role looks at every depth of colour.
package struct Theme: Hashable, Sendable {
  /// What people choose it by: the name of its file.
  package var name: String
  private var looks: [Role: [ColorDepth: Appearance]]

  /// Looks that a theme does not name are the built-in's.
  package init(name: String, looks: [Role: [ColorDepth: Appearance]]) {
    self.name = name
    self.looks = looks
  }

  /// The look of a role at a depth of colour, its style's attributes added.
  package func look(_ style: Style, _ depth: ColorDepth) -> Appearance {
    var look = looks[style.role]?[depth] ?? Theme.builtIn.looks[style.role]?[depth] ?? .plain
    if style.bold { look.attributes.insert(.bold) }
    if style.underline { look.attributes.insert(.underline) }
    if style.reverse { look.attributes.formSymmetricDifference(.reverse) }
    return look
  }

  /// What is used where no file can be read: dark, of few colours.
  package static let builtIn: Theme = {
    var looks: [Role: [ColorDepth: Appearance]] = [:]
    for role in Role.allCases {
      let (color, attributes) = plainLook(role)
      for depth in ColorDepth.allCases {
        let number = depth == .none ? nil : color
        looks[role, default: [:]][depth] = Appearance(foreground: number, attributes: attributes)
      }
    }
    return Theme(name: "built-in", looks: looks)
  }()

  /// One of the eight colours, and attributes that tell the role without colour.
  private static func plainLook(_ role: Role) -> (UInt8?, Appearance.Attributes) {
    switch role {
    case .text, .derived, .line, .bar, .barTrack, .message, .footer, .tab, .field, .series1: (nil, [])
    case .dim, .placeholder: (nil, [.dim])
    case .heading, .footerKey, .match, .selectedInactive: (nil, [.bold])
    case .accent, .mark: (6, [.bold])
    case .good, .series3: (2, [])
    case .warning, .barMark: (3, [.bold])
    case .error, .fieldError: (1, [.bold])
    case .selected, .tabCurrent: (nil, [.reverse])
    case .fieldFocused: (nil, [.underline])
    case .series2: (6, [])
    case .series4: (5, [])
    case .series5: (4, [])
    }
  }
}
