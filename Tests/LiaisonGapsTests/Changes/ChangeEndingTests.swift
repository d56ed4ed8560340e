import LiaisonModel
import Testing

@testable import LiaisonGaps

/// What has closed or eased, told apart: a desk where men are met, two who refer to each other, and a refuge.
@Suite("What has closed or eased is mended, asked, or there no more to be told")
struct ChangeEndingTests {
  private static let expectations = """
    - {id: ways, kind: pathway, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}
    - {id: cover, kind: coverage, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}
    - {id: loops, kind: loop, services: [shelter.emergency], groups: [adult.male], severity: warning, citation: ours}
    - {id: donors, kind: dependence, services: [shelter.emergency], severity: warning, citation: ours}
    - {id: office, kind: presence, sectors: [gov.health], level: district, severity: warning, citation: ours}
    """

  private static func town(
    areas: [String] = ["east", "west"], refuge: String? = "", relations: [String] = [],
    more: [String] = []
  ) -> String {
    let places =
      [
        "{id: desk, name: Help Desk, entry_point: true}",
        "{id: line, name: Helpline, entry_point: true}", "{id: post, name: Post}",
        "{id: clinic, name: Clinic}",
      ] + more
      + [
        refuge.map {
          "{id: refuge, name: Refuge, services: [{id: beds, type: shelter.emergency}]\($0)}"
        }
      ].compactMap(\.self)
    return """
      liaison: 1
      title: Town
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {areas: any, groups: any, cases: any}
      areas: [\(areas.map { "{id: \($0), name: \($0), level: district}" }.joined(separator: ", "))]
      organizations:
      \(places.map { "  - \($0)" }.joined(separator: "\n"))
      relations: [\(relations.map { "{\($0)}" }.joined(separator: ", "))]
      """
  }

  private func compared(
    _ before: String, _ after: String, _ expectations: String = expectations
  ) throws -> StateComparison {
    try StateComparison(before, after, expectations)
  }

  private static let circle = [
    "from: desk, to: post, kind: refers_to", "from: post, to: clinic, kind: refers_to",
    "from: clinic, to: post, kind: refers_to",
  ]

  @Test(
    "Where the only provider goes or closes, loops and missing ways are told no more: nothing is better"
  )
  func provider() throws {
    let there = Self.town(relations: Self.circle)
    for state in [nil, ", status: temporarily_closed"] as [String?] {
      let gone = Self.town(refuge: state, relations: Self.circle)
      let left = try compared(there, gone)
      #expect(left.endings == ["closed moot ways", "closed moot loops"], "\(left)")
      #expect(left.sentences.first == "Nothing got better.")
      // Once somebody provides it, that people go to and fro is no loss.
      let back = try compared(gone, there)
      #expect(
        back.natures == ["opened newcomer ways", "opened newcomer loops"]
          && back.endings == ["closed mended cover"], "\(back)")
      #expect(!back.sentences.contains { $0.hasPrefix("Worse") }, "\(back.sentences)")
    }
  }

  @Test("Where an area is taken off the list, what was missing there is told no more")
  func area() throws {
    let two = Self.town(relations: Self.circle)
    let one = Self.town(areas: ["east"], relations: Self.circle)
    let left = try compared(two, one)
    #expect(left.endings.allSatisfy { $0.contains(" moot ") } && !left.endings.isEmpty, "\(left)")
    #expect(left.endings.contains("closed moot office"), "\(left)")
    #expect(left.sentences.first == "Nothing got better.")
    let more = try compared(one, two)
    #expect(!more.natures.contains { $0.contains("lost") } && !more.natures.isEmpty, "\(more)")
  }

  @Test(
    "A loop that more people come to has grown; one that is new, or in which a way was lost, is worse"
  )
  func loops() throws {
    let there = Self.town(relations: Self.circle)
    let more = Self.town(relations: Self.circle + ["from: line, to: post, kind: refers_to"])
    let grown = try compared(there, more)
    #expect(grown.natures == ["grown loops"], "\(grown)")
    #expect(grown.sentences == ["Nothing got better.", "Nothing got worse."])
    let fewer = try compared(more, there)
    #expect(fewer.endings == ["eased moot loops"] && fewer.sentences.first == "Nothing got better.")
    // Who was stuck at the post goes to and fro now.
    let stuck = Self.town(relations: Array(Self.circle.prefix(2)))
    let new = try compared(stuck, there)
    #expect(new.natures.contains("opened lost loops"), "\(new)")
    let mended = try compared(there, stuck)
    #expect(mended.endings.contains("closed mended loops"), "\(mended)")
    // The way on is closed, and people turn back.
    let out = "from: clinic, to: refuge, kind: refers_to"
    let way = Self.town(relations: Self.circle + [out])
    let shut = try compared(way, there)
    #expect(shut.natures == ["opened lost ways", "opened lost loops"], "\(shut)")
    // Whether it takes men was not known, and the answer is no.
    let open = Self.town(relations: Self.circle + [out + ", groups: [adult.male=unknown]"])
    let no = Self.town(relations: Self.circle + [out + ", groups: [adult.male=no]"])
    let known = try compared(open, no)
    #expect(known.natures == ["opened newly_known ways", "opened newly_known loops"], "\(known)")
  }

  @Test("Who loses the last recorded funder is worse off; who finds a second one is better off")
  func funder() throws {
    let donors = ["{id: fund, name: Nordland Fund}", "{id: other, name: Other Fund}"]
    let ways = [
      "from: desk, to: refuge, kind: refers_to", "from: line, to: refuge, kind: refers_to",
    ]
    let first = "from: fund, to: refuge/beds, kind: funds"
    let second = "from: other, to: refuge/beds, kind: funds"
    func town(_ relations: [String], _ donors: [String]) -> String {
      Self.town(relations: ways + relations, more: donors)
    }
    let funded = town([first], donors)
    let worse =
      "Worse: one service has no recorded funder any more, emergency shelter of the Refuge."
    for after in [town([], donors), town([], [donors[1]])] {
      let lost = try compared(funded, after)
      #expect(
        lost.sentences == ["Nothing got better.", worse] && lost.endings == ["closed moot donors"],
        "\(lost)")
    }
    let both = try compared(funded, town([first, second], donors))
    #expect(
      both.endings == ["closed mended donors"]
        && both.sentences == [
          "Better: one finding about the Nordland Fund has closed.", "Nothing got worse.",
        ], "\(both)")
    // Another takes over: nobody is without.
    let taken = try compared(funded, town([second], donors))
    #expect(!taken.sentences.contains { $0.hasPrefix("Worse: one service") }, "\(taken.sentences)")
    // A standard that does not ask about donors is not told of them.
    let unasked = try compared(
      funded, town([], donors),
      "- {id: ways, kind: pathway, services: [shelter.emergency], severity: error, citation: ours}")
    #expect(unasked.sentences.last == "Nothing got worse.")
  }

  @Test(
    "What has become a question is told as one; what is urgent comes first, with all of whom it speaks"
  )
  func questions() throws {
    let missing = Self.town()
    let silent = Self.town().replacing("name: Help Desk", with: "name: Help Desk, answered: no")
      .replacing("name: Helpline", with: "name: Helpline, answered: no")
    let asked = try compared(missing, silent)
    #expect(asked.endings == ["closed asked ways"], "\(asked)")
    #expect(
      asked.sentences == [
        "Nothing got better.", "Nothing got worse.", "Two urgent findings have become questions.",
      ], "\(asked.sentences)")
  }

  @Test("What is lost is told with its cause: who provided it, or passed people on, and is gone")
  func causes() throws {
    let ways = ["from: desk, to: post, kind: refers_to", "from: post, to: refuge, kind: refers_to"]
    let there = Self.town(relations: ways + ["from: line, to: refuge, kind: refers_to"])
    let noRefuge = try compared(there, Self.town(refuge: nil, relations: [ways[0]]))
    #expect(
      noRefuge.sentences.contains { $0.contains(" since the Refuge is gone") },
      "\(noRefuge.sentences)")
    let closed = try compared(
      there, Self.town(refuge: ", status: temporarily_closed", relations: ways))
    #expect(
      closed.sentences.contains { $0.contains(" since the Refuge does not operate any more") },
      "\(closed.sentences)")
    let noPost = try compared(
      there,
      Self.town(relations: ["from: line, to: refuge, kind: refers_to"]).replacing(
        "  - {id: post, name: Post}\n", with: ""))
    #expect(
      noPost.sentences.contains {
        $0.contains(
          "men met at the Help Desk no longer reach emergency shelter since the Post is gone")
      }, "\(noPost.sentences)")
    // Where a relation alone is gone, nobody is.
    let noTie = try compared(there, Self.town(relations: [ways[0]]))
    #expect(!noTie.sentences.contains { $0.contains(" since ") }, "\(noTie.sentences)")
  }
}
