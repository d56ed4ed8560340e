import Foundation
import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("Reading a network says what cannot be read, and where")
struct NetworkReaderTests {
  /// The problems of a text, as lint prints them.
  static func problems(_ yaml: String) -> [String] {
    let document = NetworkReader.document(yaml: yaml, path: "n.yaml")
    return document.problems.map { finding in
      let place = document.sources.location(of: finding.place).map { "\($0.line):\($0.column) " }
      return "\(place ?? "")\(finding.severity.code) \(finding.rule): \(finding.sentence)"
    }
  }

  @Test("the network of DESIGN §4 has no problem, and its values are there")
  func design() throws {
    let document = NetworkReader.document(
      yaml: """
        liaison: 1
        title: Referral network
        as_of: 2025-06-30
        boundary: {rule: "members and whom they named", complete: [organizations, referral]}
        assume: {cases: any}
        areas: [{id: north, name: North District, level: district, population: 410000}]
        organizations:
          - id: labour
            name: Labour Inspectorate
            name_ur: محکمہ محنت
            areas: [north]
            entry_point: {groups: [adult], cases: [labour]}
            answered: 2025-05-03
            caseload: [{areas: [north], groups: [adult], per_month: 2.5}]
          - {id: police, entry_point: true, units_refer: yes, answered: no}
          - id: dar
            services:
              - {id: shelter, type: shelter.emergency, groups: [adult.female, child.male=unknown],
                 capacity: {unit: beds, maximum: 24, mean_stay_days: 45, updated: 2025-06-01}}
        relations:
          - {from: labour, to: dar/shelter, kind: refers_to, feedback: none, intensity: 3,
             evidence: [{source: workshop, kind: survey, reporter: from, answer: yes, confidence: 0.8}]}
        """)
    #expect(document.problems.map(\.sentence) == [])
    #expect(document.header.boundary.value?.complete.value == ["organizations", "referral"])
    #expect(document.header.assume.cases.value == .any)
    let labour = document.organizations[0]
    #expect(labour.names == [LocalName(tag: "ur", text: "محکمہ محنت")])
    #expect(labour.entryPoint.value?.scope.cases.value == ScopeList([ScopeTerm("labour")]))
    #expect(labour.answered.value == .on(try #require(CalendarDate("2025-05-03"))))
    #expect(labour.caseload[0].perMonth.value == 2.5)
    #expect(document.organizations[1].entryPoint.value?.always.value == true)
    #expect(document.organizations[1].answered.value == .silent)
    #expect(document.organizations[1].unitsRefer.value == .yes)
    let service = document.organizations[2].services[0]
    #expect(
      service.scope.groups.value
        == ScopeList([ScopeTerm("adult.female"), ScopeTerm("child.male", .unknown)]))
    #expect(service.capacity.value?.meanStayDays.value == 45)
    #expect(document.relations[0].evidence[0].confidence.value == 0.8)
    #expect(document.relations[0].intensity.value == 3)
  }

  @Test(
    "each value that cannot be read is one error at its place, with what is expected",
    arguments: [
      (
        "organizations: [{id: a b}]",
        "2:22 error DOC001: `id` of organization number 1 is “a b”; expected an id: a letter or digit, then at most 127 letters, digits, `.`, `_` or `-`, without `/`."
      ),
      (
        "organizations: [{id: a, answered: 2025-02-30}]",
        "2:35 error DOC001: `answered` of organization `a` is “2025-02-30”; expected `no`, or a day of the calendar, and February 2025 has 28 days."
      ),
      (
        "organizations: [{id: a, groups: []}]",
        "2:33 error DOC001: `groups` of organization `a` is an empty list; leave the key out where it is not known."
      ),
      (
        "organizations: [{id: a, groups: [x, x=no]}]",
        "2:33 error DOC001: `groups` of organization `a` gives one code two different answers."
      ),
      (
        "organizations: [{id: a, tlp: PURPLE}]",
        "2:30 error DOC001: `tlp` of organization `a` is “PURPLE”; expected CLEAR, GREEN, AMBER, AMBER+STRICT or RED."
      ),
      (
        "organizations: [{id: a, services: [{id: s, capacity: {maximum: 1:0}}]}]",
        "2:64 error DOC001: `capacity.maximum` of service `s` of organization `a` is “1:0”; expected a number of at least 0, such as 24 or 0.5."
      ),
      (
        "relations: [{from: a, to: b, kind: refers_to, intensity: 5}]",
        "2:58 error DOC001: `intensity` of relation “a refers_to b” is “5”; expected a whole number from 1 to 4."
      ),
      (
        "sites: [{id: s, latitude: north-ish}]",
        "2:27 error DOC001: `latitude` of site `s` cannot be read; expected degrees from -90 to 90."
      ),
      (
        "organizations: [{id: a, name: [x]}]",
        "2:31 error DOC001: `name` of organization `a` is a list; expected text."
      ),
      (
        "organizations: police",
        "2:16 error DOC001: `organizations` is “police”; expected a list of entries, each after a dash."
      ),
      (
        "organizations: [police]",
        "2:17 error SYN001: `organizations` holds a text where an organization should stand, as `key: value`."
      ),
      (
        "assume: {case: any}",
        "2:9 error DOC001: `assume` is a map; expected a map of areas, groups, cases, such as {cases: any}."
      ),
      (
        "tlp: tlp:white",
        "2:6 warning VOC002: `tlp` says WHITE, which TLP 2.0 renamed to CLEAR; it is read as CLEAR."
      ),
      (
        "organizations: [{id: a, secotr: media}]",
        "2:25 error DOC002: `secotr` of organization `a` is not a key that Liaison knows; did you mean `sector`?"
      ),
      ("victims: [{}]", "2:1 warning DOC002: `victims` is not a key that Liaison knows."),
      (
        "organisations: [{id: a}]",
        "2:1 error DOC002: `organisations` is not a key that Liaison knows; did you mean `organizations`?"
      ),
      (
        "organizations: [{id: a, sector: media, sectro: media}]",
        "2:40 warning DOC002: `sectro` of organization `a` is not a key that Liaison knows; did you mean `sector`?"
      ),
      (
        "agreements: [{id: m, expires: 2025-06-30}]",
        "2:22 error DOC002: `expires` of agreement `m` is not a key that Liaison knows; did you mean `valid_until`?"
      ),
      (
        "agreements: [{id: m, valid_until: 31/06/2025}]",
        "2:35 error DOC001: `valid_until` of agreement `m` is “31/06/2025”; expected a date written year-month-day, such as 2025-06-30."
      ),
      (
        "agreements: [{id: m, valid_until: 2025-06-31}]",
        "2:35 error DOC001: `valid_until` of agreement `m` is “2025-06-31”; expected a day of the calendar, and June has 30 days."
      ),
      (
        "vocabulary: {sectros: {}}",
        "2:14 error DOC002: `vocabulary.sectros` is not a key that Liaison knows; did you mean `sectors`?"
      ),
    ])
  func values(text: String, problem: String) {
    #expect(Self.problems("liaison: 1\n" + text) == [problem])
  }

  @Test("The keys that are known where one is not, are told once")
  func knownKeys() {
    let document = NetworkReader.document(
      yaml: """
        liaison: 1
        areas: [{id: a, colour: red}, {id: b, colour: blue, nmae: B}]
        """)
    #expect(
      document.problems.map(\.suggestion) == [
        "Known here are \(AreaEntry.schema.keys.dropLast().map { "`\($0)`" }.joined(separator: ", "))"
          + " and `\(AreaEntry.schema.keys.last ?? "")`.",
        nil, "Write `name`.",
      ])
  }

  @Test("no diagnostic shows personal data")
  func privacy() {
    let text = """
      liaison: 1
      sites: [{id: s, longitude: 67.0011 E, phone: [0300-1234567], contact: {a: b}}]
      organizations: [{id: 0300 1234567, tlp: amina@example.org, amina@example.org: x}]
      """
    let said = Self.problems(text).joined(separator: "\n")
    #expect(said.contains("`phone` of site `s` is a list"))
    #expect(said.contains("`tlp` of organization number 1 is (withheld)"))
    for secret in ["67.0011", "1234567", "amina"] { #expect(!said.contains(secret), "\(said)") }
  }

  @Test(
    "a file that is no network is said to be none",
    arguments: [
      ("", "The file is empty; a network begins with `liaison: 1`."),
      (
        "- a\n- b\n",
        "The file holds a list where a network should stand; it begins with `liaison: 1`, an edge list with `source,target`."
      ),
      (
        "title: x\n",
        "`liaison` is not written; a network begins with `liaison: 1`, the version of its format."
      ),
      ("liaison: 2\n", "`liaison` is “2”; expected the format's version, 1."),
    ])
  func notANetwork(text: String, sentence: String) {
    #expect(NetworkReader.document(yaml: text).problems.map(\.sentence) == [sentence])
  }

  @Test("a broken line costs its entry, and the rest is read")
  func recovery() {
    let document = NetworkReader.document(
      yaml: "liaison: 1\norganizations:\n  - {id: a}\n  - {id: b, name: \"open}\n")
    #expect(document.problems.contains { $0.rule == "SYN001" && $0.severity == .error })
    #expect(document.organizations.first?.id.value == "a")
  }

  @Test("an empty value is an absent one")
  func null() {
    let document = NetworkReader.document(
      yaml: "liaison: 1\norganizations:\n  - id: a\n    groups:\n    note: ~\n    colour:\n")
    #expect(document.organizations[0].scope.groups.isAbsent)
    #expect(document.organizations[0].note.isAbsent)
    #expect(document.organizations[0].unknown.map(\.key) == ["colour"])
  }

  @Test("JSON is read as YAML is")
  func json() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/n.json"
    try Data(#"{"liaison": 1, "organizations": [{"id": "a", "entry_point": true}]}"#.utf8)
      .write(to: URL(filePath: path))
    let document = try NetworkReader.read(path: path)
    #expect(document.problems.isEmpty)
    #expect(document.organizations[0].entryPoint.value?.always.value == true)
  }

  @Test("a missing file, a folder without a network: 66")
  func missing() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path + "/none.yaml", folder.path, ""] {
      #expect {
        _ = try NetworkReader.read(path: path)
      } throws: { error in
        (error as? FileError)?.exitCode == 66
      }
    }
  }
}
