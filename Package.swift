// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// A Swift target of ours; what it may import is DESIGN §2, asserted by `PackageTests`.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["LiaisonTestSupport"], exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "Liaison",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "liaison", targets: ["LiaisonMain"]),
    .executable(name: "liaison-lint", targets: ["LiaisonLintMain"]),
    .library(name: "LiaisonCatalog", targets: ["LiaisonCatalog"]),
    .library(name: "LiaisonGraph", targets: ["LiaisonGraph"]),
    .library(name: "LiaisonModel", targets: ["LiaisonModel"]),
    .library(name: "LiaisonFiles", targets: ["LiaisonFiles"]),
    .library(name: "LiaisonGaps", targets: ["LiaisonGaps"]),
    .library(name: "LiaisonLint", targets: ["LiaisonLint"]),
    .library(name: "LiaisonGraphviz", targets: ["LiaisonGraphviz"]),
    .library(name: "LiaisonDiagrams", targets: ["LiaisonDiagrams"]),
    .library(name: "LiaisonReports", targets: ["LiaisonReports"]),
    .library(name: "LiaisonCommand", targets: ["LiaisonCommand"]),
    .plugin(name: "LintGraphs", targets: ["LintGraphs"]),
    .plugin(name: "LintGraphsCommand", targets: ["LintGraphsCommand"]),
    .plugin(name: "RenderGraphsCommand", targets: ["RenderGraphsCommand"]),
  ],
  traits: [
    .default(enabledTraits: ["Graphviz"]),
    .trait(name: "Graphviz", description: "Draw through the Graphviz C library (libgvc)."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    module("LiaisonCatalog"),
    module("LiaisonGraph", ["LiaisonCatalog"]),
    module("LiaisonModel", ["LiaisonGraph"]),
    module(
      "LiaisonFiles", ["LiaisonModel", "LiaisonCatalog"], resources: [.embedInCode("Resources")]),
    module("LiaisonGaps", ["LiaisonModel", "LiaisonGraph", "LiaisonCatalog"]),
    module("LiaisonLint", ["LiaisonFiles", "LiaisonModel", "LiaisonGraph", "LiaisonCatalog"]),
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .target(
      name: "CGraphvizShim",
      dependencies: [.target(name: "CGraphviz", condition: .when(traits: ["Graphviz"]))],
      cSettings: [.define("LIAISON_GRAPHVIZ", .when(traits: ["Graphviz"]))]),
    module("LiaisonGraphviz", ["CGraphvizShim"]),
    module(
      "LiaisonDiagrams",
      ["LiaisonModel", "LiaisonGaps", "LiaisonGraph", "LiaisonGraphviz", "LiaisonCatalog"]),
    module("LiaisonReports", ["LiaisonModel", "LiaisonGaps", "LiaisonDiagrams", "LiaisonFiles"]),
    module(
      "LiaisonLintCommand",
      [
        "LiaisonLint", "LiaisonGaps", "LiaisonFiles", "LiaisonModel", "LiaisonCatalog",
        argumentParser,
      ]),
    module(
      "LiaisonCommand",
      [
        "LiaisonCatalog", "LiaisonGraph", "LiaisonModel", "LiaisonFiles", "LiaisonGaps",
        "LiaisonLint", "LiaisonGraphviz", "LiaisonDiagrams", "LiaisonReports",
        "LiaisonLintCommand", argumentParser,
      ]),
    .executableTarget(
      name: "LiaisonMain", dependencies: ["LiaisonCommand"], swiftSettings: strict),
    .executableTarget(
      name: "LiaisonLintMain", dependencies: ["LiaisonLintCommand"], swiftSettings: strict),

    .plugin(
      name: "LintGraphs", capability: .buildTool(), dependencies: ["LiaisonLintMain"]),
    .plugin(
      name: "LintGraphsCommand",
      capability: .command(
        intent: .custom(
          verb: "lint-graphs", description: "Lint the stakeholder networks in graphs/.")),
      dependencies: ["LiaisonLintMain"]),
    .plugin(
      name: "RenderGraphsCommand",
      capability: .command(
        intent: .custom(
          verb: "render-graphs", description: "Draw the stakeholder networks in graphs/."),
        permissions: [
          .writeToPackageDirectory(reason: "The figures are written beside their networks.")
        ])),

    .target(
      name: "LiaisonTestSupport", dependencies: ["LiaisonModel", "LiaisonGraph"],
      path: "Tests/LiaisonTestSupport", swiftSettings: strict),
    tests("LiaisonGraphTests", ["LiaisonGraph", "LiaisonCatalog"], exclude: ["Oracle"]),
    tests("LiaisonModelTests", ["LiaisonModel", "LiaisonGraph", "LiaisonFiles"]),
    tests("LiaisonFilesTests", ["LiaisonFiles", "LiaisonModel", "LiaisonCatalog"]),
    tests(
      "LiaisonGapsTests",
      ["LiaisonGaps", "LiaisonFiles", "LiaisonModel", "LiaisonGraph", "LiaisonCatalog"]),
    tests(
      "LiaisonLintTests",
      ["LiaisonLint", "LiaisonGaps", "LiaisonFiles", "LiaisonModel", "LiaisonCatalog"]),
    tests("LiaisonGraphvizTests", ["LiaisonGraphviz", "LiaisonMain"]),
    tests(
      "LiaisonDiagramsTests",
      [
        "LiaisonDiagrams", "LiaisonGraph", "LiaisonGraphviz", "LiaisonGaps", "LiaisonFiles",
        "LiaisonModel", "LiaisonCatalog", "LiaisonMain",
      ]),
    tests(
      "LiaisonReportsTests",
      [
        "LiaisonReports", "LiaisonDiagrams", "LiaisonGaps", "LiaisonFiles", "LiaisonModel",
        "LiaisonMain",
      ]),
    tests(
      "LiaisonCommandTests",
      [
        "LiaisonCatalog", "LiaisonCommand", "LiaisonMain", "LiaisonLintMain", "LiaisonFiles",
        "LiaisonGraph", "LiaisonModel",
      ]),
    tests("PluginTests", []),
    tests("PackageTests", []),
  ],
  swiftLanguageModes: [.v6]
)
