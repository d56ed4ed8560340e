import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

/// Each hostile file ends in a document or an error, in this process: a trap would end the tests.
@Suite("Hostile files are read or refused")
struct HostileNetworkTests {
  static let generator = Checkout.shared("hostile/make_hostile.py")

  @Test("as networks, as edge lists, as sheets", .enabled(if: generator != nil, "no ../shared"))
  func all() throws {
    let folder = try TemporaryFolder()
    let made = try ToolRun.run("python3", [try #require(Self.generator), folder.path])
    try #require(made.status == 0)
    var count = 0
    var refused = 0
    for kind in ["yaml", "json", "csv"] {
      let entries = try DirectoryListing("\(folder.path)/\(kind)").entries
      for entry in entries where entry.kind == .file {
        count += 1
        do throws(FileError) {
          let document = try NetworkReader.read(path: entry.path)
          if !document.problems.isEmpty { refused += 1 }
          for problem in document.problems {
            #expect(!problem.sentence.contains("CANARY"), "\(entry.name)")
            #expect(!problem.sentence.utf8.contains { $0 < 0x20 }, "\(entry.name)")
            _ = document.sources.location(of: problem.place)
          }
          if !document.problems.contains(where: { $0.severity == .error }) {
            let read = NetworkReader.document(
              yaml: NetworkWriter.yaml(document.nativized(isDirected: true)))
            #expect(read.problems.allSatisfy { $0.severity < .error }, "\(entry.name)")
          }
        } catch {
          refused += 1
          #expect([65, 66].contains(error.exitCode), "\(entry.name): \(error)")
        }
        if kind == "csv" { _ = try? SheetImport.read(path: entry.path) }
      }
    }
    #expect(count > 80)
    #expect(refused > 20)
  }
}
