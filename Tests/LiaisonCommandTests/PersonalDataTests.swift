import Foundation
import LiaisonTestSupport
import Testing

/// No value of personal data stands in a diagnostic, wherever in a network it was written.
@Suite("Personal data", .serialized)
struct PersonalDataTests {
  /// Each is told by its form; the parts looked for stand in no other place.
  private static let secrets: [(text: String, part: String)] = [
    ("zubaida.k@canary.example", "zubaida"), ("+92 300 8271828", "8271828"),
    ("42101-3141592-7", "3141592"), ("31.415926, 74.271828", "31.415926"),
    ("Mrs. Canaria Qureshi", "Canaria"), ("03005772156", "5772156"),
  ]

  /// A network with a text in every free field.
  private static func sound(_ text: String) -> String {
    """
    liaison: 1
    title: "T \(text)"
    source: "\(text)"
    as_of: 2025-06-30
    standard: four-pillars
    # \(text)
    areas: [{id: d, name: "\(text)", level: district}]
    organizations:
      - {id: a, name: "A \(text)", aliases: ["\(text)"], sector: hotline, entry_point: true}
      - {id: b, name: "B", sector: police, services: [{id: s, type: shelter.emergency, name: "\(text)"}]}
    bodies: [{id: c, name: "\(text)", areas: [d]}]
    agreements: [{id: g, name: "\(text)", parties: [a, b], until: 2020-01-01}]
    activities: [{id: v, title: "\(text)", leads: [a]}]
    accepted: [{finding: "0", reason: "\(text)", by_role: "\(text)"}]
    relations:
      - from: a
        to: b
        kind: refers_to
        agreement: g
        content: "\(text)"
        evidence: [{source: "\(text)", kind: interview, reporter: "\(text)"}]

    """
  }

  /// A network with a text in every broken place.
  private static func broken(_ text: String) -> String {
    let word = "\"\(text)\""
    return """
      liaison: \(word)
      as_of: \(word)
      tlp: \(word)
      \(word): 1
      boundary: \(word)
      areas: [{id: \(word), level: \(word), within: \(word), population: \(word)}, {id: \(word)}]
      organizations:
        - {id: \(word), name: A, sector: \(word), entry_point: \(word), \(word): x, parent: \(word)}
        - {id: \(word), name: [\(word)], from: \(word), until: \(word), areas: [\(word)]}
        - {id: b, services: [{id: \(word), type: \(word), capacity: \(word)}], answered: \(word)}
      bodies: [{id: \(word), tier: \(word), areas: [\(word)], parent: \(word)}]
      agreements: [{id: \(word), type: \(word), parties: [\(word)]}]
      activities: [{id: \(word), leads: [\(word)], depends_on: [\(word)], due: \(word)}]
      accepted: [{finding: \(word), until: \(word)}]
      relations:
        - {from: \(word), to: \(word), kind: \(word), agreement: \(word), weight: \(word)}
        - {from: b, to: b, kind: refers_to, response_hours: \(word), intensity: \(word)}
        - {from: b, to: b, kind: refers_to, evidence: [{kind: \(word), date: \(word)}]}
      \(word)

      """
  }

  @Test("Neither lint, in any form, nor any command's errors show one")
  func withheld() throws {
    let folder = try TemporaryFolder()
    var runs: [(arguments: [String], parts: [String], isLint: Bool)] = []
    for (index, secret) in Self.secrets.enumerated() {
      let table = "source,target,weight\n\"\(secret.text)\",b,\"\(secret.text)\"\n"
      let texts = [
        ("sound", Self.sound(secret.text)), ("broken", Self.broken(secret.text)),
        // Without its last line, which is no YAML, its values are reached.
        (
          "values",
          Self.broken(secret.text).split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
        ),
      ]
      try folder.write(table, to: "edges\(index).csv")
      runs.append((["measure", folder.path("edges\(index).csv")], [secret.part], false))
      for (name, text) in texts {
        let path = try folder.write(text, to: "\(name)\(index).yaml")
        for format in ["text", "json", "sarif", "github"] {
          runs.append((["lint", path, "--format", format], [secret.part], true))
        }
        for command in try ToolCommands.present() where command.name != "lint" {
          runs.append((command.arguments(path), [secret.part], false))
        }
      }
    }
    let faults = try ToolCommands.each(runs) { arguments, parts, isLint in
      let scratch = try TemporaryFolder()
      let run = try ToolRun.run(ToolCommands.tool, arguments, in: scratch.url.path, limit: 30)
      if ![0, 1, 65].contains(run.status) {
        return "\(arguments): exit \(run.status) \(run.errors)"
      }
      if isLint, run.output.isEmpty { return "\(arguments): found nothing" }
      let told = (isLint ? run.output : "") + run.errors
      let shown = parts.filter { told.contains($0) }
      guard !shown.isEmpty else { return nil }
      let line = told.split(separator: "\n").first { $0.contains(shown[0]) } ?? ""
      return "\(arguments.dropFirst(0)): \(line.prefix(300))"
    }
    #expect(faults == [])
  }
}
