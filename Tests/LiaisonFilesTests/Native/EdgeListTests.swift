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
    #expect(document.problems.map(\.sentence) == ["The column “since” is not read."])
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

  @Test("a weight under another name is told with the name that is read")
  func otherWeight() throws {
    let document = try Self.read("source,target,Frequency,note\na,b,3,x\n")
    let problem = try #require(document.problems.first)
    #expect(problem.severity == .warning && document.problems.count == 1)
    #expect(
      problem.sentence == "The columns “Frequency”, “note” are not read: every tie weighs the "
        + "same. Weights are read from a column called `weight`.")
    #expect(document.sources.location(of: problem.place)?.column == 15)
  }

  @Test("a comma is the decimal mark of weights where semicolons or tabs stand between the cells")
  func decimalComma() throws {
    for delimiter in [";", "\t"] {
      let text = ["source,target,weight", "a,b,X", "b,c,2"].joined(separator: "\n")
        .replacing(",", with: delimiter).replacing("X", with: "1,5")
      let document = try Self.read(text)
      #expect(document.problems.isEmpty)
      #expect(document.relations.map(\.weight.value) == [1.5, 2])
    }
    let comma = try Self.read("source,target,weight\na,b,\"1,5\"\n")
    #expect(comma.problems.map(\.severity) == [.error])
  }

  @Test("an end with a space around it says so, and shows it")
  func outerSpace() throws {
    let document = try Self.read("source,target\na,police \n")
    #expect(document.problems.count == 1)
    #expect(document.problems[0].sentence.contains("is “police ”, with a space before or after it"))
  }

  @Test("many ends with a space around them are one line with a count and the first three places")
  func outerSpaces() throws {
    let rows = (0..<49).map { "n\($0), b\($0)\n" }.joined()
    let document = try Self.read("source,target\n" + rows)
    #expect(document.problems.count == 1)
    #expect(
      document.problems[0].sentence
        == "The file has 49 ids with a space before or after them: “ b0” (2:4), “ b1” (3:4), “ b2” (4:4) "
        + "and 46 more; take the spaces away, so that none is another node than the same without.")
    #expect(document.problems[0].severity == .error)
    #expect(document.sources.location(of: document.problems[0].place)?.line == 2)
  }

  @Test("a cell that is no weight is told what to write instead, where that can be told")
  func weightAdvice() throws {
    func words(_ cell: String, delimiter: String = ",") throws -> String {
      let quoted = cell.contains(delimiter) ? "\"\(cell)\"" : cell
      let rows = [["source", "target", "weight"], ["a", "b", quoted]]
      let document = try Self.read(
        rows.map { $0.joined(separator: delimiter) + "\n" }.joined())
      #expect(document.problems.count == 1 && document.problems.first?.severity == .error)
      return document.problems.first?.sentence ?? ""
    }
    #expect(
      try words("1,200").hasSuffix(
        "is “1,200”; where the comma parts thousands write 1200, where it is the decimal mark 1.200."
      ))
    #expect(try words("2,5").hasSuffix("write 2.5: the decimal mark here is a point."))
    #expect(try words("1,200,300").hasSuffix("write 1200300, without a mark between thousands."))
    #expect(try words("1,200.5").hasSuffix("write 1200.5, without a mark between thousands."))
    #expect(
      try words("1.200,5", delimiter: ";").hasSuffix(
        "is “1.200,5”; write 1200,5, without a mark between thousands."))
    #expect(try words("1 200").hasSuffix("write 1200, without a mark between thousands."))
    for cell in ["NA", "n/a", "-"] {
      #expect(
        try words(cell).hasSuffix(
          "write the weight as a number, or take the row out where it is not known."), "\(cell)")
    }
    for cell in ["7%", "1,,2", "1,2x", "1.2.3,4,5", "--5"] {
      #expect(try words(cell).hasSuffix("expected a number such as 3 or 0.5."), "\(cell)")
    }
  }

  @Test("ids that look alike are two nodes, and told with their places where no table has them")
  func lookAlikes() throws {
    let document = try Self.read("from,to\npp,li\nPP,bg\nWomen’s Shelter,li\nWomen's Shelter,bg\n")
    #expect(document.organizations.count == 6)
    #expect(document.problems.map(\.severity) == [.warning])
    #expect(
      document.problems[0].sentence
        == "The file has ids that look alike and are nodes of their own: “pp” (2:1) and “PP” (3:1); "
        + "“Women’s Shelter” (4:1) and “Women's Shelter” (5:1); write them alike where one is meant."
    )
    #expect(document.sources.location(of: document.problems[0].place)?.line == 3)
    // The digits of these are grouped in other ways, and those of the table are known to be two.
    #expect(try Self.read("from,to\n1.1,11\n2-1,21\nn1,n2\n").problems.isEmpty)
    #expect(try Self.read("from,to\npp,PP\n", nodes: "id\npp\nPP\n").problems.isEmpty)
    // What reads fast and says nothing leaves such a list to what does.
    let bytes = Array("from,to\npp,li\nPP,bg\n".utf8)
    #expect(EdgeTable.read(InputFile(path: "x.csv", bytes: bytes)) == nil)
  }

  @Test("what the table of nodes lacks is told what may be meant")
  func nearNodes() throws {
    let document = try Self.read(
      "source,target\npolice,curt\n", nodes: "id\npolice\ncourt\n")
    #expect(
      document.problems.first?.sentence
        == "The file names the node “curt”, which the table of nodes lacks; it has no name or group; "
        + "perhaps “court” is meant.")
    let two = try Self.read(
      "source,target\npolise,curt\n", nodes: "id\npolice\ncourt\n")
    #expect(
      two.problems.first?.sentence.hasSuffix(
        "“polise”, “curt”; perhaps “polise” is to be “police”, “curt” is to be “court”.") == true)
  }

  @Test("a list in a file of another name is read where its first line names source and target")
  func otherName() throws {
    let folder = try TemporaryFolder()
    let list = try folder.write("source\ttarget\na\tb\n", to: "edges.txt")
    let document = try NetworkReader.read(path: list)
    #expect(document.isPlainEdgeList && document.relations.count == 1)
    let other = try NetworkReader.read(path: folder.write("a b\n", to: "other.txt"))
    #expect(other.problems.count == 1)
    #expect(other.problems[0].sentence.contains("an edge list with `source,target`"))
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
      return error?.exitCode == 65 && error?.hint?.contains("`liaison init NETWORK --from ") == true
    }
  }

  @Test("a header that stands in the list again is left out, and told; so in the table of nodes")
  func headerAgain() throws {
    let document = try Self.read(
      "source,target,weight\na,b,2\nSource,Target,Weight\nb,c,1\n", nodes: "id\na\nb\nid\nc\n")
    #expect(document.organizations.map(\.id.value) == ["a", "b", "c"])
    #expect(document.relations.map(\.weight.value) == [2, 1])
    let problems = document.problems
    #expect(problems.map(\.severity) == [.warning, .warning])
    let words = "The file repeats its header here; the row is left out."
    #expect(problems.allSatisfy { $0.sentence == words })
    let places = problems.compactMap { document.sources.location(of: $0.place)?.text }
    #expect(places.map { $0.suffix(13) } == ["nodes.csv:4:1", "edges.csv:3:1"])
    // Other columns than the header's are a tie.
    let tie = try Self.read("from,to\na,b\nsource,target\n")
    #expect(tie.relations.count == 2 && tie.problems.isEmpty)
  }

  @Test(
    "what the table of nodes lacks, and who of it is in no tie, is one line each with three names")
  func otherNodes() throws {
    let document = try Self.read(
      "source,target\na,v\nw,x\ny,a\n", nodes: "id\na\nb\nc\n")
    #expect(document.organizations.count == 7)
    #expect(document.problems.map(\.severity) == [.warning, .info])
    #expect(
      document.problems.map(\.sentence) == [
        "The file names 4 nodes that the table of nodes lacks, and which have no name or group: "
          + "“v”, “w”, “x” and 1 more.",
        "The file names 2 nodes that are in no tie, and count as nodes without ties: “b”, “c”.",
      ])
    let places = document.problems.compactMap { document.sources.location(of: $0.place)?.text }
    #expect(places.map { $0.suffix(13) } == ["edges.csv:2:3", "nodes.csv:3:1"])
    #expect(try Self.read("source,target\na,b\n", nodes: "id\nb\na\n").problems.isEmpty)
  }

  @Test("a list with a header alone has no ties, which is told")
  func headerAlone() throws {
    let document = try Self.read("source,target\n", nodes: "id\na\n")
    #expect(document.organizations.count == 1 && document.relations.isEmpty)
    #expect(
      document.problems.map(\.sentence) == [
        "The list has a header and no rows: there are no ties."
      ])
    #expect(document.problems.map(\.severity) == [.warning])
  }

  @Test("what is no UTF-8, and a quote that stays open, are one error each")
  func unread() throws {
    let folder = try TemporaryFolder()
    func problems(_ bytes: [UInt8]) throws -> [String] {
      try Data(bytes).write(to: URL(filePath: folder.path + "/edges.csv"))
      let document = try NetworkReader.read(path: folder.path + "/edges.csv")
      return document.problems.map {
        let place = document.sources.location(of: $0.place)?.text ?? ""
        return "\(place.split(separator: "/").last ?? "") \($0.sentence)"
      }
    }
    #expect(
      try problems(Array("source,target\na,Caf".utf8) + [0xE9, 0x0A, 0xE8, 0x2C, 0x62, 0x0A]) == [
        "edges.csv:2:6 The file is not UTF-8 but looks like Latin-1, Windows-1252 or the like: here "
          + "is the byte 0xE9."
      ])
    #expect(
      try problems([0xFF, 0xFE] + Array("s\0o\0".utf8)) == [
        "edges.csv:1:1 The file is UTF-16, not UTF-8."
      ])
    #expect(
      try problems(Array("source,target\na,\"b\nb,c\n".utf8)) == [
        "edges.csv:2:3 The quote that opens here is not closed."
      ])
    #expect(
      try problems(Array("source,\"target\na,b\n".utf8)) == [
        "edges.csv:1:8 The quote that opens here is not closed."
      ])
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
