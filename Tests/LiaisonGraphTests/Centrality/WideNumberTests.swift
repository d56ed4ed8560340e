import Testing

@testable import LiaisonGraph

@Suite("Numbers of any size")
struct WideNumberTests {
  @Test("they reckon as doubles do", arguments: [0, 1, 0.1, 3, 1e-300, 1e300, 12_345.678])
  func agrees(a: Double) {
    for b in [0, 1, 0.7, 1e-200, 1e17, 5e15] {
      #expect((WideNumber(a) + WideNumber(b)).value == a + b)
      #expect((WideNumber(a) * WideNumber(b)).value == a * b)
      if b > 0 { #expect((WideNumber(a) / WideNumber(b)).value == a / b) }
    }
  }

  @Test("2 to the power of 5,000, and back")
  func great() {
    var power = WideNumber(1)
    for _ in 0..<5_000 { power = power + power }
    #expect(power.value == .infinity)
    #expect((power / power).value == 1)
    #expect((WideNumber(3) / power).value == 0)
    #expect((WideNumber(3) / power * power).value == 3)
    #expect(power + WideNumber(1) == power)
  }
}
