import LiaisonModel
import Testing

@Suite("Findings")
struct FindingTests {
  @Test("The id is FNV-1a 64 of the rule and the key, each prefixed by its length")
  func knownId() {
    // FNV-1a 64 of "6:REF0011:a2:bc", computed by hand with the published constants.
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in "6:REF0011:a2:bc".utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    let id = Finding.id(rule: "REF001", key: ["a", "bc"])
    #expect(id == String(hash, radix: 16) || id.hasSuffix(String(hash, radix: 16)))
    #expect(id.utf8.count == 16)
  }

  @Test("Keys that run together differ")
  func lengths() {
    #expect(Finding.id(rule: "R", key: ["ab", "c"]) != Finding.id(rule: "R", key: ["a", "bc"]))
    #expect(Finding.id(rule: "R", key: ["a"]) != Finding.id(rule: "R", key: ["a", ""]))
  }

  @Test("The id knows nothing of values, places or words")
  func stable() {
    let one = Finding(rule: "R", severity: .error, key: ["x"], sentence: "One.")
    var other = one
    other.sentence = "Another."
    other.value = 3
    other.severity = .info
    other.cells = 7
    other.origin = Origin(Place(file: 0, spot: .bytes(3..<5)))
    #expect(one.id == other.id)
  }
}
