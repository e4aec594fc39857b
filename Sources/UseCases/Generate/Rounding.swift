import Domain

/// Round figures, as people write them down.
extension Amount {
  /// To one decimal, halves away from zero never matter here: figures are made up.
  var roundedToTenths: Amount { Amount(scaled: scaled / 1_000 * 1_000) }

  var whole: Amount { Amount(scaled: scaled / Amount.scale * Amount.scale) }

  var wholeTens: Amount { Amount(scaled: max(10, scaled / Amount.scale / 10 * 10) * Amount.scale) }

  var wholeHundreds: Amount { Amount(scaled: max(100, scaled / Amount.scale / 100 * 100) * Amount.scale) }

  func percent(_ share: Int) -> Amount { times(Int64(share), over: 100) ?? self }
}

/// Codes with right check characters that belong to nobody in particular.
enum CreditCodeMaker {
  private static let characters = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
  private static let values = Dictionary(uniqueKeysWithValues: characters.enumerated().map { ($1, $0) })

  /// A code of the market regulator (9), an enterprise (1), registered in `region`.
  static func code(region: String, _ random: inout SeededRandom) -> String {
    let digits = Array("0123456789")
    // Organisation codes that begin with XY are not given out.
    let organisation = ["M", "A"] + (0..<6).map { _ in String(random.pick(digits)) }
    let body = "91" + region + organisation.joined() + organisationCheck(organisation.joined())
    return body + check(body)
  }

  /// GB 11714: weights 3 7 9 10 5 8 4 2, modulus 11.
  private static func organisationCheck(_ eight: String) -> String {
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(eight, weights).reduce(0) { $0 + (Int(String($1.0), radix: 36) ?? 0) * $1.1 }
    let rest = 11 - sum % 11
    return rest == 10 ? "X" : rest == 11 ? "0" : String(rest)
  }

  /// GB 32100-2015: weights 3^(i-1) mod 31.
  private static func check(_ seventeen: String) -> String {
    var weight = 1
    var sum = 0
    for character in seventeen {
      sum += (values[character] ?? 0) * weight
      weight = weight * 3 % 31
    }
    return String(characters[(31 - sum % 31) % 31])
  }
}
