import LiaisonModel
import Testing

@testable import LiaisonGaps

/// Organizations that are told of together: circles that lose a member, and pairs that provide the same.
@Suite("What is said of several organizations goes on where some of them do")
struct ChangeTogetherTests {
  private static let loops = """
    - {id: ways, kind: pathway, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}
    - {id: loops, kind: loop, services: [shelter.emergency], groups: [adult.male], severity: warning, citation: ours}
    """

  /// A desk and a line where men are met; a, b and c; and a refuge. "desk>a" is a referral.
  private static func circle(_ pairs: [String]) -> String {
    let relations = pairs.map { pair in
      let ends = pair.split(separator: ">")
      return "{from: \(ends[0]), to: \(ends[1]), kind: refers_to}"
    }
    return """
      liaison: 1
      title: Town
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {areas: any, groups: any, cases: any}
      areas: [{id: north, name: North}]
      organizations:
        - {id: desk, name: Desk, entry_point: true}
        - {id: line, name: Line, entry_point: true}
        - {id: a, name: A}
        - {id: b, name: B}
        - {id: c, name: C}
        - {id: refuge, name: Refuge, services: [{id: beds, type: shelter.emergency}]}
      relations: [\(relations.joined(separator: ", "))]
      """
  }

  private static let three = ["desk>a", "a>b", "b>a", "b>c", "c>b"]
  private static let two = ["desk>a", "a>b", "b>a"]

  @Test("A circle that loses a member goes on: it has neither closed nor opened")
  func circles() throws {
    for (before, after) in [(Self.three, Self.two), (Self.two, Self.three)] {
      let same = try StateComparison(Self.circle(before), Self.circle(after), Self.loops)
      #expect(same.endings.isEmpty && same.natures.isEmpty, "\(same)")
      #expect(same.sentences == ["Nothing got better.", "Nothing got worse."])
    }
    // The way of those met at the line is gone, and they go to and fro with the others.
    let way = Self.circle(Self.three + ["line>refuge"])
    let lost = try StateComparison(way, Self.circle(Self.two + ["line>a"]), Self.loops)
    #expect(lost.natures == ["opened lost ways", "worsened lost loops"], "\(lost)")
    #expect(lost.endings.isEmpty)
    // Fewer come to what is left of it, as they get stuck elsewhere: that is not better.
    let fewer = try StateComparison(
      Self.circle(Self.three + ["line>a"]), Self.circle(Self.two), Self.loops)
    #expect(fewer.endings == ["eased moot loops"] && fewer.natures.isEmpty, "\(fewer)")
    // A way out of it is better.
    let out = try StateComparison(
      Self.circle(Self.three), Self.circle(Self.two + ["b>refuge"]), Self.loops)
    #expect(out.endings.contains("closed mended loops"), "\(out)")
  }

  private static let pairs = """
    - {id: pairs, kind: duplication, services: [hotline], groups: [adult.male], severity: info, citation: ours}
    """

  private static func lines(_ second: String?, relations: String = "[]") -> String {
    """
    liaison: 1
    title: Town
    as_of: 2025-06-30
    boundary: {rule: all}
    assume: {areas: any, groups: any, cases: any}
    areas: [{id: north, name: North}, {id: south, name: South}]
    organizations:
      - {id: a, name: A, services: [{id: s, type: hotline}]}
      - {id: b, name: B\(second.map { ", services: [{id: s, type: hotline\($0)}]" } ?? "")}
    relations: \(relations)
    """
  }

  @Test("That a second provider is there is told, and makes nothing worse; a tie that goes does")
  func duplicates() throws {
    func natures(_ before: String, _ after: String) throws -> Set<String> {
      let compared = try StateComparison(before, after, Self.pairs)
      #expect(
        compared.sentences.contains { $0.hasPrefix("Worse") }
          == compared.natures.contains { $0.contains("lost") })
      return compared.natures
    }
    let twice = Self.lines("")
    // A new service, a wider one, and one of which it was not known.
    #expect(try natures(Self.lines(nil), twice) == ["opened newcomer pairs"])
    #expect(try natures(Self.lines(", areas: [north]"), twice) == ["worsened newcomer pairs"])
    #expect(
      try natures(Self.lines(", groups: [adult.male=unknown]"), twice)
        == ["opened newly_known pairs"])
    // They told each other what they know, and do so no more.
    let told = Self.lines("", relations: "[{from: a, to: b, kind: shares_information_with}]")
    #expect(try natures(told, twice) == ["opened lost pairs"])
    let open = Self.lines(
      "", relations: "[{from: a, to: b, kind: shares_information_with, status: dormant}]")
    let ended = open.replacing("dormant", with: "ended")
    #expect(try natures(open, ended) == ["opened newly_known pairs"])
    #expect(try natures(open, twice) == ["opened lost pairs"])
  }
}
