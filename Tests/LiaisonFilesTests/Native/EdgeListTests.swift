import Foundation
import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("A plain edge list is a network of relations without a kind")
struct EdgeListTests {
  static func read(_ edges: String, nodes: String? = nil) throws -> NetworkDocument {
    let folder = try TemporaryFolder()
    try Data(edges.utf8).write(to: URL(filePath: folder.path + "/edges.csv"))
    if let nodes { try Data(nodes.utf8).write(to: URL(filePath: folder.path + "/nodes.csv")) }
    return try NetworkReader.read(
      path: folder.path + "/edges.csv", nodes: nodes.map { _ in folder.path + "/nodes.csv" })
  }

  @Test("ids are kept as they are, weights and other columns too")
  func edges() throws {
    let document = try Self.read(
      "Source,Target,Weight,since\nA & B,پولیس,2.5,2020\nA & B,A & B,4,\nx,A & B,1,\n")
    #expect(document.isPlainEdgeList)
    #expect(document.problems.isEmpty)
    #expect(document.organizations.map(\.id.value) == ["A & B", "پولیس", "x"])
    #expect(document.relations.map(\.weight.value) == [2.5, 4, 1])
    #expect(document.relations[0].unknown.map(\.key) == ["since"])
    #expect(document.relations[1].from.value == document.relations[1].to.value)
    #expect(document.relations.allSatisfy { $0.kind.isAbsent })
  }

  @Test("a table of nodes gives order, names and isolates")
  func nodes() throws {
    let document = try Self.read(
      "source;target\na;b\n", nodes: "id,label,sector,wealth\nc,See,media,3\nb,Bee,,\na,Ay,,\n")
    #expect(document.organizations.map(\.id.value) == ["c", "b", "a"])
    #expect(document.organizations.map(\.name.value) == ["See", "Bee", "Ay"])
    #expect(document.organizations[0].sector.value == "media")
    #expect(document.organizations[0].unknown.map(\.key) == ["wealth"])
    let missing = try Self.read("source,target\na,z\n", nodes: "id\na\n")
    #expect(missing.problems.map(\.severity) == [.warning])
  }

  @Test("a weight or an end that cannot be read is an error with its place")
  func problems() throws {
    let document = try Self.read("source,target,weight\na,b,heavy\n,b,1\na,\u{202E}b,1\n")
    #expect(document.problems.count == 3)
    #expect(document.problems.allSatisfy { $0.severity == .error })
    #expect(document.problems[0].sentence.contains("“heavy”; expected a number"))
  }

  @Test("a weight that is left out beside written ones is an error; where all are, there are none")
  func missingWeight() throws {
    let some = try Self.read("source,target,weight\na,b,2\nb,c,\n")
    #expect(some.problems.map(\.severity) == [.error])
    #expect(some.problems.first?.sentence.contains("row 3") == true)
    let none = try Self.read("source,target,weight\na,b,\nb,c,\n")
    #expect(none.problems.isEmpty)
    #expect(none.relations.map(\.weight.value) == [nil, nil])
  }

  @Test("a sheet that is no edge list is refused with a way on")
  func other() {
    #expect {
      _ = try Self.read("a,b\nc,d\n")
    } throws: { error in
      let error = error as? FileError
      return error?.exitCode == 65 && error?.hint?.contains("init --from") == true
    }
  }

  @Test("made native it reads back and resolves", arguments: [true, false])
  func native(isDirected: Bool) throws {
    let document = try Self.read("source,target\nA & B,پولیس\nA & B,پولیس\nx,A & B\n")
      .nativized(isDirected: isDirected)
    let read = NetworkReader.document(yaml: NetworkWriter.yaml(document))
    #expect(read.problems.map(\.sentence) == [])
    #expect(read == document)
    #expect(read.organizations.map(\.id.value) == ["a-and-b", "node-2", "node-3"])
    #expect(read.organizations.map(\.name.value) == ["A & B", "پولیس", "x"])
    let network = try NetworkResolver.resolve(
      read, vocabulary: Vocabulary.shipped.extended(by: read.vocabulary))
    #expect(network.relations.allSatisfy { $0.isDirected == isDirected && $0.family == .joint })
  }

  @Test("two ids that differ only in how an accent is written stay two")
  func accents() throws {
    let read = try Self.read("source,target\ncaf\u{E9},b\ncafe\u{301},c\n")
    let document = read.nativized(isDirected: true)
    let ids = document.organizations.compactMap(\.id.value)
    #expect(Set(ids).count == 4)
    #expect(document.relations.map(\.from.value) == [ids[0], ids[2]])
  }
}
