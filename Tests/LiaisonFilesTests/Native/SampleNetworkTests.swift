import Foundation
import LiaisonFiles
import LiaisonModel
import Testing

@Suite("The sample networks are read whole")
struct SampleNetworkTests {
  static let graphs = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../graphs").standardized.path

  @Test(
    "Samundar and Islamabad read and resolve",
    arguments: [
      "samundar", "samundar-2024", "islamabad-2022.yaml",
    ])
  func clean(name: String) throws {
    let document = try NetworkReader.read(path: "\(Self.graphs)/\(name)")
    #expect(document.problems.map(\.sentence) == [])
    #expect(document.orphanServices.isEmpty && document.orphanEvidence.isEmpty)
    #expect(document.organizations.count > 5)
    _ = try NetworkResolver.resolve(
      document, vocabulary: Vocabulary.shipped.extended(by: document.vocabulary))
  }

  @Test("Islamabad says of each relation what the account says, in no language but its own")
  func account() throws {
    let document = try NetworkReader.read(path: "\(Self.graphs)/islamabad-2022.yaml")
    #expect(document.relations.count == 4)
    for relation in document.relations {
      for evidence in relation.evidence {
        // The account is nobody's answer about itself, and each line of it stands in its own words.
        #expect(evidence.reporter.value == "third")
        #expect(evidence.source.value?.contains("“") == true)
      }
    }
    let answers = document.relations.map { $0.evidence.map(\.answer.value) }
    #expect(answers == [[.yes, .yes], [.unknown], [.unknown], [.unknown]])
    #expect(document.organizations.allSatisfy { $0.names.isEmpty && $0.tier.isAbsent })
    #expect(document.areas.allSatisfy { $0.names.isEmpty })
    #expect(document.activities.first { $0.id.value == "nap-2021-2025" }?.leads.isAbsent == true)
    let account = "/work/shared/sources/000_50553d4c8ab83cea.txt"
    guard let text = try? String(contentsOfFile: account, encoding: .utf8) else { return }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for organization in document.organizations where organization.id.value != "police" {
      let name = try #require(organization.name.value)
      #expect(words.contains(name), "\(name)")
    }
    for evidence in document.relations.flatMap(\.evidence) {
      for quoted in (evidence.source.value ?? "").split(separator: "“").dropFirst() {
        let quote = String(quoted.split(separator: "”").first ?? "")
        #expect(words.contains(quote), "\(quote)")
      }
    }
  }

  @Test("the draft is read, and its withdrawn label told")
  func draft() throws {
    let document = try NetworkReader.read(path: "\(Self.graphs)/samundar-draft")
    #expect(document.problems.map(\.rule) == ["VOC002"])
    #expect(document.header.tlp.value == .clear)
    #expect(!document.organizations.isEmpty)
  }

  @Test(
    "each sample is the same network as one file and as a folder",
    arguments: ["samundar", "samundar-2024", "islamabad-2022.yaml", "samundar-draft"])
  func roundTrip(name: String) throws {
    let document = try NetworkReader.read(path: "\(Self.graphs)/\(name)")
    let yaml = NetworkReader.document(yaml: NetworkWriter.yaml(document))
    #expect(yaml == document)
    let folder = try TemporaryFolder()
    try NetworkWriter.write(document, to: folder.path + "/net", as: .folder)
    #expect(try NetworkReader.read(path: folder.path + "/net") == document)
  }
}
