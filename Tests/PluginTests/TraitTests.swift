import Foundation
import LiaisonTestSupport
import Testing

/// A package that takes us without the trait `Graphviz`, on a machine where pkg-config finds nothing.
@Suite("Without the trait Graphviz")
struct TraitTests {
  @Test(
    "The library and the tool build without the C library: DOT is written, the rest says what to install"
  )
  func withoutGraphviz() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      // swift-tools-version: 6.1
      import PackageDescription

      let package = Package(
        name: "probe",
        platforms: [.macOS(.v15)],
        dependencies: [.package(name: "Liaison", path: "\(Checkout.root.path)", traits: [])],
        targets: [
          .executableTarget(
            name: "probe", dependencies: [.product(name: "LiaisonGraphviz", package: "Liaison")])
        ]
      )
      """, to: "probe/Package.swift")
    try folder.write(
      "import LiaisonGraphviz\nprint(GraphvizEngine.isAvailable)\n",
      to: "probe/Sources/probe/main.swift")
    func swift(_ arguments: [String]) throws -> ToolRun {
      try ToolRun.run(
        "swift",
        arguments + [
          "--scratch-path", folder.path("scratch"), "--disable-sandbox", "--disable-index-store",
          "-debug-info-format", "none",
        ],
        in: folder.path("probe"), environment: ["PKG_CONFIG_LIBDIR": folder.path("none")])
    }
    let built = try swift(["build"])
    try #require(built.status == 0, "\(built.output)\(built.errors)")
    let probe = try ToolRun.run(folder.path("scratch/debug/probe"), [])
    #expect(probe.output == "false\n")

    let tool = try swift(["build", "--product", "liaison"])
    try #require(tool.status == 0, "\(tool.output)\(tool.errors)")
    func liaison(_ arguments: [String]) throws -> ToolRun {
      try ToolRun.run(folder.path("scratch/debug/liaison"), arguments, in: folder.url.path)
    }
    let network = Checkout.path("graphs/kestria")
    // The request to Graphviz is the same as the tool with Graphviz makes.
    #expect(try liaison(["draw", network, "-o", "x.dot"]).status == 0)
    let usual = try ToolRun.run(ToolRun.built("liaison"), ["draw", network, "--format", "dot"])
    #expect(
      try String(contentsOfFile: folder.path("x.dot"), encoding: .utf8) == usual.output)
    for form in ["svg", "png", "pdf"] {
      let refused = try liaison(["draw", network, "-o", "x.\(form)"])
      #expect(refused.status == 69)
      #expect(refused.errors.contains("apt-get install libgraphviz-dev"), "\(refused.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.path("x.\(form)")))
    }
    let report = try liaison(["report", network, "-o", "report"])
    #expect(report.status == 69)
    #expect(report.errors.contains("apt-get install libgraphviz-dev"), "\(report.errors)")
    #expect(FileManager.default.fileExists(atPath: folder.path("report/report.html")))
  }
}
