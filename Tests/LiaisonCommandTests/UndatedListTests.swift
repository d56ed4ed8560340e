import Foundation
import LiaisonTestSupport
import Testing

/// Edge lists have no header, and so no date to be judged at.
@Suite("An edge list where a date is needed")
struct UndatedListTests {
  @Test("gaps and diff say that it has none, and how to give one")
  func undated() throws {
    let folder = try TemporaryFolder()
    for name in ["a.csv", "b.csv"] { try folder.write("source,target\nx,y\n", to: name) }
    func run(_ arguments: String...) throws -> ToolRun {
      try ToolRun.run(ToolRun.built("liaison"), arguments, in: folder.url.path)
    }
    let gaps = try run("gaps", "a.csv")
    #expect(gaps.status == 64)
    #expect(
      gaps.errors
        == "error: a.csv is an edge list, which has no date: give --as-of, or make a network of it, "
        + "`liaison convert a.csv -o a.yaml`, and write `as_of: YYYY-MM-DD` in its header.\n")
    #expect(try run("gaps", "a.csv", "--as-of", "2025-06-30").status == 0)
    let diff = try run("diff", "a.csv", "b.csv")
    #expect(diff.status == 64)
    #expect(
      diff.errors.contains("a.csv is an edge list, which has no date: make a network of it"),
      "\(diff.errors)")
    // What it advises works.
    #expect(try run("convert", "a.csv", "-o", "a.yaml").status == 0)
  }
}
