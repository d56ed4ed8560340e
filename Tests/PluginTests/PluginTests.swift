import Foundation
import LiaisonTestSupport
import Testing

/// Real packages that consume the plugins, built by a real `swift build`, one after another.
@Suite("The SwiftPM plugins in a package of somebody else's", .serialized)
struct PluginTests {
  /// One consumer for all tests: the first build is cold.
  static let shared: Result<ConsumerPackage, any Error> = Result { try ConsumerPackage() }

  static let sound = """
    liaison: 1
    title: A network
    as_of: 2025-06-30
    assume: {areas: any, groups: any, cases: any}
    areas:
      - {id: north, name: North District, level: district}
    organizations:
      - {id: hotline, name: Helpline, sector: hotline, areas: [north], groups: [any], entry_point: true}
      - id: shelter
        name: Shelter
        sector: ngo.specialised
        areas: [north]
        groups: [any]
        services:
          - {id: beds, type: shelter.emergency, groups: [any]}
    relations:
      - {from: hotline, to: shelter, kind: refers_to, feedback: systematic}

    """

  /// The referral points at an organization that nobody declared, on line 17.
  static let broken = sound.replacing("to: shelter,", with: "to: sheltre,")
  /// The referral says nothing of feedback: a warning.
  static let warned = sound.replacing(", feedback: systematic", with: "")

  func consumer(toolsVersion: String = "6.1") throws -> ConsumerPackage {
    let consumer = try Self.shared.get()
    consumer.removeGraphs()
    try consumer.write(toolsVersion: toolsVersion)
    return consumer
  }

  @Test("An error in a network stops the build at its line and column")
  func errorStops() throws {
    let consumer = try consumer()
    try consumer.writeGraph(Self.broken, to: "x.yaml")
    let build = try consumer.build()
    #expect(build.status != 0)
    let place = "\(consumer.path)/graphs/x.yaml:17:25: error: "
    #expect((build.output + build.errors).contains(place), "\(build.output)\n\(build.errors)")
    #expect((build.output + build.errors).contains("[REF001]"))
    try consumer.writeGraph(Self.sound, to: "x.yaml")
    #expect(try consumer.build().status == 0)
  }

  @Test("A warning is repeated by the next build and gone when it is mended")
  func warningRepeats() throws {
    let consumer = try consumer()
    try consumer.writeGraph(Self.warned, to: "x.yaml")
    for round in 1...2 {
      let build = try consumer.build()
      #expect(build.status == 0)
      #expect(
        (build.output + build.errors).contains("graphs/x.yaml:17:"), "build \(round) was silent")
    }
    try consumer.writeGraph(Self.sound, to: "x.yaml")
    let mended = try consumer.build()
    #expect(mended.status == 0)
    #expect(!(mended.output + mended.errors).contains("graphs/x.yaml"))
  }

  @Test("A new file in graphs/ is noticed")
  func newFile() throws {
    let consumer = try consumer()
    try consumer.writeGraph(Self.sound, to: "x.yaml")
    #expect(try consumer.build().status == 0)
    try consumer.writeGraph(Self.broken, to: "y.yaml")
    let build = try consumer.build()
    #expect(build.status != 0)
    #expect((build.output + build.errors).contains("graphs/y.yaml:17:25: error: "))
  }

  @Test("swift package lint-graphs reports and fails as the tool does")
  func lintCommand() throws {
    let consumer = try consumer()
    try consumer.writeGraph(Self.broken, to: "x.yaml")
    let lint = try consumer.package(["lint-graphs"])
    #expect(lint.status != 0)
    #expect(lint.output.contains("graphs/x.yaml:17:25: error: "), "\(lint.output)\(lint.errors)")
    try consumer.writeGraph(Self.warned, to: "x.yaml")
    #expect(try consumer.package(["lint-graphs"]).status == 0)
    #expect(try consumer.package(["lint-graphs", "--fail-on", "warning"]).status != 0)
  }

  @Test("With tools version 5.9 the lint runs too, through a stamp")
  func olderTools() throws {
    let consumer = try consumer(toolsVersion: "5.9")
    try consumer.writeGraph(Self.broken, to: "x.yaml")
    let build = try consumer.build()
    #expect(build.status != 0)
    #expect((build.output + build.errors).contains("graphs/x.yaml:17:25: error: "))
    try consumer.writeGraph(Self.sound, to: "x.yaml")
    #expect(try consumer.build().status == 0)
  }

  @Test("swift package render-graphs writes only with permission")
  func renderCommand() throws {
    let consumer = try consumer()
    try consumer.writeGraph(Self.sound, to: "x.yaml")
    // A standard among the networks is none, and is not drawn.
    try consumer.writeGraph(
      "# Ours.\nliaison_standard: 1\nid: ours\ntitle: Ours\nextends: partnership\n",
      to: "ours.yaml")
    let refused = try consumer.package(["render-graphs"])
    #expect(refused.status != 0)
    #expect(refused.errors.contains("permission"))
    #expect(!FileManager.default.fileExists(atPath: "\(consumer.path)/figures"))
    let drawn = try consumer.package(
      ["render-graphs", "--view", "pathway"],
      before: ["--allow-writing-to-package-directory"])
    #expect(drawn.status == 0, "\(drawn.output)\(drawn.errors)")
    // It builds for minutes the first time, and says so before it does.
    let said = drawn.output + drawn.errors
    let building = try #require(said.range(of: "Building liaison, which draws them"))
    let drawing = try #require(said.range(of: "Drawing x into figures/:\n"))
    #expect(building.lowerBound < drawing.lowerBound)
    #expect(said[drawing.upperBound...].contains("\nfigures/x-pathway.svg\n"))
    let figure = try String(
      contentsOfFile: "\(consumer.path)/figures/x-pathway.svg", encoding: .utf8)
    #expect(figure.contains("Shelter"))
  }
}
