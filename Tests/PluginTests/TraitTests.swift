import Foundation
import LiaisonTestSupport
import Testing

/// A package that takes us without the trait `Graphviz`, on a machine where pkg-config finds nothing.
@Suite("Without the trait Graphviz")
struct TraitTests {
  @Test("LiaisonGraphviz builds without the C library, and says that it is not there")
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
    let run = try ToolRun.run(
      "swift",
      [
        "run", "--scratch-path", folder.path("scratch"), "--disable-sandbox",
        "--disable-index-store", "-debug-info-format", "none", "probe",
      ],
      in: folder.path("probe"), environment: ["PKG_CONFIG_LIBDIR": folder.path("none")])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.split(separator: "\n").last == "false", "\(run.output)")
  }
}
