import Foundation
import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

private typealias Folder = LiaisonTestSupport.TemporaryFolder

@Suite("A standard that extends another")
struct StandardExtensionTests {
  static let base = """
    liaison_standard: 1
    id: base
    title: Base
    source: "a handbook"
    services: [hotline]
    expectations:
      - {id: a, kind: presence, sectors: [media], level: district, severity: warning, citation: one}
      - {id: b, kind: feedback, min: 0.5, severity: info, citation: two, sentence: "B."}
      - {id: c, kind: dead_end, severity: error, citation: three}

    """

  static func extending(_ name: String, _ id: String, _ rest: String = "") -> String {
    "liaison_standard: 1\nid: \(id)\ntitle: \(id.uppercased())\nextends: \(name)\n\(rest)"
  }

  private func read(_ text: String) throws -> StandardReader.Result {
    let folder = try Folder()
    try folder.write(Self.base, to: "base.yaml")
    let path = try folder.write(text, to: "ours.yaml")
    return try StandardReader.result(path: path)
  }

  /// What a refusal says and where, the folder's own name left out.
  private func refusal(_ path: String, in folder: Folder) -> String {
    do throws(FileError) {
      _ = try StandardReader.read(path: path)
      return "it was read"
    } catch {
      return error.description.replacing(folder.url.path + "/", with: "")
    }
  }

  @Test("what is inherited comes first in its order, changed and without what is dropped")
  func order() throws {
    let result = try read(
      Self.extending(
        "base.yaml", "ours",
        """
        override:
          - {id: b, min: 0.75, severity: warning, citation: our plan}
          - {id: a, level: }
        drop: [{id: c, reason: not ours to ask}]
        expectations:
          - {id: d, kind: dead_end, severity: info, citation: our law}
        """))
    #expect(result.problems.map(\.sentence) == [])
    let ours = try #require(result.standard)
    #expect(ours.expectations.map(\.id) == ["a", "b", "d"])
    let feedback = ours.expectations[1]
    #expect(feedback.severity == .warning && feedback.citation == "our plan")
    #expect(feedback.sentence == "B." && feedback.kind == "feedback")
    #expect(feedback.parameters.map { $0.node.scalar } == ["0.75"])
    // An empty value took `level` back; what was not written stayed.
    #expect(ours.expectations[0].parameters.map(\.key) == ["sectors"])
    #expect(ours.expectations[0].citation == "one")
    #expect(ours.source == "a handbook" && ours.services == ["hotline"])
    #expect(ours.bases == [Standard.Base(id: "base", title: "Base")])
  }

  @Test("until anything is written, a standard asks what its base asks")
  func unchanged() throws {
    for id in ShippedData.standardIDs {
      let shipped = try #require(ShippedData.standard(id))
      let ours = try #require(read(Self.extending(id, "ours")).standard)
      #expect(ours.expectations == shipped.expectations && ours.services == shipped.services)
      #expect(ours.bases.map(\.id) == [id])
    }
  }

  @Test("a base may itself extend; paths are from the file that names them")
  func chain() throws {
    let folder = try Folder()
    try folder.write(Self.base, to: "region/base.yaml")
    try folder.write(
      Self.extending("base.yaml", "region", "drop: [{id: a, reason: r}]"),
      to: "region/region.yaml")
    let path = try folder.write(
      Self.extending("region/region.yaml", "ours", "override: [{id: b, min: 1}]"), to: "ours.yaml")
    let ours = try StandardReader.read(path: path)
    #expect(ours.bases.map(\.id) == ["region", "base"])
    #expect(ours.expectations.map(\.id) == ["b", "c"])
  }

  @Test(
    "what does not fit is told, each with its place",
    arguments: [
      ("override: [{id: bb, min: 1}]\n", "STD005 5:17 `override` changes `bb`, which `base` does"),
      ("override: [{id: b}, {id: b}]\n", "STD005 5:26 `b` is overridden twice."),
      ("override: [{id: b, kind: loop}]\n", "STD005 5:26 The override of `b` writes another kind"),
      ("override: [{id: b, severity: grave}]\n", "STD004 5:30 `severity` of expectation `b`"),
      ("override: [{min: 1}]\n", "DOC001 5:12 Override number 1 has no `id`."),
      ("drop: [{id: b}]\n", "STD005 5:13 `drop` leaves out `b` without a `reason`."),
      ("drop: [{id: x, reason: r}]\n", "STD005 5:13 `drop` leaves out `x`, which `base` does not"),
      (
        "override: [{id: b, min: 1}]\ndrop: [{id: b, reason: r}]\n",
        "STD005 6:13 `b` is both overridden and dropped."
      ),
      (
        "expectations: [{id: b, kind: dead_end, severity: info, citation: c}]\n",
        "STD003 5:21 Expectation `b` has the id of one that is inherited from `base`."
      ),
      (
        "expectations: [{id: d, kind: dead_end, severity: info, citation: ''}]\n",
        "STD002 5:21 Expectation `d` has no `citation`."
      ),
    ])
  func misfits(rest: String, expected: String) throws {
    let result = try read(Self.extending("base.yaml", "ours", rest))
    #expect(result.standard == nil)
    let told = result.problems.map { problem in
      let place = result.sources.location(of: problem.place)
      return "\(problem.rule) \(place?.line ?? 0):\(place?.column ?? 0) \(problem.sentence)"
    }
    #expect(told.count == 1 && told[0].hasPrefix(expected), "\(told)")
  }

  @Test("override and drop without anything that is extended speak of nothing")
  func withoutBase() throws {
    let text = Self.base + "override: [{id: a, level: province}]\ndrop: [{id: b, reason: r}]\n"
    let result = StandardReader.decode(Array(text.utf8), path: "s.yaml")
    #expect(
      result.problems.map(\.sentence) == [
        "`override` changes `a`, but the standard extends none.",
        "`drop` leaves out `b`, but the standard extends none.",
      ])
  }

  @Test("standards that extend each other are refused once, with the circle and the place")
  func circle() throws {
    let folder = try Folder()
    let first = try folder.write(Self.extending("b.yaml", "a"), to: "a.yaml")
    try folder.write(Self.extending("a.yaml", "b"), to: "b.yaml")
    let text = refusal(first, in: folder)
    #expect(text.hasPrefix("b.yaml:4:10: this standard cannot be read: These standards extend"))
    #expect(text.contains("in a circle"))
    let alone = try folder.write(Self.extending("./self.yaml", "s"), to: "self.yaml")
    #expect(refusal(alone, in: folder).hasPrefix("self.yaml:4:10: "))
  }

  @Test("eight files make a standard, nine are refused")
  func depth() throws {
    let folder = try Folder()
    try folder.write(Self.base, to: "1.yaml")
    for number in 2...9 {
      try folder.write(Self.extending("\(number - 1).yaml", "s\(number)"), to: "\(number).yaml")
    }
    let eight = try StandardReader.read(path: folder.path("8.yaml"))
    #expect(eight.bases.count == 7 && eight.expectations.count == 3)
    #expect(refusal(folder.path("9.yaml"), in: folder).contains("made of at most 8 files"))
  }

  @Test(
    "nothing outside the folder is read, nor told whether it is there",
    arguments: [
      "../outside.yaml", "../nowhere.yaml", "link.yaml", "linked/outside.yaml", "none.yaml",
    ])
  func outside(name: String) throws {
    let folder = try Folder()
    try folder.write(Self.base, to: "outside.yaml")
    let path = try folder.write(Self.extending(name, "ours"), to: "in/ours.yaml")
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: folder.path("in/link.yaml"), withDestinationPath: folder.path("outside.yaml"))
    try files.createSymbolicLink(
      atPath: folder.path("in/linked"), withDestinationPath: folder.url.path)
    #expect(
      refusal(path, in: folder)
        == "in/ours.yaml:4:10: this standard cannot be read: No file “\(name)” is found in the "
        + "folder of this one or below it; put it there.")
    // What the user named as a folder is inside.
    if name == "../outside.yaml" {
      let ours = try StandardReader.read(path: path, within: [folder.url.path])
      #expect(ours.bases.map(\.id) == ["base"])
    }
  }

  @Test("a path from the root and an unknown name are refused")
  func names() throws {
    let folder = try Folder()
    let absolute = try folder.write(Self.extending("/etc/passwd.yaml", "a"), to: "a.yaml")
    #expect(refusal(absolute, in: folder).contains("not from the root"))
    let unknown = try folder.write(Self.extending("partnershp", "b"), to: "b.yaml")
    #expect(refusal(unknown, in: folder).contains("Did you mean `partnership`?"))
  }

  @Test("a base that cannot be read is told at `extends`, with where it is broken")
  func broken() throws {
    let folder = try Folder()
    try folder.write("liaison_standard: 1\nid: b\ntitle: B\nsevices: [x]\n", to: "b.yaml")
    let path = try folder.write(Self.extending("b.yaml", "a"), to: "a.yaml")
    let result = try StandardReader.result(path: path)
    #expect(result.problems.map(\.rule) == ["STD001"])
    let sentence = try #require(result.problems.first?.sentence)
    #expect(sentence.hasPrefix("What this standard extends cannot be used: "))
    #expect(sentence.contains("b.yaml:4:1"), "\(sentence)")
    #expect(refusal(path, in: folder).hasPrefix("b.yaml:4:1: "))
  }
}
