import LiaisonGaps
import LiaisonModel
import Testing

@Suite("The table of SEMANTICS §4")
struct PathwayStatusTests {
  static let rows:
    [(
      entry: [Answer], provider: [Answer], yes: [Bool], possible: [Bool], silent: [Bool],
      PathwayStatus
    )] = [
      (
        [.no], [.no, .unknown, .yes], [false, true], [false, true], [false, true], .notApplicable
      ),
      ([.yes, .unknown], [.no], [false, true], [false, true], [false, true], .noProvider),
      ([.yes], [.yes, .unknown], [true], [true], [false, true], .reached),
      ([.yes], [.yes, .unknown], [false], [true], [false, true], .assumed),
      ([.yes], [.yes, .unknown], [false], [false], [true], .unclear),
      ([.yes], [.yes, .unknown], [false], [false], [false], .missing),
      ([.unknown], [.yes, .unknown], [false, true], [true], [false, true], .assumed),
      ([.unknown], [.yes, .unknown], [false], [false], [false, true], .unclear),
    ]

  @Test("Each row of the table gives its status", arguments: rows.indices)
  func row(_ index: Int) {
    let row = Self.rows[index]
    for entry in row.entry {
      for provider in row.provider {
        for yes in row.yes {
          for possible in row.possible {
            for silent in row.silent {
              let status = PathwayStatus(
                entry: entry, provider: provider, certainPath: yes, possiblePath: possible,
                silentReached: silent)
              #expect(status == row.5)
            }
          }
        }
      }
    }
  }
}
