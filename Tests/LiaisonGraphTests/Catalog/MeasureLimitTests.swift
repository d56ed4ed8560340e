import LiaisonCatalog
import LiaisonTestSupport
import Testing

@testable import LiaisonGraph

@Suite("Measures that are given up to a size")
struct MeasureLimitTests {
  private static let limits: [(measure: any Measure, limit: SizeLimit, words: String)] = [
    (ConnectivityMeasure(), ConnectivityMeasure.limit, "500 nodes"),
    (PositionsMeasure(), PositionsMeasure.limit, "500 nodes"),
    (KeyPlayersMeasure(), KeyPlayersMeasure.limit, "1,000 nodes"),
    (RemovalMeasure(), RemovalMeasure.limit, "1,000 nodes"),
    (LinkScoresMeasure(), LinkScoresMeasure.limit, "2,000 nodes"),
    (CorePeripheryMeasure(), CorePeripheryMeasure.limit, "2,000 nodes"),
    (AugmentationMeasure(), AugmentationMeasure.limit, "5,000 nodes"),
    (OrderMeasure(), OrderMeasure.limit, "20,000 nodes"),
    (GroupsMeasure(), GroupsMeasure.limit, "200 groups"),
    (CliquesMeasure(), CliquesMeasure.limit, "100,000 cliques"),
    (TwoModeMeasure(), TwoModeMeasure.limit, "5,000,000 pairs that share others"),
  ]

  @Test("the page of each says its limit, and no other page one")
  func pages() {
    for (measure, limit, words) in Self.limits {
      #expect(
        measure.page.conventions.contains("up to \(words), of more with --any-size alone"))
      #expect(limit.exceeded == "more than \(words)")
    }
    let limited = Measures.shipped.filter { $0.page.conventions.contains("--any-size alone") }
    #expect(Set(limited.map(\.id)) == Set(Self.limits.map { $0.measure.id }))
  }

  @Test("beyond its limit a measure of nodes gives nothing, and says that this is why")
  func beyond() throws {
    for (measure, limit, words) in Self.limits where limit.unit == "nodes" {
      let path = try Graph.path(nodeCount: limit.count + 1, directed: measure is OrderMeasure)
      let result = try measure.compute(path, MeasureOptions())
      let isLimited = result.skipped.filter { $0.limit == limit }
      #expect(!isLimited.isEmpty && isLimited.allSatisfy { $0.reason == "more than \(words)" })
      if measure is OrderMeasure { continue }
      #expect(result.values.isEmpty && result.nodeColumns.isEmpty && result.sets.isEmpty)
    }
  }

  @Test("where any size will do it is given all the same")
  func anySize() throws {
    // A star, which all of these are done with soon.
    let star = try Graph.star(nodeCount: 501)
    let result = try ConnectivityMeasure().compute(star, MeasureOptions(isOfAnySize: true))
    #expect(result.values.map(\.value) == [1, 1] && result.skipped.isEmpty)
    let path = try Graph.path(nodeCount: 300)
    let groups = NodeMap<String?>((0..<300).map { "district \($0 % 200)" })
    let options = MeasureOptions(groups: groups)
    #expect(try GroupsMeasure().compute(path, options).skipped.isEmpty)
    let many = NodeMap<String?>((0..<300).map { "district \($0 % 201)" })
    #expect(
      try !GroupsMeasure().compute(path, MeasureOptions(groups: many)).skipped.isEmpty)
    let all = try GroupsMeasure().compute(
      path, MeasureOptions(groups: many, isOfAnySize: true))
    #expect(all.skipped.isEmpty && all.values.count == 1 + 201 + 2 * 201 * 201)
  }

  @Test("numbers of pages are in groups of three digits")
  func grouped() {
    let numbers = [0, 999, 1_000, 20_000, 1_234_567, -1_000]
    #expect(
      numbers.map(SizeLimit.grouped) == ["0", "999", "1,000", "20,000", "1,234,567", "-1,000"])
  }
}
