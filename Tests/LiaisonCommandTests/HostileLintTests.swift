import Foundation
import LiaisonTestSupport
import Testing

/// The hostile input set through `liaison lint` as a process.
@Suite("Hostile files through lint", .serialized)
struct HostileLintTests {
  static let generator = Checkout.shared("hostile/make_hostile.py")

  @Test(
    "Each ends by itself, with 0, 1 or 65, says one line a finding and leaks nothing",
    .enabled(if: generator != nil, "no ../shared"), arguments: ["yaml", "csv", "json", "dot"])
  func ends(_ format: String) throws {
    let folder = try TemporaryFolder()
    let made = try ToolRun.run("python3", [try #require(Self.generator), folder.url.path])
    try #require(made.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(format)).sorted()
    try #require(names.count > 10)
    for name in names {
      let path = folder.path("\(format)/\(name)")
      let run = try ToolRun.run(
        ToolRun.built("liaison-lint"), ["lint", path],
        environment: ["SWIFT_BACKTRACE": "enable=no"], limit: 30)
      #expect(!run.wasSignalled && [0, 1, 65].contains(run.status), "\(name): \(run.status)")
      #expect(!run.output.contains("CANARY") && !run.errors.contains("CANARY"), "\(name)")
      for line in run.output.split(separator: "\n") where !line.hasPrefix("…") {
        #expect(line.hasPrefix("\(path):") && line.hasSuffix("]"), "\(name): \(line)")
      }
      let odd = (run.output + run.errors).unicodeScalars.contains {
        ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value)
      }
      #expect(!odd, "\(name) reaches the terminal")
    }
    // Nothing was written beside the files.
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path(format)).sorted() == names)
  }
}
