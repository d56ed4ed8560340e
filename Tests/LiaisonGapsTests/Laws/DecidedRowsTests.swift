import Foundation
import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

/// What an answer alone decides, by giving each answer and judging again.
@Suite("What an answer decides agrees with giving it")
struct DecidedRowsTests {
  static let expectation = """
    - {id: shelter, kind: pathway, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}
    """

  /// A made-up network, in which some relations are dormant, some services and organizations do not say
  /// whom they take in, and a parent does not say whether its units refer.
  struct Made {
    /// What is not known: where it stands in the file, and what a question about it names.
    struct Doubt {
      var mark: String
      var rule: String
      var subject: String
    }

    private(set) var lines = [
      "liaison: 1", "title: Made up", "as_of: 2025-06-30", "boundary: {rule: all}",
      "assume: {cases: any}", "areas:", "  - {id: east, name: East}", "organizations:",
    ]
    private(set) var doubts: [Doubt] = []

    init(seed: UInt64) {
      var random = SeededRandom(seed: seed)
      func groups(_ rule: String, _ subject: String) -> String {
        guard random.chance(0.3) else { return "[any]" }
        doubts.append(Doubt(mark: "<\(doubts.count)>", rule: rule, subject: subject))
        return "[any<\(doubts.count - 1)>]"
      }
      for index in 0..<5 {
        var line = "  - {id: o\(index), name: Organization \(index), areas: [east]"
        line += index < 2 ? ", entry_point: true, groups: [any]" : ""
        if index > 1 { line += ", groups: \(groups("organization", "o\(index)"))" }
        if index == 2 {
          doubts.append(Doubt(mark: "<\(doubts.count)>", rule: "units", subject: "o2"))
          line += ", units_refer: <\(doubts.count - 1)>"
        }
        line += index == 4 ? ", parent: o2" : ", sector: academia"
        if index > 2 || random.chance(0.2) {
          line += ", services: [{id: s, type: shelter.emergency, groups: "
          line += groups("service", "o\(index)/s") + "}]"
        }
        lines.append(line + "}")
      }
      lines.append("relations:")
      for index in 0..<7 {
        var line = "  - {id: r\(index), from: o\(random.below(5)), to: o\(random.below(5)), "
        line += "kind: refers_to"
        if random.chance(0.4) {
          doubts.append(Doubt(mark: "<\(doubts.count)>", rule: "relation", subject: "r\(index)"))
          line += ", status: <\(doubts.count - 1)>"
        }
        lines.append(line + "}")
      }
    }

    /// The file, with one doubt answered.
    func yaml(_ answered: Int? = nil, _ answer: Answer = .unknown) -> String {
      var text = lines.joined(separator: "\n")
      for (index, doubt) in doubts.enumerated() {
        let said = index == answered ? answer : .unknown
        // For a yes, a no and what is not known.
        let words: (String, String, String) =
          switch doubt.rule {
          case "relation": ("active", "ended", "dormant")
          case "units": ("yes", "no", "unknown")
          default: ("", "=no", "=unknown")
          }
        let word = said == .yes ? words.0 : said == .no ? words.1 : words.2
        text = text.replacing(doubt.mark, with: word)
      }
      return text
    }
  }

  private func statuses(_ report: GapReport) -> [PathwayTable.Cell: PathwayStatus] {
    Dictionary(
      uniqueKeysWithValues: report.pathways.cells.filter(report.isAsked).map {
        ($0, report.pathways.status(of: $0))
      })
  }

  @Test("A row is decided where a yes makes it reached and a no leaves no way", arguments: 0..<60)
  func given(_ seed: Int) throws {
    let made = Made(seed: UInt64(seed))
    let report = try Written.report(made.yaml(), Self.expectation)
    let before = statuses(report)
    for (index, doubt) in made.doubts.enumerated() {
      let yes = try statuses(Written.report(made.yaml(index, .yes), Self.expectation))
      let no = try statuses(Written.report(made.yaml(index, .no), Self.expectation))
      let decided = before.filter { cell, status in
        status == .assumed && yes[cell] == .reached && ![.reached, .assumed].contains(no[cell])
      }.count
      let question = report.questions.first {
        $0.rule == "ours/\(doubt.rule)" && $0.subjects.last?.id == doubt.subject
      }
      #expect(
        Int(question?.value ?? 0) == decided, "seed \(seed): \(doubt.subject)\n\(made.yaml())")
    }
  }

  @Test("What an answer alone decides comes before what rests on it with others, and both are told")
  func ranked() throws {
    // To the refuge two doubts stand in a row, to the hostel one, for A beside the refuge; to the inn
    // lead two ways.
    let report = try Written.report(
      """
      liaison: 1
      title: Three districts
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {cases: any}
      areas:
        - {id: a, name: A}
        - {id: b, name: B}
        - {id: c, name: C}
        - {id: d, name: D}
      organizations:
        - {id: desk, name: Desk, sector: gov.law_enforcement, areas: [a, b, c, d], groups: [any], entry_point: true}
        - {id: refuge, name: Refuge, sector: cso.faith, areas: [a, b], groups: [any], services: [{id: s, type: shelter.emergency, groups: [any=unknown]}]}
        - {id: hostel, name: Hostel, sector: cso.faith, areas: [a, c], groups: [any], services: [{id: s, type: shelter.emergency}]}
        - {id: inn, name: Inn, sector: cso.faith, areas: [d], groups: [any], services: [{id: s, type: shelter.emergency}]}
      relations:
        - {from: desk, to: refuge, kind: refers_to, status: dormant}
        - {from: desk, to: hostel, kind: refers_to, status: dormant}
        - {id: one, from: desk, to: inn, kind: refers_to, status: dormant, areas: [d]}
        - {id: two, from: desk, to: inn, kind: refers_to, status: dormant, areas: [d]}
      """, Self.expectation)
    #expect(
      report.questions.map(\.sentence) == [
        "Does the referral from the Desk to the Hostel hold? It is recorded as dormant. The answer "
          + "decides one pathway; one more rests on it, with other answers.",
        "Does the referral from the Desk to the Refuge hold? It is recorded as dormant. One pathway "
          + "rests on it, with other answers.",
        "Does the referral from the Desk to Inn hold? It is recorded as dormant. One pathway rests on "
          + "it, with other answers.",
        "Does the emergency shelter of the Refuge admit men? One pathway rests on it, with other "
          + "answers.",
      ])
  }
}
