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
        What changed: Three districts
        Judged on 2024-06-30 → 2025-06-30 against “Our own” (ours).
        TLP:AMBER

        Better since 2024-06-30: three needs are newly met, legal counsel for men in all
        3 areas.

        Worse: men met at Police in South District no longer reach psychosocial support;
        men met at Police no longer reach emergency shelter.

        Like with like: figures over the 4 organizations that both list
          pathways reached: 5 of 9 → 4 of 9
          pathways to psychosocial support reached: 2 of 3 → 1 of 3
          pathways to emergency shelter reached: 3 of 3 → 0 of 3
          pathways to legal counsel reached: 0 of 3 → 3 of 3

        Referrals among these 4 organizations
          2 of 3 referrals stand in only one of the two

        All that each lists, those in only one of the two included
          pathways reached: 5 of 9 → 13 of 18
          pathways to psychosocial support reached: 2 of 3 → 4 of 6
          pathways to emergency shelter reached: 3 of 3 → 3 of 6
          pathways to legal counsel reached: 0 of 3 → 6 of 6

        Lost: worse than before (2)
          urgent     No arrangement is recorded by which an adult man identified by
                     Police in all 3 areas reaches emergency shelter: no relation is
                     recorded from Legal Aid to House of Hope. One relation from Legal
                     Aid to House of Hope would close this.
          urgent     No arrangement is recorded by which an adult man identified by
                     Police in East and South District reaches psychosocial support: the
                     path stops at Police, whose relation to Care does not cover East
                     and South District. The referral recorded from Police to Care,
                     opened to them, would close this. (1 → 2 pathways)

        Closed (2)
          urgent     No arrangement is recorded by which an adult man identified by
                     Police in North and South District reaches legal counsel: no
                     relation is recorded from Care to Legal Aid. One relation from Care
                     to Legal Aid would close this.
          urgent     No arrangement is recorded by which an adult man identified by
                     Police in East District reaches legal counsel: no relation is
                     recorded from House of Hope to Legal Aid. One relation from House
                     of Hope to Legal Aid would close this and one other finding.

        The rest
          Of the findings 1 opened, 1 worsened, 0 eased, 2 closed, 0 as before; 0 new
          questions, 0 questions settled.

        What is different in the files
          1 organization more: Helpline
          4 relations more: Police → Legal Aid; Helpline → House of Hope; Helpline →
          Legal Aid; Helpline → Care
          1 relation fewer: Police → House of Hope
          1 relation changed (areas served): Police → Care

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
      "\(entry["state"] ?? "") \(entry["cells_before"] as? Int ?? 0) \(entry["cells_after"] as? Int ?? 0) \(entry["nature"] as? String ?? entry["ending"] as? String ?? "-")"
    }
    #expect(
      states == ["opened 0 3 lost", "worsened 1 2 lost", "closed 2 0 mended", "closed 1 0 mended"])
    #expect((root["summary"] as? [String])?.count == 2 && root["tlp"] as? String == "AMBER")
  }

  @Test("Only what is lost makes things worse: not what was a question, nor what a newcomer brings")
  func failLevel() throws {
    let folder = try TemporaryFolder()
    let standard = try folder.write(
      """
      liaison_standard: 1
      id: ours
      title: Our own
      expectations:
        - {id: plan, kind: plan, severity: error, citation: ours}
        - {id: twice, kind: duplication, services: [hotline], severity: info, citation: ours}

      """, to: "ours.yaml")
    func state(_ name: String, complete: String = "", tie: String = "", second: Bool = false)
      throws -> String
    {
      try folder.write(
        """
        liaison: 1
        title: Two
        as_of: 2025-06-30
        boundary: {rule: all\(complete)}
        assume: {areas: any, groups: any, cases: any}
        areas: [{id: north, name: North}]
        organizations:
          - {id: a, name: Alpha, services: [{id: s, type: hotline}]}
          - {id: b, name: Beta}
        \(second ? "  - {id: c, name: Gamma, services: [{id: s, type: hotline}]}" : "")
        activities: [{id: x, title: X, leads: [a], supports: [b]}]
        \(tie)

        """, to: name)
    }
    let tied = try state(
      "tied.yaml", tie: "relations: [{from: a, to: b, kind: refers_to}]")
    let apart = try state("apart.yaml")
    let open = try state("open.yaml", complete: ", complete: [organizations]")
    let more = try state("more.yaml", second: true)
    func diff(_ old: String, _ new: String) throws -> ToolRun {
      try ToolRun.run(
        ToolRun.built("liaison"),
        ["diff", old, new, "--standard", standard, "--fail-on", "worse"])
    }
    let lost = try diff(tied, apart)
    #expect(
      lost.status == 1 && lost.output.contains("Lost: worse than before (1)"), "\(lost.output)")
    #expect(lost.output.contains("Worse: one urgent finding about "), "\(lost.output)")
    let known = try diff(open, apart)
    #expect(
      known.status == 0 && known.output.contains("Newly known: a question before (1)"),
      "\(known.output)\(known.errors)")
    let new = try diff(apart, more)
    #expect(
      new.status == 0
        && new.output.contains("Newcomers: about what was not there before (1)"),
      "\(new.output)\(new.errors)")
    #expect(new.output.contains("One finding is about what is new."), "\(new.output)")
  }

  @Test("What a patch would do is what has changed between the network and the patched network")
  func patched() throws {
    let folder = try TemporaryFolder()
    let network = try folder.write(Self.before, to: "net.yaml")
    let standard = try folder.write(Self.standard, to: "ours.yaml")
    let patches = [
      "add: {relations: [{from: police, to: aid, kind: refers_to}]}",
      "remove: {relations: [police refers_to house]}",
      "change: {organizations: [{id: police, entry_point: {areas: [east]}}]}",
      "remove: {organizations: [care]}\nadd: {relations: [{from: house, to: aid, kind: refers_to}]}",
    ]
    for (index, change) in patches.enumerated() {
      let patch = try folder.write("liaison_patch: 1\n\(change)\n", to: "p\(index).yaml")
      let written = folder.path("new\(index).yaml")
      func told(_ arguments: [String]) throws -> [String: NSObject] {
        let run = try ToolRun.run(
          ToolRun.built("liaison"), arguments + ["--standard", standard, "--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        let root = try #require(
          JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
        var told: [String: NSObject] = [:]
        for key in ["summary", "is_worse", "questions"] { told[key] = root[key] as? NSObject }
        let ledger = try #require(root["ledger"] as? [[String: Any]])
        told["ledger"] =
          ledger.map { entry in
            ["state", "cells_before", "cells_after", "nature", "ending"].map {
              "\(entry[$0] ?? "")"
            }
              + ["\((entry["finding"] as? [String: Any])?["id"] ?? "")"]
          } as NSObject
        return told
      }
      let tried = try told(["what-if", network, patch, "--write", written])
      let changed = try told(["diff", network, written])
      #expect(tried == changed, "\(change)")
      #expect(tried["summary"] != ["Nothing got better.", "Nothing got worse."] as NSObject)
    }
  }
}
