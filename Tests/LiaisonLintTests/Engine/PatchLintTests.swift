import LiaisonFiles
import LiaisonLint
import LiaisonModel
import Testing

@Suite("Linting patches")
struct PatchLintTests {
  static let network = """
    liaison: 1
    title: Two and a shelter
    organizations:
      - {id: police, name: Police}
      - {id: refuge, name: Refuge, services: [{id: beds, type: shelter.emergency}]}
    relations:
      - {id: r1, from: police, to: refuge, kind: refers_to}
    """

  func lint(_ patch: String, with networks: [String] = [network]) -> [Finding] {
    LintEngine().lint(
      PatchReader.patch(yaml: Array("liaison_patch: 1\n\(patch)".utf8)),
      fitting: networks.map { NetworkReader.document(yaml: $0) }, vocabulary: .shipped)
  }

  @Test("A patch that fits is clean; without a network its ids are not judged")
  func clean() {
    let patch = """
      add:
        relations: [{from: refuge, to: police, kind: refers_to}]
      change:
        services: [{id: refuge/beds, groups: [adult.male]}]
      remove:
        relations: [r1]
      """
    #expect(lint(patch).isEmpty)
    #expect(lint(patch, with: []).isEmpty)
    #expect(lint(patch, with: ["liaison: 1\norganizations: [{id: x}]\n", Self.network]).isEmpty)
    #expect(lint("remove: {organizations: [nobody]}", with: []).isEmpty)
  }

  @Test("What no network has is told once, at its place, with what is near")
  func misfits() {
    let removal = lint("remove: {organizations: [polise]}")
    #expect(
      removal.map(\.sentence) == [
        "The patch does not fit the network “Two and a shelter”: The network has no organization "
          + "“polise”. Did you mean `police`?"
      ])
    #expect(removal.map(\.rule) == ["PAT001"] && removal[0].place != .none)
    let end = lint("add: {relations: [{from: police, to: nowhere, kind: refers_to}]}")
    #expect(end.map(\.rule) == ["PAT001"])
    #expect(
      end[0].sentence.hasSuffix(
        "“nowhere” is not declared as an organization, service or body. Declare it, or name one that is."
      ))
    #expect(end[0].place.spot != .whole)
    let several = lint(
      "remove: {organizations: [police, nobody]}",
      with: ["liaison: 1\ntitle: Another\n", Self.network])
    #expect(
      several.map(\.sentence) == [
        "The patch fits none of the 2 networks here; the nearest is the network “Two and a shelter”: "
          + "The network has no organization “nobody”."
      ])
  }

  @Test("Each id that nobody has is told, at its own place")
  func all() {
    let findings = lint(
      """
      add: {relations: [{from: polise, to: nowhere, kind: refers_to}]}
      remove: {organizations: [refug], relations: [r7]}
      """)
    #expect(findings.map(\.rule) == Array(repeating: "PAT001", count: 4))
    #expect(Set(findings.map(\.place)).count == 4 && Set(findings.map(\.id)).count == 4)
    #expect(findings.filter { $0.sentence.contains("Did you mean") }.count >= 2)
  }

  @Test("What an entry says by itself is judged, added or changed")
  func entries() {
    #expect(
      lint("add: {organizations: [{id: new, name: New, sector: gov.polise}]}").map(\.rule)
        == ["VOC001"])
    #expect(
      lint("change: {organizations: [{id: police, sector: gov.police}]}").map(\.rule)
        == ["VOC002"])
    #expect(
      lint("change: {relations: [{id: r1, valid_from: 2025-02-01, valid_until: 2025-01-01}]}")
        .map(\.rule) == ["TIM001"])
    let personal = lint("change: {organizations: [{id: police, note: 'ask 0300 1234567'}]}")
    #expect(personal.map(\.rule) == ["PRT002"])
    #expect(!personal[0].sentence.contains("1234567"))
  }

  @Test("What cannot be read is an error, and is not judged further")
  func unreadable() {
    let findings = lint("remove: {organisations: [police]}\nchagne: {}\n")
    #expect(findings.allSatisfy { $0.severity == .error && $0.rule == "DOC002" })
    #expect(findings.count == 2)
  }
}
