import Foundation
import LiaisonFiles
import LiaisonModel
import Testing

@Suite("Shipped data")
struct ShippedDataTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Sources/LiaisonFiles/Resources").standardized

  @Test("each file is under 16 kB, all under 64 kB, names differ")
  func sizes() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder, includingPropertiesForKeys: [.fileSizeKey])
    let sizes = try files.map { try $0.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0 }
    #expect(files.count >= 3)
    #expect(sizes.allSatisfy { $0 < 16_000 })
    #expect(sizes.reduce(0, +) < 64_000)
    let names = files.map { $0.deletingPathExtension().lastPathComponent.lowercased() }
    #expect(Set(names).count == names.count)
  }

  @Test("the vocabulary has no problem and knows its words")
  func vocabulary() throws {
    let bytes = try [UInt8](Data(contentsOf: Self.folder.appending(path: "vocabulary.yaml")))
    let yaml = YAMLReader.read(bytes: bytes)
    #expect(yaml.problems.isEmpty)
    var decoder = EntryDecoder()
    var read = Vocabulary()
    read.add(try #require(yaml.root), &decoder)
    #expect(decoder.findings.map(\.sentence) == [])
    let vocabulary = ShippedData.vocabulary
    #expect(read == vocabulary)
    #expect(vocabulary.name(ofService: "shelter.emergency") == "emergency shelter")
    #expect(vocabulary.service("hotline")?.isGateway == true)
    #expect(vocabulary.service("shelter.emergency")?.isGateway == false)
    #expect(vocabulary.phrase(of: "adult.male", in: .groups) == "an adult man")
    #expect(vocabulary.plural(of: "worker.trade_union", in: .sectors) == "trade unions")
    // A group of sectors has a name of its own, or that of those below it.
    #expect(
      vocabulary.plural(of: "ngo", in: .sectors)
        == "specialised, national and international NGOs")
    #expect(vocabulary.plural(of: "worker", in: .sectors) == "trade unions")
    #expect(vocabulary.name(of: "legal", in: .sectors) == "legal aid body or bar")
    #expect(vocabulary.plural(of: "nowhere", in: .sectors) == "nowhere")
    #expect(vocabulary.relation("refers_to")?.family == .referral)
    #expect(vocabulary.relation("refers_to")?.to == [.organization, .service])
    #expect(vocabulary.relation("joint_casework")?.isDirected == false)
    #expect(vocabulary.relation("distrusts")?.tlp == .amberStrict)
    #expect(vocabulary.statusAnswers["dormant"] == .unknown)
    #expect(vocabulary.statusAnswers["active"] == .yes)
    #expect(vocabulary.deprecated.contains { $0.code == "WHITE" && $0.replacement == "CLEAR" })
    #expect(
      vocabulary.leafGroups == [
        "adult.female", "adult.male", "adult.other", "child.female", "child.male", "child.other",
      ])
    #expect(vocabulary.name(of: "ad_hoc", in: .feedback) == "ad hoc")
    for list in Vocabulary.List.allCases { #expect(!vocabulary.terms(list).isEmpty, "\(list)") }
  }

  @Test("each shipped standard reads, and every expectation has a citation")
  func standards() throws {
    #expect(ShippedData.standardIDs == ["four-pillars", "partnership"])
    for id in ShippedData.standardIDs {
      let text = try #require(ShippedData.standardText(id))
      let result = StandardReader.decode(text, path: "\(id).yaml")
      #expect(result.problems.map(\.sentence) == [])
      let standard = try #require(ShippedData.standard(id))
      #expect(standard.id == id)
      #expect(!standard.expectations.isEmpty)
      #expect(standard.expectations.allSatisfy { !$0.citation.isEmpty })
    }
    #expect(ShippedData.standard("none") == nil)
  }

  @Test("a document adds words, and a word that is there gets its name")
  func extending() {
    let document = NetworkReader.document(
      yaml: """
        liaison: 1
        vocabulary:
          sectors:
            gov.fisheries: {name: fisheries office, plural: fisheries offices, name_ur: ماہی گیری}
            media: {name: press}
          services: {shelter.boat: {name: shelter on a boat, pillar: 2}}
          relations: {warns: {family: information, phrase: warns}}
          statuses: {resting: unknown}
        """)
    #expect(document.problems.map(\.sentence) == [])
    let vocabulary = Vocabulary.shipped.extended(by: document.vocabulary)
    #expect(vocabulary.plural(of: "gov.fisheries", in: .sectors) == "fisheries offices")
    #expect(vocabulary.name(of: "media", in: .sectors) == "press")
    #expect(
      vocabulary.terms(.sectors).count == Vocabulary.shipped.terms(.sectors).count + 1)
    #expect(vocabulary.service("shelter.boat")?.pillar == "2")
    #expect(vocabulary.relation("warns")?.family == .information)
    #expect(vocabulary.statusAnswers["resting"] == .unknown)
  }

  @Test(
    "a standard with a mistake is refused, with the place and what is known",
    arguments: [
      (
        "liaison_standard: 1\nid: a\ntitle: A\nsevices: [x]\nexpectations: []\n",
        "did you mean `services`?"
      ),
      (
        "liaison_standard: 1\nid: a\ntitle: A\nexpectations: [{id: e, kind: presence, severity: error}]\n",
        "Expectation `e` has no `citation`."
      ),
      (
        "liaison_standard: 1\nid: a\ntitle: A\nexpectations: [{id: e, kind: k, severity: bad, citation: c}]\n",
        "`severity` of expectation `e` of standard `a` is “bad”; expected error, warning or info."
      ),
      (
        "id: a\ntitle: A\nexpectations: [{id: e, kind: k, severity: error, citation: c}]\n",
        "The file does not begin with `liaison_standard: 1`."
      ),
      ("", "The file is empty; a standard begins with `liaison_standard: 1`."),
    ])
  func mistakes(text: String, sentence: String) {
    let result = StandardReader.decode(Array(text.utf8), path: "s.yaml")
    #expect(result.standard == nil)
    #expect(result.problems.contains { $0.sentence.contains(sentence) }, "\(result.problems)")
  }
}
