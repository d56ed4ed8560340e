import Foundation
import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("A network is the same in either form")
struct RoundTripTests {
  @Test("generated networks resolve", arguments: 0..<20)
  func valid(seed: UInt64) throws {
    let document = GeneratedNetwork(seed: seed).document
    let read = NetworkReader.document(yaml: NetworkWriter.yaml(document))
    #expect(read.problems.map(\.sentence) == [])
    _ = try NetworkResolver.resolve(
      read, vocabulary: Vocabulary.shipped.extended(by: document.vocabulary))
  }

  @Test("what is written as YAML is read back", arguments: 0..<60)
  func yaml(seed: UInt64) throws {
    let document = GeneratedNetwork(seed: seed, isOdd: true).document
    let bytes = NetworkWriter.yaml(document)
    let read = NetworkReader.document(yaml: bytes)
    #expect(read.problems.filter { $0.severity == .error }.map(\.sentence) == [])
    Self.expectEqual(read, document, "seed \(seed)")
    #expect(NetworkWriter.yaml(read) == bytes)
  }

  @Test("what is written as a folder is read back", arguments: 0..<60)
  func folder(seed: UInt64) throws {
    let document = GeneratedNetwork(seed: seed, isOdd: true).document
    let folder = try TemporaryFolder()
    let path = folder.path + "/net"
    try NetworkWriter.write(document, to: path, as: .folder)
    let read = try NetworkReader.read(path: path)
    #expect(read.problems.filter { $0.severity == .error }.map(\.sentence) == [])
    Self.expectEqual(read, document, "seed \(seed)")
    let first = NetworkWriter.files(document)
    let second = NetworkWriter.files(read)
    #expect(first.map(\.name) == second.map(\.name) && first.map(\.bytes) == second.map(\.bytes))
    #expect(NetworkWriter.yaml(read) == NetworkWriter.yaml(document))
  }

  /// Values that cannot be read, owners that cannot be named: nothing is lost.
  @Test("a broken network is the same in either form")
  func broken() throws {
    let text = """
      liaison: 1
      tlp: PURPLE
      boundary: everything
      organizations:
        - {id: a, name: [x], tlp: pink, groups: [], areas: [north=yes, north=no], services: none}
        - {id: a, services: [{id: s, type: shelter, capacity: {unit: [beds], maximum: many}}]}
        - {id: "no id", services: [{id: s, type: hotline}], caseload: [{per_month: -1}]}
        - {id: b, services: [{organization: c, id: s}], entry_point: sometimes, answered: yes}
        - {id: c, entry_point: {groups: adult, colour: red}, valid_from: 2025-02-30, groups: 5=maybe}
      services: [{organization: c, id: t, type: hotline}, {organization: nobody, id: u}]
      relations:
        - {from: a, to: b, kind: refers_to, evidence: [{answer: yes}], intensity: 9}
        - {from: a, to: b, kind: refers_to, evidence: [{answer: no, confidence: 7}]}
        - {from: a, kind: refers_to, evidence: [{relation: x, source: s}]}
      evidence: [{relation: {from: b, kind: funds, to: c}, source: s}, {relation: [x], source: t}]
      agreements: [{id: m, parties: []}, {id: m, parties: [a]}, {id: n, parties: {a: b}}]
      sites: here
      """
    let document = NetworkReader.document(yaml: text)
    #expect(document.organizations[4].services.map(\.id.value) == ["t"])
    #expect(document.orphanServices.map(\.id.value) == ["u"])
    #expect(document.orphanEvidence.count == 2)
    let yaml = NetworkReader.document(yaml: NetworkWriter.yaml(document))
    Self.expectEqual(yaml, document, "yaml")
    #expect(yaml.problems.map(\.sentence).sorted() == document.problems.map(\.sentence).sorted())
    let folder = try TemporaryFolder()
    try NetworkWriter.write(document, to: folder.path + "/net", as: .folder)
    Self.expectEqual(try NetworkReader.read(path: folder.path + "/net"), document, "folder")
  }

  @Test("a folder that is written again keeps no row of the network before")
  func overwriting() throws {
    let folder = try TemporaryFolder()
    try NetworkWriter.write(GeneratedNetwork(seed: 1).document, to: folder.path, as: .folder)
    var small = NetworkDocument()
    small.header.version = .of(1)
    try NetworkWriter.write(small, to: folder.path, as: .folder)
    let read = try NetworkReader.read(path: folder.path)
    #expect(read == small)
    #expect(read.problems.isEmpty)
  }

  /// Compares table by table, so that a failure names the entry.
  static func expectEqual(_ a: NetworkDocument, _ b: NetworkDocument, _ comment: Comment) {
    if a == b { return }
    #expect(a.header == b.header, comment)
    #expect(a.vocabulary == b.vocabulary, comment)
    #expect(a.unknown == b.unknown, comment)
    func compare<Entry: SchemaEntry>(_ x: [Entry], _ y: [Entry]) {
      #expect(x.count == y.count, "\(Entry.schema.noun) \(comment)")
      for (p, q) in zip(x, y) where p != q {
        Issue.record("\(comment): \(Entry.schema.node(p))\n\n≠\n\n\(Entry.schema.node(q))")
        return
      }
    }
    compare(a.areas, b.areas)
    compare(a.organizations, b.organizations)
    compare(a.orphanServices, b.orphanServices)
    compare(a.sites, b.sites)
    compare(a.bodies, b.bodies)
    compare(a.agreements, b.agreements)
    compare(a.relations, b.relations)
    compare(a.orphanEvidence, b.orphanEvidence)
    compare(a.activities, b.activities)
    compare(a.accepted, b.accepted)
    compare(a.releases, b.releases)
    #expect(a == b)
  }
}
