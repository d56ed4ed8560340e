import Foundation
import LiaisonTestSupport
import Testing

/// JSON for other programs has the form that its schema says, and the schemas say it strictly.
@Suite("JSON schemas")
struct SchemaTests {
  static let folder = Checkout.path("Sources/LiaisonFiles/LiaisonFiles.docc/Resources")

  /// Asks `jsonschema` what is wrong with a file; it loads the schemas beside each other and nothing
  /// else.
  static let validator = """
    import json, os, sys, warnings
    warnings.simplefilter("ignore")
    import jsonschema
    folder, name, path = sys.argv[1:]
    def load(name): return json.load(open(os.path.join(folder, name), encoding="utf-8"))
    schema = load(name + ".schema.json")
    jsonschema.Draft7Validator.check_schema(schema)
    store = {name: load(name) for name in os.listdir(folder) if name.endswith(".schema.json")}
    resolver = jsonschema.RefResolver("", schema, store=store)
    validator = jsonschema.Draft7Validator(schema, resolver=resolver)
    faults = list(validator.iter_errors(json.load(open(path, encoding="utf-8"))))
    for fault in faults[:5]: print("/".join(map(str, fault.absolute_path)), fault.message[:200])
    sys.exit(1 if faults else 0)
    """

  private func validate(_ json: [UInt8], as name: String) throws -> ToolRun {
    let folder = try TemporaryFolder()
    let path = folder.path("output.json")
    try Data(json).write(to: URL(filePath: path))
    return try ToolRun.run("python3", ["-c", Self.validator, Self.folder, name, path])
  }

  private func output(_ arguments: [String]) throws -> [UInt8] {
    let run = try ToolRun.run(ToolRun.built("liaison"), arguments + ["--format", "json"])
    #expect(!run.outputBytes.isEmpty, "\(run.errors)")
    return run.outputBytes
  }

  @Test(
    "What the tool writes is what the schema says",
    arguments: [
      ("findings", ["lint", "graphs/samundar-draft"]), ("findings", ["lint", "graphs"]),
      ("gaps", ["gaps", "graphs/samundar", "--all"]),
      ("gaps", ["gaps", "graphs/samundar", "--about", "plan,agreement,coverage"]),
      ("gaps", ["gaps", "graphs/kestria", "--for", "police"]),
      ("recommendation", ["recommend", "graphs/samundar", "-k", "1", "--signer", "police"]),
      ("recommendation", ["recommend", "graphs/kestria", "-k", "1"]),
      (
        "path",
        [
          "gaps", "graphs/samundar", "--path", "labour-inspectorate", "--service",
          "shelter.emergency,legal_counsel,wage_recovery", "--area", "north",
        ]
      ),
      ("closures", ["gaps", "graphs/samundar", "--if-closed"]),
      ("convenors", ["gaps", "graphs/samundar", "--convenors", "3"]),
      ("measure", ["measure", "graphs/samundar", "--measures", "all"]),
      ("measure", ["measure", "graphs/edge-lists/edges.csv", "--measures", "all"]),
      (
        "gaps",
        [
          "gaps", "graphs/islamabad-2022.yaml", "--as-of", "2022-12-31", "--standard",
          "partnership", "--standard", "four-pillars",
        ]
      ),
      ("confirmation", ["ask", "graphs/samundar", "hunar"]),
      ("confirmation", ["ask", "graphs/kestria", "police", "--audience", "red"]),
      ("comparison", ["diff", "graphs/samundar-2024", "graphs/samundar"]),
      ("comparison", ["what-if", "graphs/samundar", "graphs/patches/refuge.yaml"]),
    ])
  func conforms(_ schema: String, _ arguments: [String]) throws {
    let located = arguments.map { $0.hasPrefix("graphs") ? Checkout.path($0) : $0 }
    let run = try validate(output(located), as: schema)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test("What is accepted and found no more is told, unless lint still finds it or its day is past")
  func staleAcceptances() throws {
    let folder = try TemporaryFolder()
    func network(_ accepted: String) -> String {
      """
      liaison: 1
      title: A
      as_of: 2025-06-30
      boundary: {rule: all}
      areas: [{id: d, name: D, level: district}]
      organizations:
        - {id: a, name: A, sector: media, areas: [d], groups: [any], entry_point: true}
        - {id: b, name: B, sector: media, areas: [d], groups: [any]}
      relations: [{from: a, to: b, kind: refers_to}]
      accepted: [\(accepted)]

      """
    }
    let path = try folder.write(network(""), to: "a.yaml")
    func ids(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).matches(of: /"id": ?"([0-9a-f]{16})"/)
        .map { String($0.1) }
    }
    let (lint, gaps) = (try output(["lint", path]), try output(["gaps", path]))
    let linted = try #require(ids(lint).first)
    let judged = try #require(ids(gaps).first)
    try folder.write(
      network(
        "{finding: \(linted)}, {finding: \(judged)}, {finding: 0123456789abcdef, reason: built last year}, "
          + "{finding: fedcba9876543210, until: 2025-06-29}"), to: "a.yaml")
    let json = try output(["gaps", path])
    #expect(try validate(json, as: "gaps").status == 0)
    let stale = String(decoding: json, as: UTF8.self).components(separatedBy: "stale_acceptances")
    let told = try #require(stale.last?.split(separator: "]").first)
    #expect(
      stale.count == 2 && told.contains("0123456789abcdef") && told.contains("built last year"))
    #expect(!told.contains(linted) && !told.contains(judged) && !told.contains("fedcba"))
    let text = try ToolRun.run(ToolRun.built("liaison"), ["gaps", path]).output
    #expect(text.contains("Accepted, and found no more: 0123456789abcdef (built last year)."))
    let part = try ToolRun.run(ToolRun.built("liaison"), ["gaps", path, "--about", "presence"])
    #expect(!part.output.contains("found no more"))
  }

  @Test("Every form of JSON that a command writes has its schema, and the page of them names it")
  func everyForm() throws {
    let page = try String(
      contentsOfFile: Checkout.path("Sources/LiaisonFiles/LiaisonFiles.docc/JSONOutput.md"),
      encoding: .utf8)
    let schemas = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
      .filter { $0.hasSuffix(".schema.json") }
    for schema in schemas { #expect(page.contains("`\(schema)`"), "\(schema)") }
    let texts = try schemas.map {
      try String(contentsOfFile: "\(Self.folder)/\($0)", encoding: .utf8)
    }
    var forms: Set<String> = []
    for folder in ["LiaisonCommand", "LiaisonLintCommand", "LiaisonFiles"] {
      let root = Checkout.path("Sources/\(folder)")
      let files = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
      for file in files where file.hasSuffix(".swift") {
        let source = try String(contentsOfFile: "\(root)/\(file)", encoding: .utf8)
        forms.formUnion(
          source.matches(of: /init\("(liaison_[a-z]+)", 1\)/).map { String($0.1) })
      }
    }
    #expect(forms.count >= 6, "\(forms.sorted())")
    for form in forms.sorted() {
      #expect(texts.contains { $0.contains("\"\(form)\": {") }, "\(form)")
    }
  }

  @Test(
    "A key renamed, left out or unknown, and a value of another kind are refused",
    arguments: [
      ("\"findings\":", "\"found\":"), ("\"severity\":\"error\"", "\"severity\":\"grave\""),
      ("\"liaison_gaps\":1", "\"liaison_gaps\":2"), ("\"cells\":", "\"needs_folded\":"),
      ("\"as_of\":\"2025-06-30\"", "\"as_of\":\"30 June\""), ("\"tlp\":\"AMBER\"", "\"tlp\":3"),
    ])
  func refuses(_ old: String, _ new: String) throws {
    let text = String(
      decoding: try output(["gaps", Checkout.path("graphs/samundar")]), as: UTF8.self)
    let compact = text.replacing("\": ", with: "\":")
    try #require(compact.contains(old))
    let run = try validate(Array(compact.replacing(old, with: new).utf8), as: "gaps")
    #expect(run.status == 1 && !run.output.isEmpty, "\(run.errors)")
  }

  /// Asks `jsonschema` what is wrong with a standard's file.
  static let standardValidator = """
    import json, os, sys
    import jsonschema, yaml
    folder, path = sys.argv[1:]
    schema = json.load(open(os.path.join(folder, "standard.schema.json"), encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    standard = yaml.safe_load(open(path, encoding="utf-8"))
    faults = list(jsonschema.Draft202012Validator(schema).iter_errors(standard))
    for fault in faults[:5]: print("/".join(map(str, fault.absolute_path)), fault.message[:200])
    sys.exit(1 if faults else 0)
    """

  private func validate(standard path: String) throws -> ToolRun {
    try ToolRun.run("python3", ["-c", Self.standardValidator, Self.folder, path])
  }

  @Test(
    "Standards are what their schema says",
    arguments: [
      "Sources/LiaisonFiles/Resources/four-pillars.yaml",
      "Sources/LiaisonFiles/Resources/partnership.yaml", "graphs/kestria/standard.yaml",
    ])
  func standards(path: String) throws {
    let run = try validate(standard: Checkout.path(path))
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test("The schema of standards knows each kind that the tool knows, and no other")
  func kinds() throws {
    let list = try ToolRun.run(ToolRun.built("liaison"), ["list", "expectations"]).output
    let known = list.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    let data = try Data(contentsOf: URL(filePath: Self.folder + "/standard.schema.json"))
    let text = String(decoding: data, as: UTF8.self)
    #expect(known.count > 10)
    for kind in known { #expect(text.contains("\"const\": \"\(kind)\""), "\(kind)") }
    #expect(text.matches(of: /"kind": \{\n\s+"const": "/).count == known.count)
  }

  @Test(
    "A standard with a mistake is refused by the schema",
    arguments: [
      "override: [{id: feedback}]", "drop: [{id: feedback}]", "sevices: [hotline]",
      "expectations: [{id: a, kind: dead_end, severity: info}]",
      "expectations: [{id: a, kind: dead_end, severity: grave, citation: c}]",
      "expectations: [{id: a, kind: presence, sectors: [media], max_leads: 3, severity: info, citation: c}]",
      "expectations: [{id: a, kind: coverage, severity: info, citation: c}]",
    ])
  func mistakes(rest: String) throws {
    let folder = try TemporaryFolder()
    let text = "liaison_standard: 1\nid: a\ntitle: A\nextends: four-pillars\n"
    #expect(try validate(standard: folder.write(text, to: "right.yaml")).status == 0)
    let run = try validate(standard: folder.write(text + rest + "\n", to: "wrong.yaml"))
    #expect(run.status == 1 && !run.output.isEmpty, "\(run.errors)")
  }
}
