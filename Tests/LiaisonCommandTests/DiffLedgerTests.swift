import Foundation
import LiaisonTestSupport
import Testing

/// The ledger and the figures of two states, worked by hand.
///
/// Three districts, men, three services; the police are the entry point. In 2024 they refer to the shelter,
/// not to counsel, and to counselling for two districts. In 2025 they refer to counsel, not to the shelter,
/// and to counselling for one district. That is 3 + 0 + 2 = 5 of 9 pathways before, 0 + 3 + 1 = 4 of 9 after.
/// In 2025 a helpline was asked too, which refers to all three: another 9 of 9.
@Suite("What a comparison says, worked by hand")
struct DiffLedgerTests {
  private static let standard = """
    liaison_standard: 1
    id: ours
    title: Our own
    expectations:
      - {id: ways, kind: pathway, services: [shelter.emergency, legal_counsel, psychosocial], groups: [adult.male], severity: error, citation: ours}

    """

  private static func network(_ date: String, _ relations: String, helpline: Bool = false) -> String
  {
    """
    liaison: 1
    title: Three districts
    as_of: \(date)
    boundary: {rule: all}
    assume: {cases: any}
    areas:
      - {id: east, name: East District}
      - {id: north, name: North District}
      - {id: south, name: South District}
    organizations:
      - {id: police, name: Police, sector: gov.law_enforcement, areas: [any], groups: [any], entry_point: true}
      - {id: house, name: House of Hope, sector: ngo.specialised, areas: [any], groups: [any], services: [{id: s, type: shelter.emergency}]}
      - {id: aid, name: Legal Aid, sector: ngo.specialised, areas: [any], groups: [any], services: [{id: s, type: legal_counsel}]}
      - {id: care, name: Care, sector: ngo.specialised, areas: [any], groups: [any], services: [{id: s, type: psychosocial}]}
    \(helpline ? "  - {id: line, name: Helpline, sector: ngo.specialised, areas: [any], groups: [any], entry_point: true}" : "")
    relations:
    \(relations)
    """
  }

  private static let before = network(
    "2024-06-30",
    """
      - {from: police, to: house, kind: refers_to}
      - {from: police, to: care, kind: refers_to, areas: [north, south]}

    """)

  private static let after = network(
    "2025-06-30",
    """
      - {from: police, to: aid, kind: refers_to}
      - {from: police, to: care, kind: refers_to, areas: [north]}
      - {from: line, to: house, kind: refers_to}
      - {from: line, to: aid, kind: refers_to}
      - {from: line, to: care, kind: refers_to}

    """, helpline: true)

  private func diff(_ more: [String]) throws -> ToolRun {
    let folder = try TemporaryFolder()
    return try ToolRun.run(
      ToolRun.built("liaison"),
      [
        "diff", try folder.write(Self.before, to: "old.yaml"),
        try folder.write(Self.after, to: "new.yaml"), "--standard",
        try folder.write(Self.standard, to: "ours.yaml"),
      ] + more)
  }

  @Test(
    "What opened, worsened and closed, in full sentences; figures over those who are in both first")
  func text() throws {
    let run = try diff([])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output == """
        """)
  }

  @Test("JSON has both figures, and what became of each finding with its cells")
  func json() throws {
    let run = try diff(["--format", "json"])
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
    func first(_ figures: Any?) throws -> [[Int]] {
      let figure = try #require(
        (figures as? [[String: Any]])?.first { $0["id"] as? String == "pathways" })
      return try ["before", "after"].map { side in
        let line = try #require(figure[side] as? [String: Int])
        return ["count", "total", "upper"].compactMap { line[$0] }
      }
    }
    let common = try #require(root["common"] as? [String: Any])
    #expect(common["organizations"] as? Int == 4)
    #expect(try first(common["figures"]) == [[5, 9, 5], [4, 9, 4]])
    #expect(try first(root["figures"]) == [[5, 9, 5], [13, 18, 13]])
    let ledger = try #require(root["ledger"] as? [[String: Any]])
    let states = ledger.map { entry in
      "\(entry["state"] ?? "") \(entry["cells_before"] as? Int ?? 0) \(entry["cells_after"] as? Int ?? 0)"
    }
    #expect(states == ["opened 0 3", "worsened 1 2", "closed 3 0"])
  }
}
