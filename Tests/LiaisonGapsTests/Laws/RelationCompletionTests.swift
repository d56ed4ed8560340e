import Foundation
import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

/// Who works with whom, who hands over to whom and who sits where, decided by trying every completion
/// of what is not sure: each dormant relation is taken for one in force, then for one that has ended.
@Suite("Expectations of relations agree with all completions of the unknown")
struct RelationCompletionTests {
  static let expectations = """
    - {id: both-ways, kind: cooperation, expect: required, pairs: {media: [gov.health, academia], academia: [academia, gov.health]}, severity: warning, citation: ours}
    - {id: directed, kind: cooperation, expect: required, families: [referral], pairs: {gov.health: [media, academia], media: [gov]}, severity: warning, citation: ours}
    - {id: by-level, kind: cooperation, expect: required, by: tier, pairs: {district: [provincial, district], provincial: [national]}, severity: warning, citation: ours}
    - {id: levels, kind: cooperation, expect: vertical, sectors: [gov.health, media, academia], severity: warning, citation: ours}
    - {id: handover, kind: handover, severity: warning, citation: ours}
    - {id: in-each, kind: membership, ask: body, sectors: [gov.health, media], severity: warning, citation: ours}
    - {id: somewhere, kind: membership, ask: sector, sectors: [media, academia], severity: warning, citation: ours}
    - {id: everybody, kind: membership, ask: organization, severity: warning, citation: ours}
    """

  /// A made-up network of six organizations, one of them a unit, in three sectors and three levels.
  struct Made {
    /// The lines before the relations.
    var head: [String]
    /// The relations, without their status.
    var relations: [String]
    /// The positions of those that are dormant.
    var dormant: [Int]

    init(seed: UInt64) {
      var random = SeededRandom(seed: seed)
      func pick(_ list: [String]) -> String { list[random.below(list.count)] }
      head = [
        "liaison: 1", "title: Made up", "as_of: 2025-06-30", "boundary: {rule: all}", "areas:",
        "  - {id: east, name: East}", "  - {id: west, name: West}", "bodies:",
        "  - {id: council, name: Council, tier: national}",
        "  - {id: east-table, name: East Table, tier: district, areas: [east]}", "organizations:",
      ]
      for index in 0..<6 {
        var line = "  - {id: o\(index), name: Organization \(index), tier: "
        line += pick(["national", "provincial", "district"])
        if index == 5, random.chance(0.5) {
          line += ", parent: o\(random.below(5))"
        } else {
          line += ", sector: \(pick(["gov.health", "media", "academia"]))"
        }
        if random.chance(0.7) { line += ", areas: [\(pick(["east", "west", "east, west"]))]" }
        if random.chance(0.1) { line += ", answered: no" }
        head.append(line + "}")
      }
      relations = []
      dormant = []
      for index in 0..<8 {
        let kind = pick([
          "refers_to", "refers_to", "refers_to", "works_with", "hands_over_to", "supervises",
          "member_of", "member_of",
        ])
        let to = kind == "member_of" ? pick(["council", "east-table"]) : "o\(random.below(6))"
        var line = "  - {id: r\(index), from: o\(random.below(6)), to: \(to), kind: \(kind)"
        if kind == "refers_to", random.chance(0.6) {
          line += ", formality: \(pick(["informal", "protocol"]))"
        }
        relations.append(line)
        if random.chance(0.35) { dormant.append(index) }
      }
    }

    /// It as a file, with a status for each that is dormant.
    func yaml(_ statuses: [String]) -> String {
      var lines = relations
      for (index, status) in zip(dormant, statuses) { lines[index] += ", status: \(status)" }
      return (head + ["relations:"] + lines.map { $0 + "}" }).joined(separator: "\n")
    }

    /// Every way in which what is dormant may turn out.
    var completions: [[String]] {
      (0..<(1 << dormant.count)).map { mask in
        dormant.indices.map { mask >> $0 & 1 == 1 ? "active" : "ended" }
      }
    }
  }

  /// What a report finds, by rule and key.
  func found(_ report: GapReport) -> Set<[String]> {
    Set(report.findings.map { [$0.rule] + $0.key })
  }

  @Test(
    "A finding is what every completion finds; figures are bounded by the best and the worst",
    arguments: 0..<60)
  func completions(_ seed: Int) throws {
    let made = Made(seed: UInt64(seed))
    guard made.dormant.count <= 4 else { return }
    let report = try Written.report(
      made.yaml(made.dormant.map { _ in "dormant" }), Self.expectations)
    let reports = try made.completions.map { try Written.report(made.yaml($0), Self.expectations) }
    let always = reports.map(found).reduce(found(reports[0])) { $0.intersection($1) }
    #expect(found(report) == always, "seed \(seed)\n\(made.yaml([]))")
    for line in report.scorecard where !line.id.hasPrefix("handover") {
      let lines = try reports.map { report in
        try #require(report.scorecard.first { $0.id == line.id }, "seed \(seed): \(line.id)")
      }
      #expect(line.count == lines.map(\.count).min(), "seed \(seed): \(line.id)")
      #expect(line.upper == lines.map(\.upper).max(), "seed \(seed): \(line.id)")
    }
  }

  @Test("Another relation opens nothing but a hand-over to arrange", arguments: 0..<60)
  func another(_ seed: Int) throws {
    let made = Made(seed: UInt64(seed))
    var less = made
    less.relations.removeLast()
    less.dormant.removeAll { $0 == less.relations.count }
    func judged(_ made: Made) throws -> GapReport {
      try Written.report(made.yaml(made.dormant.map { _ in "dormant" }), Self.expectations)
    }
    let (before, after) = try (judged(less), judged(made))
    let opened = found(after).subtracting(found(before))
    #expect(opened.allSatisfy { $0[0] == "ours/handover" }, "seed \(seed): \(opened)")
    for line in before.scorecard where !line.id.hasPrefix("handover") {
      let own = try #require(after.scorecard.first { $0.id == line.id })
      #expect(own.count >= line.count && own.upper >= line.upper, "seed \(seed): \(line.id)")
    }
  }

  @Test("Without a boundary nothing is found, and whatever was found is asked", arguments: 0..<60)
  func open(_ seed: Int) throws {
    let made = Made(seed: UInt64(seed))
    let yaml = made.yaml(made.dormant.map { _ in "dormant" })
    let closed = try Written.report(yaml, Self.expectations)
    let open = try Written.report(
      yaml.replacing("boundary: {rule: all}\n", with: ""), Self.expectations)
    #expect(open.findings.isEmpty, "seed \(seed)")
    let asked = Set(open.questions.map { [$0.rule] + $0.key })
    for finding in found(closed) {
      #expect(asked.contains(finding + ["question"]), "seed \(seed): \(finding)")
    }
  }
}
