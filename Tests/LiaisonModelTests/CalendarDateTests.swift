import LiaisonModel
import Testing

@Suite("Days of the calendar")
struct CalendarDateTests {
  @Test("Day 0 is 1970-01-01, and known days count as they should")
  func known() throws {
    #expect(CalendarDate("1970-01-01")?.days == 0)
    #expect(CalendarDate("1969-12-31")?.days == -1)
    #expect(CalendarDate("2000-03-01")?.days == 11_017)
    #expect(CalendarDate("2025-06-30")?.days == 20_269)
    #expect(CalendarDate("0001-01-01")?.days == -719_162)
  }

  @Test("Every day of four centuries is written as it is read, one day after the last")
  func roundTrip() throws {
    let first = try #require(CalendarDate("1800-01-01"))
    let last = try #require(CalendarDate("2200-12-31"))
    var previous = ""
    for days in stride(from: first.days, through: last.days, by: 1) {
      let text = CalendarDate(days: days).description
      #expect(CalendarDate(text)?.days == days)
      #expect(previous < text)
      previous = text
    }
  }

  @Test(
    "What is no day is refused",
    arguments: [
      "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-4-1", "25-04-01",
      "2025/04/01", "2025-04-01 ", "٢٠٢٥-٠٤-٠١", "0000-01-01", "", "2025-04-0a",
    ])
  func refused(_ text: String) { #expect(CalendarDate(text) == nil) }

  @Test("Leap days are days")
  func leapDays() {
    #expect(CalendarDate("2024-02-29") != nil)
    #expect(CalendarDate("2000-02-29") != nil)
  }

  @Test("what is expected in place of a text says what is wrong with it")
  func expectation() {
    let told = [
      "31/06/2025": "a date written year-month-day, such as 2025-06-30",
      "2025-06-31": "a day of the calendar, and June has 30 days",
      "2025-02-29": "a day of the calendar, and February 2025 has 28 days",
      "2025-13-01": "a month from 01 to 12, such as 2025-06-30",
      "2025/6/3": "a date with hyphens, two digits for the month and two for the day, such as "
        + "2025-06-30",
      "soon": "a date such as 2025-06-30",
    ]
    for (text, words) in told {
      #expect(CalendarDate.expectation(for: text) == words)
      #expect(CalendarDate(text) == nil)
    }
  }
}
