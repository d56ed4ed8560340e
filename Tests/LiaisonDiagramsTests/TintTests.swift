import LiaisonModel
import Testing

@testable import LiaisonDiagrams

@Suite("Colours of figures")
struct TintTests {
  @Test("Contrast is that of WCAG")
  func contrast() {
    #expect(abs(Tint(0).contrast(to: .white) - 21) < 0.001)
    #expect(abs(Tint(0x767676).contrast(to: .white) - 4.54) < 0.01)
    #expect(abs(Tint(0xFF0000).contrast(to: .white) - 3.998) < 0.001)
  }

  @Test("Text can be read on every fill", arguments: SectorGroup.allCases)
  func groups(_ group: SectorGroup) {
    #expect(group.style.text.contrast(to: group.style.fill) >= 4.5)
    // A graphical mark needs 3:1.
    if group.style.mark != .none {
      #expect(group.style.markColor.contrast(to: group.style.fill) >= 3)
    }
  }

  @Test("Each family has a mark of its own, so that nothing is told by colour alone")
  func marks() {
    let marks = SectorGroup.allCases.map(\.mark)
    #expect(Set(marks).count == marks.count)
  }

  @Test("A sector belongs to one family")
  func families() {
    #expect(SectorGroup("gov.labour_inspection") == .labour)
    #expect(SectorGroup("gov.lead") == .coordination)
    #expect(SectorGroup("legal.aid_bar") == .justice)
    #expect(SectorGroup(nil) == .other)
    #expect(SectorGroup("governance") == .other)
  }
}
