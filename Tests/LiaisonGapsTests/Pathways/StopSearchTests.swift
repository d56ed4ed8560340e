import LiaisonGaps
import LiaisonModel
import Testing

@Suite("Where a way stops whose relation names one service of an organization")
struct StopSearchTests {
  /// A desk that sends people for the case management of a home, which also takes people in.
  func sentences(_ more: String = "", home: String = "[any]") throws -> [String] {
    try Written.report(
      """
      liaison: 1
      title: One home
      boundary: {rule: all}
      assume: {cases: any}
      areas: [{id: east, name: East District}]
      organizations:
        - {id: desk, name: Help Desk, areas: [east], groups: [adult.female], entry_point: true}
        - {id: home, name: Harbour Home, areas: [east], groups: [any],
           services: [{id: c, type: case_management}, {id: s, type: shelter.emergency, groups: \(home)}]}
        - {id: refuge, name: Hill Refuge, areas: [east], groups: [any],
           services: [{id: s, type: shelter.emergency}]}
      relations:
        - {from: desk, to: home/c, kind: refers_to}
      \(more)
      """,
      """
      - id: shelter
        kind: pathway
        services: [shelter.emergency]
        groups: [adult.female]
        severity: error
        citation: ours
        sentence: "{stop}. {closing}"
      """
    ).findings.map(\.sentence)
  }

  @Test("It says no to the others of its services: the way stops at that relation")
  func otherService() throws {
    #expect(
      try sentences() == [
        "the path stops at the Help Desk, whose only onward relation leads to case management of the "
          + "Harbour Home. One relation from the Help Desk to the Harbour Home would close this."
      ])
    #expect(
      try sentences("  - {from: desk, to: refuge, kind: refers_to, groups: [adult.male]}") == [
        "the path stops at the Help Desk, whose relation to the Harbour Home leads to its case management "
          + "only. One relation from the Help Desk to the Harbour Home would close this."
      ])
  }

  @Test("A relation that has ended says that first")
  func ended() throws {
    let relation = "  - {from: desk, to: refuge/s, kind: refers_to, valid_until: 2024-12-31}"
    let found = try sentences(relation, home: "[adult.male]")
    #expect(
      found == [
        "the path stops at the Help Desk, whose relation to the Hill Refuge ended on 2024-12-31. One "
          + "relation from the Help Desk to the Hill Refuge would close this."
      ])
  }

  @Test("Where the other service takes nobody in, the relation is not what stops people")
  func refused() throws {
    #expect(
      try sentences(home: "[adult.male]") == [
        "no relation is recorded from the Harbour Home to the Hill Refuge. One relation from "
          + "the Harbour Home to the Hill Refuge would close this."
      ])
  }
}
