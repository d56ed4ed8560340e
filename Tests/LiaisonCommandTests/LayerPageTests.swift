import Foundation
import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

/// The pages of the layers that `--layer` takes, against the layers that are built.
@Suite("liaison explain LAYER")
struct LayerPageTests {
  private static func page(_ layer: Layer.Name) throws -> String {
    let run = try ToolRun.run(ToolRun.built("liaison"), ["explain", layer.rawValue])
    #expect(run.status == 0, "\(run.errors)")
    return run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("list layers prints those that --layer takes, and each has a page with what it weighs")
  func pages() throws {
    let list = try ToolRun.run(ToolRun.built("liaison"), ["list", "layers"])
    let listed = list.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(listed.map(String.init) == Layer.Name.allCases.map(\.rawValue))
    let file = Checkout.path("Sources/LiaisonFiles/Resources/vocabulary.yaml")
    let vocabulary = try String(contentsOfFile: file, encoding: .utf8)
    #expect(vocabulary.contains("1: awareness") && vocabulary.contains("4: integration"))
    for layer in Layer.Name.allCases {
      let page = try Self.page(layer)
      #expect(page.contains("from 1 (awareness) to 4 (integration), and 1 where none states it"))
      #expect(page.contains("Ties have no direction") == !layer.isDirected)
      #expect(page.contains("Do not use when: "))
      let command = try #require(page.firstMatch(of: /liaison (measure [^ ]+ --layer [a-z]+)/))
      let words = command.1.split(separator: " ").map(String.init)
      let run = try ToolRun.run(
        ToolRun.built("liaison"), words, in: Checkout.path("graphs") + "/..")
      #expect(run.status == 0 && run.output.contains("layer \(layer.rawValue)"), "\(run.errors)")
    }
  }

  @Test("A page names the kinds of relation that make its ties, and no other")
  func kinds() throws {
    // A pair of its own for each kind, so that a tie tells the kind.
    let kinds = Vocabulary.shipped.relations.filter { $0.family != .other }
    var (organizations, bodies, relations) = ("", "", "")
    for (index, kind) in kinds.enumerated() {
      organizations += "  - {id: a\(index), name: Organization a\(index)}\n"
      let place = "  - {id: b\(index), name: Other b\(index)}\n"
      if kind.to.contains(.organization) { organizations += place } else { bodies += place }
      relations += "  - {from: a\(index), to: b\(index), kind: \(kind.term.code), intensity: 3}\n"
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "liaison: 1\ntitle: Kinds\norganizations:\n\(organizations)bodies:\n\(bodies)"
        + "relations:\n\(relations)", to: "kinds.yaml")
    var named = 0
    for layer in Layer.Name.allCases {
      let run = try ToolRun.run(
        ToolRun.built("liaison"),
        [
          "measure", path, "--layer", layer.rawValue, "--measures", "edge_betweenness,strength",
          "--format", "json",
        ])
      #expect(run.status == 0, "\(run.errors)")
      let json = try #require(
        JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let ties = (json["edge"] as? [String: [[Any]]])?["edge_betweenness.unweighted.raw"] ?? []
      var tied: Set<String> = []
      for tie in ties {
        for case let end as String in tie { tied.insert(String(end.dropFirst())) }
      }
      let strength = (json["node"] as? [String: [String: Double]])?["strength.all"] ?? [:]
      let page = try Self.page(layer)
      for (index, kind) in kinds.enumerated() {
        let isTied = tied.contains("\(index)")
        #expect(
          page.contains(" \(kind.term.code) (\(kind.term.name))") == isTied,
          "\(kind.term.code) in \(layer)")
        guard isTied else { continue }
        named += 1
        // A relation without a direction is an arc each way in a directed layer.
        let isTwice = layer.isDirected && !kind.isDirected
        #expect(strength["a\(index)"] == (isTwice ? 6 : 3), "\(kind.term.code) in \(layer)")
      }
    }
    #expect(named > kinds.count)
  }

  @Test("What --layer takes is named in the help of measure, with where it is explained")
  func help() throws {
    let help = try ToolRun.run(ToolRun.built("liaison"), ["measure", "--help"]).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(help.contains(Layer.Name.allCases.map(\.rawValue).joined(separator: ", ")))
    #expect(help.contains("`liaison explain referral`"))
  }
}
