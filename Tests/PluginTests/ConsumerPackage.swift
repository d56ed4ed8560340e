import Foundation
import LiaisonTestSupport

/// A package of somebody else's that uses our plugins: written anew for each variant into one folder
/// and built with one scratch folder, so that only the first build is cold.
final class ConsumerPackage: Sendable {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  var path: String { folder.path("fixture-consumer") }
  private var scratch: String { folder.path("scratch") }

  /// Writes the package.
  ///
  /// - Parameter toolsVersion: `6.1`, or `5.9` for the fallback with a stamp.
  func write(toolsVersion: String) throws {
    try folder.write(
      """
      // swift-tools-version: \(toolsVersion)
      import PackageDescription

      let package = Package(
        name: "fixture-consumer",
        platforms: [.macOS(\(toolsVersion == "5.9" ? ".v14" : ".v15"))],
        dependencies: [.package(name: "Liaison", path: "\(Checkout.root.path)")],
        targets: [
          .target(
            name: "Consumer", plugins: [.plugin(name: "LintGraphs", package: "Liaison")])
        ]
      )
      """, to: "fixture-consumer/Package.swift")
    try folder.write(
      "public let consumer = 1\n", to: "fixture-consumer/Sources/Consumer/Consumer.swift")
  }

  /// Writes a file of `graphs/`.
  func writeGraph(_ text: String, to name: String) throws {
    try folder.write(text, to: "fixture-consumer/graphs/\(name)")
  }

  /// Removes `graphs/` and what was drawn of it.
  func removeGraphs() {
    for name in ["graphs", "figures"] {
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
  }

  /// `swift build` in the package.
  func build() throws -> ToolRun { try swift(["build"]) }

  /// `swift package …` in the package.
  func package(_ arguments: [String], before options: [String] = []) throws -> ToolRun {
    try ToolRun.run(
      "swift", ["package"] + common + options + arguments, in: path)
  }

  private func swift(_ arguments: [String]) throws -> ToolRun {
    try ToolRun.run("swift", arguments + common, in: path)
  }

  /// What every call says: nobody looks anything up in these builds or debugs them, so they write
  /// neither an index nor debug information.
  private var common: [String] {
    [
      "--scratch-path", scratch, "--disable-sandbox", "--disable-index-store",
      "-debug-info-format", "none",
    ]
  }
}
