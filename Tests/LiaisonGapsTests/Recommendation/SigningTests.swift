import LiaisonModel
import Testing

@testable import LiaisonGaps

@Suite("Who would sign, and what")
struct SigningTests {
  private func paper(_ agreements: String, relations: String = "[]") throws -> String? {
    let network = try Written.network(
      """
      liaison: 1
      title: Papers
      as_of: 2025-06-30
      areas: [{id: coast, name: Coast}]
      organizations:
        - {id: police, name: Police}
        - {id: station, name: Station, parent: police}
        - {id: refuge, name: Refuge}
        - {id: fund, name: Fund}
      relations: \(relations)
      agreements:
      \(agreements)
      """)
    let signing = Signing(
      .relation(from: "station", to: "refuge"), in: network, on: Written.date)
    #expect(signing.parties.map { network.organizations[$0].id } == ["police", "refuge"])
    return signing.document
  }

  private static let new = "a referral protocol"

  @Test(
    "A memorandum, a standing procedure or a protocol that both signed is added to; a grant, a law or a charter is not",
    arguments: [
      ("mou", true), ("sop", true), ("protocol", true), ("contract", false), ("law", false),
      ("charter", false), ("regulation", false),
    ])
  func types(type: String, isAddedTo: Bool) throws {
    let paper = try paper(
      "  - {id: a, type: \(type), name: Paper, parties: [station, refuge, fund]}")
    #expect(paper == (isAddedTo ? "an addition to “Paper”, which both have signed" : Self.new))
  }

  @Test("Not one that has ended, nor one that only one of them signed, nor one without a type")
  func others() throws {
    #expect(
      try paper(
        "  - {id: a, type: mou, parties: [police, refuge], valid_until: 2025-06-29}") == Self.new)
    #expect(try paper("  - {id: a, type: mou, parties: [police, fund]}") == Self.new)
    #expect(try paper("  - {id: a, parties: [police, refuge]}") == Self.new)
  }

  @Test(
    "One without a type counts where a referral rests on it; such a one comes before the others")
  func used() throws {
    let relations = "[{from: police, to: refuge, kind: refers_to, agreement: z}]"
    #expect(
      try paper(
        """
          - {id: a, type: mou, parties: [police, refuge]}
          - {id: z, name: Zed, parties: [police, refuge]}
        """, relations: relations) == "an addition to “Zed”, which both have signed")
    // Money that is passed on rests on a grant: that makes no referral agreement of it.
    #expect(
      try paper(
        "  - {id: z, type: contract, parties: [police, refuge]}", relations: relations) == Self.new)
  }
}
