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
      ("gaps", ["gaps", "graphs/samundar", "--about", "plan,agreement"]),
      ("gaps", ["gaps", "graphs/samundar", "--for", "police"]),
      ("recommendation", ["recommend", "graphs/samundar", "-k", "1", "--signer", "police"]),
      (
        "gaps",
        [
          "gaps", "graphs/islamabad-2022.yaml", "--as-of", "2022-12-31", "--standard",
          "partnership", "--standard", "four-pillars",
        ]
      ),
      ("comparison", ["diff", "graphs/samundar-2024", "graphs/samundar"]),
      ("comparison", ["what-if", "graphs/samundar", "graphs/patches/refuge.yaml"]),
    ])
  func conforms(_ schema: String, _ arguments: [String]) throws {
    let located = arguments.map { $0.hasPrefix("graphs") ? Checkout.path($0) : $0 }
    let run = try validate(output(located), as: schema)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
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
