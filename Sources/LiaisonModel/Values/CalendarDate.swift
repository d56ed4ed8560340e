/// A day of the proleptic Gregorian calendar, written `YYYY-MM-DD`.
///
/// It is a count of days since 1970-01-01, so that comparing and subtracting are exact; it knows no
/// time zone and reads no clock. Years 0001 to 9999.
///
/// Reference: Hinnant, `chrono`-Compatible Low-Level Date Algorithms, 2013.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public var days: Int32

  /// A date by its count of days since 1970-01-01.
  public init(days: Int32) { self.days = days }

  /// A date by year, month and day; nil where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads exactly `YYYY-MM-DD` in ASCII digits.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// What is expected where a text is no date, as precisely as the text allows: that June has 30 days, that
  /// the year comes first.
  public static func expectation(for text: String) -> String {
    let example = "such as 2025-06-30"
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { "-/. ".contains($0) }
    ).map { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) ?? 0 : 0 }
    guard parts.count == 3, !parts.contains(0) else { return "a date \(example)" }
    guard text.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }) else {
      return "a date written year-month-day, \(example)"
    }
    let (year, month, day) = (parts[0], parts[1], parts[2])
    let form = "a date with hyphens, two digits for the month and two for the day, \(example)"
    guard (1...9999).contains(year) else { return "a date \(example)" }
    guard month <= 12 else { return "a month from 01 to 12, \(example)" }
    let length = length(ofMonth: month, year: year)
    guard day <= length else {
      let name = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ][month - 1]
      return "a day of the calendar, and \(name) \(month == 2 ? "\(year) " : "")has \(length) days"
    }
    return form
  }

  /// Year, month and day.
  public var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = parts
    func padded(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Earlier is less.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.days < right.days }

  /// Whether more than a number of months have passed since this day on another: from the day after
  /// the one of the same number, so that the 31st of a month waits for the end of a shorter one.
  public func isOlder(thanMonths months: Int, on day: CalendarDate) -> Bool {
    let (then, now) = (parts, day.parts)
    let month = then.year * 12 + then.month + months
    let current = now.year * 12 + now.month
    return month != current ? month < current : then.day < now.day
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
