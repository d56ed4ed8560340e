import LiaisonGraph
import LiaisonModel
import Testing

@testable import LiaisonGaps

@Suite("brokerage: the only broker between two sectors, and whom to choose")
struct BrokerageKindTests {
  static let expectation = """
    - {id: brokers, kind: brokerage, sectors: [worker.trade_union, employer.association, academia], severity: info, citation: ours}
    """

  @Test("By hand: the desk alone joins the union and the employers; academia meets them directly")
  func byHand() throws {
    let report = try Written.report(CohesionKindTests.circles, Self.expectation)
    #expect(
      report.findings.map(\.sentence) == [
        "The Middle Desk is the only recorded broker between trade unions and employers' associations."
      ])
    #expect(report.findings.first?.subjects.map(\.id) == ["joint"])
    // A second desk that works with both, and nobody is the only one.
    let two =
      CohesionKindTests.circles.replacing(
        "\nrelations:",
        with: "\n  - {id: second, name: Second Desk, sector: gov.lead}\nrelations:"
      )
      + "\n  - {from: second, to: a1, kind: refers_to}\n  - {from: second, to: b1, kind: refers_to}"
    #expect(try Written.report(two, Self.expectation).findings.isEmpty)
  }

  @Test("Where too many stayed silent nobody is called a broker, and the report says so")
  func refused() throws {
    let silent = CohesionKindTests.circles
      .replacing("sector: academia}", with: "sector: academia, answered: no}")
      .replacing("sector: gov.lead}", with: "sector: gov.lead, answered: 2025-05-01}")
    let report = try Written.report(silent, Self.expectation)
    #expect(report.findings.isEmpty)
    #expect(
      report.scope.notJudged == [
        "brokers: 2 of the 3 organizations asked stayed silent, more than 20 %."
      ])
  }

  @Test("Convenors and those to protect are the best of all pairs")
  func convenors() throws {
    let network = try Written.network(CohesionKindTests.circles)
    let chosen = Convenors(network, on: Written.date, size: 2)
    let best = try #require(chosen.convenors)
    #expect(best.isExact)
    #expect(chosen.organizations == 8)
    // Every pair tried: the sum of 1 / distance to the nearer of the two, themselves counting 1.
    let cooperation = CooperationGraph(network, on: Written.date)
    var top = 0.0
    for one in 0..<8 {
      for other in (one + 1)..<8 {
        var distance = [Int: Int](uniqueKeysWithValues: [(one, 0), (other, 0)])
        var queue = [one, other]
        while !queue.isEmpty {
          let here = queue.removeFirst()
          for next in cooperation.graph.neighbours(of: NodeID(here))
          where distance[next.index] == nil {
            distance[next.index] = (distance[here] ?? 0) + 1
            queue.append(next.index)
          }
        }
        let sum = distance.values.reduce(0.0) { $0 + ($1 == 0 ? 1 : 1 / Double($1)) }
        top = max(top, sum / 8)
      }
    }
    #expect(abs(best.value - top) < 1e-12)
    let sentences = chosen.sentences(network)
    #expect(sentences.count == 2)
    #expect(sentences[0].hasPrefix("As convenors: the "))
    #expect(sentences[0].contains("all sets were tried"))
    #expect(sentences[1].hasPrefix("To protect: the "))
  }

  @Test("Nobody is chosen where the choice is everybody, or too many stayed silent")
  func nobody() throws {
    let network = try Written.network(CohesionKindTests.circles)
    #expect(Convenors(network, on: Written.date, size: 8).refusal != nil)
    #expect(Convenors(network, on: Written.date, size: 0).refusal != nil)
    let silent = try Written.network(
      CohesionKindTests.circles.replacing(
        "sector: academia}", with: "sector: academia, answered: no}"))
    let refused = Convenors(silent, on: Written.date, size: 2)
    #expect(refused.convenors == nil)
    #expect(refused.sentences(silent).first?.hasPrefix("Nobody is ranked: 2 of the 2") == true)
  }

  @Test("Who works with nobody is not chosen")
  func isolates() throws {
    let network = try Written.network(
      CohesionKindTests.circles.replacing(
        "organizations:",
        with: "organizations:\n  - {id: aaa, name: Alone}\n  - {id: zzz, name: Apart}"))
    for size in 1...5 {
      let chosen = Convenors(network, on: Written.date, size: size)
      #expect(chosen.organizations == 8)
      for choice in [chosen.convenors, chosen.protect].compactMap(\.self) {
        #expect(choice.reached <= 8 - size)
        #expect(
          !choice.organizations.contains { ["aaa", "zzz"].contains(network.organizations[$0].id) })
      }
    }
  }
}
