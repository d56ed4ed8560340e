import Foundation
import LiaisonTestSupport
import Testing

/// DESIGN §2: what each module may import, asserted from the sources.
@Suite("What each module imports")
struct ImportTests {
  /// Our modules that each of our modules may import, and what else it may.
  static let table: [String: Set<String>] = [
    "LiaisonCatalog": [],
    "LiaisonGraph": ["LiaisonCatalog", "Synchronization", "Dispatch"],
    "LiaisonModel": ["LiaisonGraph"],
    "LiaisonFiles": ["LiaisonModel", "LiaisonCatalog", "Synchronization", "Dispatch"],
    "LiaisonGaps": ["LiaisonModel", "LiaisonGraph", "LiaisonCatalog"],
    "LiaisonLint": ["LiaisonFiles", "LiaisonModel", "LiaisonGraph", "LiaisonCatalog"],
    "LiaisonGraphviz": ["CGraphvizShim", "Synchronization", "Dispatch"],
    "LiaisonDiagrams": [
      "LiaisonModel", "LiaisonGaps", "LiaisonGraph", "LiaisonGraphviz", "LiaisonCatalog",
    ],
    "LiaisonReports": [
      "LiaisonModel", "LiaisonGaps", "LiaisonDiagrams", "LiaisonFiles", "Dispatch",
      "Synchronization",
    ],
    "LiaisonLintCommand": [
      "LiaisonLint", "LiaisonGaps", "LiaisonFiles", "LiaisonModel", "LiaisonCatalog",
      // What a run has said once, whichever thread resolves the network.
      "ArgumentParser", "Synchronization",
    ],
    "LiaisonCommand": [
      "LiaisonCatalog", "LiaisonGraph", "LiaisonModel", "LiaisonFiles", "LiaisonGaps",
      "LiaisonLint", "LiaisonGraphviz", "LiaisonDiagrams", "LiaisonReports",
      "LiaisonLintCommand", "ArgumentParser", "Dispatch",
    ],
    "LiaisonMain": ["LiaisonCommand"],
    "LiaisonLintMain": ["LiaisonLintCommand"],
  ]

  /// The C library, by its names on the platforms; any module that talks to the system may.
  static let system: Set<String> = ["Glibc", "Musl", "Darwin"]
  static let systemModules: Set<String> = [
    "LiaisonGraph", "LiaisonFiles", "LiaisonGraphviz", "LiaisonLintCommand", "LiaisonCommand",
    "LiaisonDiagrams",
  ]

  @Test("No module imports more than its row of the table")
  func imports() throws {
    let sources = Checkout.root.appending(path: "Sources")
    var seen = 0
    for module in try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted() {
      guard let allowed = Self.table[module] else {
        #expect(module.hasPrefix("CGraphviz"), "\(module) has no row in the table")
        continue
      }
      let folder = sources.appending(path: module)
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        seen += 1
        for imported in try Self.imports(of: file) {
          let isSystem = Self.system.contains(imported) && Self.systemModules.contains(module)
          #expect(
            allowed.contains(imported) || isSystem,
            "\(module)/\(file.lastPathComponent) imports \(imported)")
        }
      }
    }
    #expect(seen > 60, "the sources were not found")
  }

  /// The modules that a file imports.
  static func imports(of file: URL) throws -> [String] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), keyword <= 1,
        words.prefix(keyword).allSatisfy({ $0 == "public" || $0 == "package" || $0 == "internal" })
      else { return nil }
      return words.dropFirst(keyword + 1).first.map { String($0.split(separator: ".")[0]) }
    }
  }

  @Test("The closure of the lint tool holds no C")
  func lintClosure() {
    var closure: Set<String> = ["LiaisonLintMain"]
    var open = ["LiaisonLintMain"]
    while let module = open.popLast() {
      for next in (Self.table[module] ?? []).sorted() where closure.insert(next).inserted {
        open.append(next)
      }
    }
    #expect(!closure.contains("CGraphvizShim"))
    #expect(!closure.contains("LiaisonGraphviz"))
    #expect(closure.contains("LiaisonLint"))
  }
}
