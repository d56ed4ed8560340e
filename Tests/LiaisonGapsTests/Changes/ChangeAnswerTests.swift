import LiaisonModel
import Testing

@testable import LiaisonGaps

/// What is answered of what nobody states: whom a desk meets, where the only shelter has no way.
@Suite("An answer to what is unstated is newly known")
struct ChangeAnswerTests {
  private static let ways = """
    - {id: ways, kind: pathway, services: [shelter.emergency], groups: [adult.female], severity: error, citation: ours}
    """

  private static func town(
    _ entry: String, scope: String = "", assume: String = "groups: any, cases: any",
    relations: String = "[]"
  ) -> String {
    """
    liaison: 1
    title: Town
    as_of: 2025-06-30
    boundary: {rule: all}
    assume: {\(assume)}
    areas: [{id: north, name: North}, {id: south, name: South}]
    organizations:
      - {id: desk, name: Help Desk, entry_point: \(entry)\(scope)}
      - {id: house, name: House, areas: [any], services: [{id: s, type: shelter.emergency}]}
    relations: \(relations)
    """
  }

  private func natures(_ before: String, _ after: String) throws -> Set<String> {
    try StateComparison(before, after, Self.ways).natures
  }

  @Test("Where people come from was taken as unknown, and is answered with one of two districts")
  func unstated() throws {
    let answer = Self.town("{areas: [any=unknown, north]}")
    #expect(try natures(Self.town("true"), answer) == ["opened newly_known ways"])
    let women = Self.town("{groups: [adult.female]}")
    let answered = Self.town("{areas: [any=unknown, north], groups: [adult.female]}")
    #expect(try natures(women, answered) == ["opened newly_known ways"])
    // The organization marks it as unknown, and its entry point takes that from it.
    let marked = Self.town("true", scope: ", areas: [any=unknown]")
    let known = Self.town("{areas: [any=unknown, north]}", scope: ", areas: [any=unknown]")
    #expect(try natures(marked, known) == ["opened newly_known ways"])
  }

  @Test("Where it was assumed, nothing was left open: who was met there is met no more")
  func assumed() throws {
    let assume = "areas: any, groups: any, cases: any"
    let before = Self.town("true", assume: assume)
    let after = Self.town("{areas: [north]}", assume: assume)
    #expect(try natures(before, after) == ["opened lost entry"])
  }

  @Test("An answer does not hide a way that is gone")
  func goneAtOnce() throws {
    let before = Self.town(
      "true", relations: "[{from: desk, to: house, kind: refers_to}]")
    #expect(try natures(before, Self.town("{areas: [north]}")).contains("opened lost ways"))
  }

  @Test(
    "That nobody meets some people was a question where it was not stated, and lost where somebody did"
  )
  func meeting() throws {
    let nobody = try StateComparison(
      Self.town("true"), Self.town("{areas: [any=unknown, south=no]}"), Self.ways)
    #expect(nobody.natures == ["opened newly_known entry"], "\(nobody)")
    let lost = try StateComparison(
      Self.town("{areas: [north, south]}"), Self.town("{areas: [north]}"), Self.ways)
    #expect(lost.natures.contains("opened lost entry"), "\(lost)")
    // The desk that may have met them is one no more.
    let gone = try StateComparison(
      Self.town("true"), Self.town("{areas: [north]}").replacing("id: desk", with: "id: other"),
      Self.ways)
    #expect(gone.natures.contains("opened lost entry"), "\(gone)")
  }
}
