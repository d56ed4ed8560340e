import Foundation
import LiaisonFiles
import LiaisonGaps
import LiaisonGraph
import LiaisonModel
import LiaisonTestSupport
import Testing

/// Who stands between most others, and what is missing.
func look(at path: String) throws -> (broker: String?, gaps: [String]) {
  let document = try NetworkReader.read(path: path)
  let vocabulary = Vocabulary.shipped.extended(by: document.vocabulary)
  let network = try NetworkResolver.resolve(document, vocabulary: vocabulary)

  let layer = network.layer(.referral, on: network.header.asOf)
  let betweenness = try layer.graph.betweenness()
  let broker = layer.graph.nodes.max { betweenness[$0] < betweenness[$1] }

  guard let standard = ShippedData.standard("four-pillars") else { return (nil, []) }
  let report = try GapAnalysis.run(network, against: standard)
  return (broker.map { layer.ids[$0.index] }, report.findings.map(\.sentence))
}

/// The Swift that README shows is the function above and nothing else, so that it compiles; here it runs.
@Suite("README's use of the library")
struct ReadmeExampleTests {
  @Test("The Swift that README shows stands in this file, line for line, with its imports")
  func shown() throws {
    let readme = try String(contentsOfFile: Checkout.path("README.md"), encoding: .utf8)
    let start = try #require(readme.range(of: "```swift\nimport Liaison"))
    let end = try #require(readme.range(of: "```", range: start.upperBound..<readme.endIndex))
    let code = "import Liaison" + readme[start.upperBound..<end.lowerBound]
    let (imports, function) = try #require(
      code.range(of: "\n\n").map { (code[..<$0.lowerBound], code[$0.upperBound...]) })
    let own = try String(contentsOfFile: #filePath, encoding: .utf8)
    let lines = own.split(separator: "\n")
    for line in imports.split(separator: "\n") { #expect(lines.contains(line), "\(line)") }
    #expect(own.contains("\n\n\(function)"), "\(function)")
    // The products that its dependency names are those that it imports.
    for line in imports.split(separator: "\n") {
      let name = line.split(separator: " ")[1]
      #expect(readme.contains(".product(name: \"\(name)\", package: \"liaison\")"), "\(name)")
    }
  }

  @Test("It finds the broker and the gaps of the sample province")
  func runs() throws {
    let found = try look(at: Checkout.path("graphs/samundar"))
    #expect(found.broker == "rights-commission")
    #expect(
      found.gaps.contains { $0.hasPrefix("No arrangement is recorded by which an adult man") })
  }
}
