/// Kinds of personal data that a text can hold, found by their form.
///
/// The forms are those of Pakistan and of the world: they are made to find what people paste into
/// remarks, at the price of a rare false friend. Dates, whole hotline numbers of up to five digits,
/// toll-free `0800` numbers, DOIs and P-codes are left alone.
public enum PersonalData: String, Sendable, CaseIterable {
  /// `name@host.tld`
  case email
  /// `+` or `00` and 9 to 15 digits, or `0` and 9 or 10 digits, with spaces, hyphens, dots, brackets.
  case phone
  /// A Computerised National Identity Card: 5, 7 and 1 digits; the first is 1 to 7.
  case identityCard = "identity card number"
  /// Two letters and seven digits.
  case passport = "passport number"
  /// An account number, `PK` and 22 letters or digits, or another country's.
  case account = "bank account number"
  /// A pair of degrees with three decimals or more, `geo:`, a link to a map, degrees with minutes.
  case coordinates
  /// Mr, Mrs, Ms, Miss, Dr, Begum, Syed, … before a name.
  case personName = "name of a person"

  /// The kinds that a text holds, in the order of the cases.
  ///
  /// Digits of any script count as digits, full-width forms as their plain ones; characters without
  /// width are passed over.
  /// - Complexity: O(bytes).
  public static func kinds(in text: String) -> [PersonalData] {
    let bytes = text.utf8
    var couldHold = false
    for byte in bytes where byte >= 0x80 || byte == 0x40 || (0x30...0x39).contains(byte) {
      couldHold = true
      break
    }
    if !couldHold { return PersonNamePattern.matches(Array(bytes)) ? [.personName] : [] }
    let folded = fold(text)
    if !folded.contains(where: { $0 == 0x40 || (0x30...0x39).contains($0) }) {
      return PersonNamePattern.matches(folded) ? [.personName] : []
    }
    return allCases.filter { kind in
      switch kind {
      case .email: hasEmail(folded)
      case .phone: anyPart(of: folded, NumberPattern.hasPhone)
      case .identityCard: anyPart(of: folded, NumberPattern.hasIdentityCard)
      case .passport: NumberPattern.hasPassport(folded)
      case .account: NumberPattern.hasAccount(folded)
      case .coordinates: CoordinatePattern.matches(folded)
      case .personName: PersonNamePattern.matches(folded)
      }
    }
  }

  /// Whether a form is in a text or in one of its words: two numbers beside each other, taken
  /// together, are no number's form.
  private static func anyPart(of bytes: [UInt8], _ holds: ([UInt8]) -> Bool) -> Bool {
    if holds(bytes) { return true }
    let words = bytes.split(separator: 0x20)
    return words.count > 1 && words.contains { holds(Array($0)) }
  }

  /// ASCII as it is, digits of any script as ASCII digits, other letters as 0xFF, what has no width
  /// left out.
  private static func fold(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: value))
      } else if (0x620...0x64A).contains(value) || (0x671...0x6D3).contains(value) {
        // Arabic letters, the most of any Urdu name: their properties need no looking up.
        bytes.append(0xFF)
      } else if (0xFF01...0xFF5E).contains(value) {
        bytes.append(UInt8(truncatingIfNeeded: value - 0xFEE0))
      } else if scalar.properties.numericType == .decimal,
        let digit = scalar.properties.numericValue.flatMap({ UInt8(exactly: $0) })
      {
        bytes.append(0x30 + digit)
      } else if value == 0x2010 || value == 0x2011 || value == 0x2012 || value == 0x2013
        || value == 0x2212
      {
        bytes.append(0x2D)
      } else if value == 0xB0 || value == 0x2032 || value == 0x2033 {
        bytes.append(value == 0xB0 ? 0x01 : value == 0x2032 ? 0x27 : 0x22)
      } else if value == 0xA0 || value == 0x202F || value == 0x2009 {
        bytes.append(0x20)
      } else if scalar.properties.generalCategory == .format
        || scalar.properties.generalCategory == .nonspacingMark
      {
        continue
      } else {
        bytes.append(0xFF)
      }
    }
    return bytes
  }

  private static func hasEmail(_ bytes: [UInt8]) -> Bool {
    func isPart(_ byte: UInt8) -> Bool {
      Identifier.isAlphanumeric(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
        || byte == 0x2B || byte == 0xFF
    }
    for index in bytes.indices where bytes[index] == 0x40 {
      guard index > 0, isPart(bytes[index - 1]) else { continue }
      var end = index + 1
      var dot: Int?
      while end < bytes.count, isPart(bytes[end]) {
        if bytes[end] == 0x2E, end > index + 1, end + 1 < bytes.count,
          Identifier.isAlphanumeric(bytes[end + 1]) || bytes[end + 1] == 0xFF
        {
          dot = end
        }
        end += 1
      }
      if dot != nil { return true }
    }
    return false
  }
}
