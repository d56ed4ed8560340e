import Foundation
import LiaisonTestSupport
import Testing

@Suite("liaison init and liaison convert", .serialized)
struct InitCommandTests {
  private func liaison(_ arguments: [String], input: [UInt8]? = nil) throws -> ToolRun {
    try ToolRun.run(ToolRun.built("liaison"), arguments, input: input, limit: 60)
  }

  @Test("a network begun with init lints without a finding, and init never writes over one")
  func starter() throws {
    let folder = try TemporaryFolder()
    let net = folder.path("a/net")
    #expect(try liaison(["init", net]).status == 0)
    let lint = try liaison(["lint", net])
    #expect(lint.status == 0 && lint.output.isEmpty, "\(lint.output)")
    let file = net + "/network.yaml"
    let before = try Data(contentsOf: URL(filePath: file))
    let again = try liaison(["init", net])
    #expect(again.status == 73 && again.errors.contains("is there already"))
    #expect(try Data(contentsOf: URL(filePath: file)) == before)
  }

  @Test("a planner's matrix becomes a network, with counts of what was understood")
  func sheet() throws {
    let folder = try TemporaryFolder()
    let sheet = try folder.write(
      ",Police,Dar-ul-Aman,Labour\nPolice,,x,?\nDar ul Amaan,x,maybe,\n", to: "who.csv")
    let net = folder.path("net")
    let run = try liaison(["init", net, "--from", sheet])
    #expect(run.status == 0)
    #expect(run.output.contains("       3  relations, of which 1 are not known"), "\(run.output)")
    #expect(run.output.contains("“Dar-ul-Aman” and “Dar ul Amaan”"), "\(run.output)")
    #expect(run.output.contains("who.csv:3:16: “maybe” is no mark"), "\(run.output)")
    #expect(try liaison(["lint", net]).status == 0)
    #expect(try liaison(["measure", net]).status == 0)
    #expect(try liaison(["init", folder.path("x"), "--from", "none.csv"]).status == 66)
    #expect(try liaison(["init", folder.path("x"), "--from", sheet, "--kind", "x"]).status == 64)
  }

  @Test("a standard of one's own begins with a shipped one")
  func standard() throws {
    let folder = try TemporaryFolder()
    let file = folder.path("mine.yaml")
    #expect(try liaison(["init", file, "--standard", "partnership"]).status == 0)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("liaison_standard: 1"))
  }

  @Test("converted to a file and back, a network is the same bytes")
  func convert() throws {
    let folder = try TemporaryFolder()
    let first = folder.path("first.yaml")
    let middle = folder.path("middle")
    let last = folder.path("last.yaml")
    #expect(try liaison(["convert", Checkout.path("graphs/samundar"), "-o", first]).status == 0)
    #expect(try liaison(["convert", first, "-o", middle]).status == 0)
    #expect(try liaison(["convert", middle, "-o", last]).status == 0)
    let bytes = try Data(contentsOf: URL(filePath: first))
    #expect(try Data(contentsOf: URL(filePath: last)) == bytes)
    #expect(try liaison(["convert", "-"], input: Array(bytes)).outputBytes == Array(bytes))
    #expect(try liaison(["convert", first, "-o", last]).status == 73)
    #expect(try liaison(["convert", first, "-o", middle]).status == 73)
    #expect(try liaison(["convert", first, "-o", middle, "--force"]).status == 0)
  }

  @Test("a network of which a part cannot be read is not converted: it would be lost")
  func broken() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("liaison: 1\norganizations:\n  - {id: a\n", to: "n.yaml")
    let run = try liaison(["convert", file, "-o", folder.path("out")])
    #expect(run.status == 65 && run.errors.contains("n.yaml:"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    let odd = try folder.write("liaison: 1\ntlp: PURPLE\n", to: "odd.yaml")
    let kept = try liaison(["convert", odd])
    #expect(kept.status == 0 && kept.output.contains("tlp: PURPLE"))
    #expect(kept.errors.contains("It is written as it stands."))
  }
}
