import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("A plain edge list read as numbers")
struct EdgeTableTests {
  static func table(_ text: String, limits: InputLimits = .standard) -> EdgeTable? {
    EdgeTable.read(InputFile(path: "edges.csv", bytes: Array(text.utf8)), limits: limits)
  }

  @Test(
    "nodes, edges and weights are those of the document",
    arguments: [
      "source,target\na,b\nb,c\na,b\nc,c\n",
      "\u{FEFF}Target;Weight;Source\r\nb;2.5;a\r\nپولیس;3;b\r\n\r\na;1e3;A & B",
      "from\tto\tsince\nx\ty\t2020\ny\tx\t\n", "source,target,Frequency\na,b,3\n",
      "source;target;weight\na;b;1,5\nb;c;2\n", "source\ttarget\tweight\na\tb\t-0,25\n",
      "to,source,from,target\n1,2,3,4\n4,1,2,3\n",
      "source,target\r\u{E9},b\rb,a\r",
    ])
  func asDocument(text: String) throws {
    let table = try #require(Self.table(text))
    let document = try EdgeListTests.read(text)
    #expect(document.problems.map(\.sentence) == [table.unread?.sentence].compactMap(\.self))
    let ids = document.organizations.map { $0.id.value ?? "" }
    #expect(table.ids.map { Array($0.utf8) } == ids.map { Array($0.utf8) })
    func ends(_ places: [Int32]) -> [[UInt8]] { places.map { Array(table.ids[Int($0)].utf8) } }
    #expect(ends(table.sources) == document.relations.map { Array(($0.from.value ?? "").utf8) })
    #expect(ends(table.targets) == document.relations.map { Array(($0.to.value ?? "").utf8) })
    let written = document.relations.map(\.weight.value)
    #expect(table.weights == (written.contains { $0 != nil } ? written.map { $0 ?? 1 } : nil))
  }

  @Test(
    "a file that a reader should hear of, or that is quoted, is left to the document",
    arguments: [
      "", "\n", "source,target", "a,b\nc,d\n", "\nsource,target\na,b\n",
      "sep=;\nsource;target\na;b\n",
      "source,target\na\n", "source,target\na,b,c\n", "source,target\n,b\n",
      "source,target\na, b\n",
      "source,target\na,\u{202E}b\n", "source,target\na,\"b\"\n", "source,target\n'=a,b\n",
      "source,target,weight\na,b,heavy\n", "source,target,weight\na,b,2\nb,c,\n",
      "source,target,weight\na,b, \n", "source;target;weight\na;b;1,5,0\n",
      "source;target;weight\na;b;1.000,5\n", "source,target,weight\na,b,1,5\n",
      "source,target,\na,b,c\n", "source,target,weight\n",
      "source,target\na,b\nSource,target\nb,c\n",
      "source,target,source\na,b,c\n", "source,target\na,\u{0}b\n",
      // Two ids that look alike.
      "source,target\re\u{301},\u{E9}\r\u{E9},a\r",
    ])
  func left(text: String) {
    #expect(Self.table(text) == nil)
  }

  @Test("the limit of cells is that of the document")
  func limits() {
    let text = "source,target\na,b\nb,c\n"
    #expect(Self.table(text, limits: InputLimits(nodes: 6)) != nil)
    #expect(Self.table(text, limits: InputLimits(nodes: 5)) == nil)
  }

  @Test("thousands of nodes keep their numbers, and each its own")
  func many() throws {
    let n = 5_000
    let rows = (0..<n).map { "n\($0),n\(($0 * 7 + 1) % n)\n" }.joined()
    let table = try #require(Self.table("source,target\n" + rows))
    #expect(table.ids.count == n && Set(table.ids).count == n)
    for (edge, (source, target)) in zip(table.sources, table.targets).enumerated() {
      #expect(table.ids[Int(source)] == "n\(edge)")
      #expect(table.ids[Int(target)] == "n\((edge * 7 + 1) % n)")
    }
  }
}
