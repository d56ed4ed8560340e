// swift-tools-version: 6.1
import PackageDescription

// Apart from the main package, whose users should not fetch what only measuring needs.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "Liaison", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "times", dependencies: [.product(name: "LiaisonGraph", package: "Liaison")]),
    .executableTarget(
      name: "GraphKernels",
      dependencies: [
        .product(name: "LiaisonGraph", package: "Liaison"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/GraphKernels",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
