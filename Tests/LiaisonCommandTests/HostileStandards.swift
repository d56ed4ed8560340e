import Foundation
import LiaisonTestSupport

/// Standards that nobody would write: shipped ones broken at seeded places, and a few written to break
/// a reader.
enum HostileStandards {
  /// A small network for them to judge.
  static let network = """
    liaison: 1
    title: Under hostile standards
    as_of: 2025-06-30
    boundary: {rule: all}
    areas: [{id: north, name: North, level: district}, {id: south, name: South, level: district}]
    organizations:
      - {id: police, name: Police, sector: gov.law_enforcement, areas: [north, south], groups: [any], entry_point: true}
      - id: refuge
        name: Refuge
        sector: ngo.specialised
        areas: [north]
        services: [{id: shelter, type: shelter.emergency, groups: [adult.female], capacity: {unit: beds, maximum: 4, mean_stay_days: 9}}]
    agreements: [{id: mou, parties: [police, refuge], valid_until: 2025-01-31}]
    activities: [{id: a1, title: Together, leads: [police], supports: [refuge]}]
    relations: [{from: police, to: refuge, kind: refers_to, agreement: mou, feedback: none}]
    """

  /// What stands in the place of a value, of a key, or between lines.
  private static let tokens = [
    "", "0", "-1", "1e999", "99999999999999999999", "null", "[]", "{}", "[[[]]]", "any",
    "\"\\0\\e[2J\"", "\u{202E}", "{closing}{closing}{sentence}", "../../../etc/passwd",
    "four-pillars", "standard-0.yaml", "*a", "&a [*a]", "!!x", "\t", ": :", "- - -", "#", "|", ">",
    "%YAML 9",
  ]

  /// The files: of each shipped standard five that are broken, each in another way; with `LIAISON_EXHAUSTIVE=1`
  /// four times as many.
  static func all() throws -> [[UInt8]] {
    let seeds = [
      "Sources/LiaisonFiles/Resources/four-pillars.yaml",
      "Sources/LiaisonFiles/Resources/partnership.yaml", "graphs/kestria/standard.yaml",
    ]
    var files = written.map { Array($0.utf8) }
    let isExhaustive = ProcessInfo.processInfo.environment["LIAISON_EXHAUSTIVE"] == "1"
    for (index, seed) in seeds.enumerated() {
      let text = try String(contentsOfFile: Checkout.path(seed), encoding: .utf8)
      for round in 0..<(isExhaustive ? 20 : 5) {
        var random = SeededRandom(seed: UInt64(100 * index + round))
        files.append(mutated(text, round % 5, &random))
      }
    }
    return files
  }

  private static func mutated(
    _ text: String, _ way: Int, _ random: inout SeededRandom
  ) -> [UInt8] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    func token() -> String { tokens[random.below(tokens.count)] }
    for _ in 0...random.below(4) {
      let line = random.below(lines.count)
      switch way {
      case 0:
        // The value after a colon.
        let key = lines[line].split(separator: ":", maxSplits: 1).first ?? ""
        lines[line] = "\(key): \(token())"
      case 1: lines.insert(lines[random.below(lines.count)], at: line)
      case 2: lines.remove(at: line)
      case 3: lines.insert(String(repeating: " ", count: random.below(12)) + token(), at: line)
      default:
        // A byte, whatever it is a part of; and now and then the rest is cut off.
        var bytes = Array(lines.joined(separator: "\n").utf8)
        for _ in 0..<8 { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
        return random.chance(0.4) ? Array(bytes.prefix(random.below(bytes.count))) : bytes
      }
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  private static let written: [String] = {
    let head = "liaison_standard: 1\nid: s\ntitle: S\n"
    let one = "kind: pathway, services: [shelter.emergency], severity: error, citation: c"
    let many = (0..<5_000).map { "  - {id: e\($0), \(one)}\n" }.joined()
    let wide = (0..<200).map { "x\($0)" }.joined(separator: ", ")
    let closing = String(repeating: "{closing}", count: 5_000)
    func kind(_ rest: String) -> String {
      head + "expectations:\n  - {id: e, severity: error, citation: c, \(rest)}\n"
    }
    return [
      // The first extends itself.
      head + "extends: standard-0.yaml\n", "", "liaison_standard: 2\n", head,
      head + "extends: standard-5.yaml\n", head + "extends: standard-4.yaml\n",
      head + "extends: ../network/network.yaml\n", head + "extends: /etc/passwd\n",
      head + "extends: four-pillars\ndrop: [{id: feedback}, {id: nothing}]\n",
      head + "expectations:\n\(many)", head + String(repeating: "[", count: 50_000),
      head + "expectations: [" + String(repeating: "{a: ", count: 20_000),
      kind("kind: nothing"), kind("kind: pathway"), kind("kind: pathway, services: [any]"),
      kind("kind: pathway, services: [], areas: [], groups: []"),
      kind("kind: coverage, services: [\(wide)]"),
      kind("kind: presence, sectors: [\(wide)], level: nowhere"),
      kind("kind: redundancy, services: [shelter.emergency], areas: [nowhere]"),
      kind("kind: capacity, services: [shelter.emergency], share: 1e308"),
      kind("kind: cooperation, expect: required, from: [any], to: [any]"),
      kind("kind: agreement, within_days: 99999999999"), kind("kind: plan, max_leads: -1"),
      kind("kind: feedback, min: 1e999"), kind("kind: handover, across: [areas, planets]"),
      kind("kind: pathway, services: [shelter.emergency], sentence: \"{{{}}}{group\""),
      kind("kind: pathway, services: [shelter.emergency], sentence: \"\(closing)\""),
      "liaison: 1\ntitle: a network\n", "- a\n- b\n", "\u{FEFF}" + head,
      head.replacing("\n", with: "\r"),
    ]
  }()
}
