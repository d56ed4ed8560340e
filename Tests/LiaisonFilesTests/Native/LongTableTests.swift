import LiaisonModel
import Testing

@Suite("Long tables, read on several threads")
struct LongTableTests {
  /// A folder of 5,000 organizations, and what the row before last says of its being an entry point.
  private func read(_ cell: String) throws -> (NetworkDocument, [String]) {
    let rows = (1...5_000).map { "o\($0),Number \($0),\($0 == 4_999 ? cell : "no")" }
    return try FolderReaderTests.read([
      "network.yaml": "liaison: 1\ntitle: Many\n",
      "organizations.csv": "id,name,entry_point\n" + rows.joined(separator: "\n") + "\n",
    ])
  }

  @Test("Every row is there, in its order")
  func order() throws {
    let (document, problems) = try read("yes")
    #expect(problems == [])
    #expect(document.organizations.map(\.id.value) == (1...5_000).map { "o\($0)" })
  }

  @Test("A cell that cannot be read is told once, with its place, and every row is kept")
  func fault() throws {
    let (document, problems) = try read("perhaps so")
    #expect(document.organizations.map(\.id.value) == (1...5_000).map { "o\($0)" })
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.allSatisfy { $0.hasPrefix("organizations.csv:5000:") }, "\(problems)")
  }

  @Test("What is wrong past the limit is counted, in whichever table it stands")
  func pastTheLimit() throws {
    func rows(_ column: String, _ count: Int) -> String {
      "id,\(column)\n" + (1...count).map { "x\($0),perhaps so" }.joined(separator: "\n") + "\n"
    }
    let (_, problems) = try FolderReaderTests.read([
      "network.yaml": "liaison: 1\n", "organizations.csv": rows("entry_point", 10_005),
      "relations.csv": rows("onward", 5_000),
    ])
    #expect(problems.count == 10_001)
    #expect(
      problems.last?.hasSuffix("5005 further problems of reading are not shown.") == true,
      "\(problems.last ?? "")")
  }
}
