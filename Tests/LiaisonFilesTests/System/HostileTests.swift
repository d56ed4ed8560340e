import Foundation
import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonFiles

/// The hostile input set of the shared folder beside the checkout.
@Suite struct HostileTests {
  static let generator = Checkout.shared("hostile/make_hostile.py")

  /// The files of one format, written into a folder of the test.
  private func files(_ format: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", try #require(Self.generator), folder.path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let paths = try DirectoryListing.files(under: folder.path + "/" + format, endingIn: [""])
    try #require(paths.count > 10)
    return try paths.map { path in
      (String(path.split(separator: "/").last ?? ""), try InputFile.read(path).bytes)
    }
  }

  private static let readable: Set<String> = [
    "bom.yaml", "cr-only.yaml", "crlf.yaml", "empty.yaml", "only-comment.yaml", "scalar.yaml",
    "numbers.yaml", "norway.yaml", "timestamp.yaml", "binint.yaml", "int-overflow.yaml",
    "int8.yaml", "float-inf.yaml", "nan.yaml", "sexa-long.yaml", "sexagesimal-overflow.yaml",
    "yams-trap-24-bytes.yaml", "include-traversal.yaml", "bidi-homoglyph.yaml",
    "script-injection.yaml",
  ]

  @Test(
    "Every hostile YAML file ends quickly, and is refused unless it is only odd text",
    .enabled(if: generator != nil, "no ../shared"))
  func yaml() throws {
    for (name, bytes) in try files("yaml") {
      let start = ContinuousClock.now
      let result = YAMLReader.read(bytes: bytes)
      #expect(ContinuousClock.now - start < .seconds(5), "\(name)")
      #expect(result.problems.isEmpty == Self.readable.contains(name), "\(name) \(result.problems)")
      #expect(result.problems.count <= InputLimits.standard.problems, "\(name)")
      // Cut anywhere, it still ends.
      for cut in stride(from: 1, to: min(bytes.count, 400), by: 3) {
        _ = YAMLReader.read(bytes: Array(bytes.prefix(cut)))
      }
    }
  }

  @Test("Every hostile JSON file ends quickly", .enabled(if: generator != nil, "no ../shared"))
  func json() throws {
    let fine: Set<String> = [
      "bom.json", "numbers.json", "int-frac.json", "int-exp.json", "neg0.json", "long-num.json",
      "exp-bomb.json", "proto.json",
    ]
    for (name, bytes) in try files("json") {
      let result = JSONReader.read(bytes: bytes)
      #expect(result.problems.isEmpty == fine.contains(name), "\(name) \(result.problems)")
    }
  }

  @Test("Every hostile CSV file ends quickly", .enabled(if: generator != nil, "no ../shared"))
  func csv() throws {
    let fine: Set<String> = [
      "bom-crlf.csv", "semicolon.csv", "sep-line.csv", "cr-only.csv", "embedded-newline.csv",
      "formula.csv", "numbers.csv", "no-header.csv", "quote-in-field.csv",
    ]
    for (name, bytes) in try files("csv") {
      let table = CSVReader.read(bytes: bytes)
      #expect(table.problems.isEmpty == fine.contains(name), "\(name) \(table.problems)")
    }
  }

  @Test("Mutated YAML ends, and every place is inside the file", arguments: 0..<8)
  func mutations(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let seeds = (YAMLCases.accepted + YAMLCases.refused + YAMLCases.refusedByDesign).map {
      Array($0.utf8)
    }
    let signs = Array("\n\r\t  :-?,[]{}#&*!|>'\"%@`\\~<=.a0u\u{e9}".utf8)
    for _ in 0..<1_500 {
      var bytes = seeds[random.below(seeds.count)] + seeds[random.below(seeds.count)]
      for _ in 0..<(1 + random.below(6)) where !bytes.isEmpty {
        let index = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[index] = signs[random.below(signs.count)]
        case 1: bytes.insert(signs[random.below(signs.count)], at: index)
        case 2: bytes.remove(at: index)
        default:
          let end = index + random.below(min(12, bytes.count - index) + 1)
          bytes.insert(contentsOf: bytes[index..<end], at: random.below(bytes.count))
        }
      }
      let result = YAMLReader.read(bytes: bytes)
      for problem in result.problems {
        guard case .bytes(let range) = problem.place.spot else { continue }
        #expect(range.lowerBound <= bytes.count && range.upperBound <= bytes.count + 1)
      }
      if result.problems.isEmpty, let root = result.root {
        let again = YAMLReader.read(bytes: YAMLWriter.write(root))
        #expect(again.root == root, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
      }
    }
  }
}
