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
