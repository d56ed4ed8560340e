import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonGaps

@Suite("cohesion: who holds cooperation together")
struct CohesionKindTests {
  /// Two circles of three that one organization joins by a tie to each; one has a partner alone.
  static let circles = """
    liaison: 1
    title: Two circles
    as_of: 2025-06-30
    boundary: {rule: all}
    areas: [{id: north, name: North District}]
    organizations:
      - {id: a1, name: Alpha Centre, sector: worker.trade_union}
      - {id: a2, name: Beta Centre, sector: cso.faith}
      - {id: a3, name: Gamma Centre, sector: cso.faith}
      - {id: joint, name: Middle Desk, sector: gov.lead}
      - {id: b1, name: Delta Centre, sector: employer.association}
      - {id: b2, name: Epsilon Centre, sector: academia}
      - {id: b3, name: Zeta Centre, sector: academia}
      - {id: tail, name: Eta Centre, sector: media}
    relations:
      - {from: a1, to: a2, kind: shares_information_with}
      - {from: a2, to: a3, kind: refers_to}
      - {from: a3, to: a1, kind: joint_casework}
      - {from: b1, to: b2, kind: shares_information_with}
      - {from: b2, to: b3, kind: refers_to}
      - {from: b3, to: b1, kind: joint_casework}
      - {from: joint, to: a1, kind: refers_to}
      - {from: joint, to: b1, kind: refers_to}
      - {from: tail, to: a2, kind: refers_to}
    """

  @Test("By hand: three organizations and two ties hold it together; a single partner is no part")
  func byHand() throws {
    let report = try Written.report(
      Self.circles, "- {id: whole, kind: cohesion, severity: info, citation: ours}")
    #expect(
      Set(report.findings.map { $0.subjects.map(\.id) }) == [
        ["a1"], ["joint"], ["b1"], ["a1", "joint"], ["b1", "joint"],
      ])
    #expect(
      report.findings.first { $0.subjects.map(\.id) == ["joint"] }?.sentence
        == "Without the Middle Desk no recorded cooperation joins the Delta Centre, the Epsilon "
        + "Centre and the Zeta Centre with four other organizations.")
    #expect(
      report.findings.first { $0.subjects.map(\.id) == ["b1", "joint"] }?.sentence
        == "Without the tie of the Delta Centre and the Middle Desk no recorded cooperation joins the "
        + "Delta Centre, the Epsilon Centre and the Zeta Centre with five other organizations.")
    let all = try Written.report(
      Self.circles, "- {id: whole, kind: cohesion, min: 1, severity: info, citation: ours}")
    #expect(all.findings.contains { $0.subjects.map(\.id) == ["a2", "tail"] })
  }

  @Test("Where ties are not listed completely, it is a question")
  func incomplete() throws {
    let report = try Written.report(
      Self.circles.replacing(
        "{rule: all}", with: "{rule: all, complete: [organizations, referral]}"),
      "- {id: whole, kind: cohesion, severity: info, citation: ours}")
    #expect(report.findings.isEmpty)
    #expect(report.questions.contains { $0.sentence.hasPrefix("Is there another tie that joins") })
  }

  @Test("Whoever is named splits what was joined, and nobody else does", arguments: 0..<40)
  func bruteForce(_ seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    var yaml = "liaison: 1\ntitle: T\nas_of: 2025-06-30\nboundary: {rule: all}\norganizations:\n"
    for index in 0..<8 { yaml += "  - {id: o\(index), name: O\(index)}\n" }
    yaml += "relations:\n"
    for index in 0..<9 {
      let (from, to) = (random.below(8), random.below(8))
      if from != to {
        yaml += "  - {id: r\(index), from: o\(from), to: o\(to), kind: joint_casework}\n"
      }
    }
    let network = try Written.network(yaml)
    let cooperation = CooperationGraph(network, on: Written.date)
    let report = try GapAnalysis.run(
      network,
      against: Written.standard(
        "- {id: whole, kind: cohesion, min: 1, severity: info, citation: ours}"))
    let named = Set(report.findings.map { $0.subjects.map(\.id) })
    let before = cooperation.parts().count
    for node in 0..<8 {
      let alone = cooperation.parts().contains([node])
      let splits = cooperation.parts(without: [node]).count > before - (alone ? 1 : 0)
      #expect(named.contains(["o\(node)"]) == splits, "seed \(seed), o\(node)")
    }
  }
}
