import LiaisonModel
import Testing

@Suite("Scope lists")
struct ScopeListTests {
  @Test("A code covers itself and what is below it, and nothing beside it")
  func covers() {
    #expect(Code("gov").covers("gov.health"))
    #expect(Code("gov").covers("gov"))
    #expect(!Code("gov").covers("government"))
    #expect(!Code("gov.health").covers("gov"))
    #expect(Code.any.covers("gov"))
  }

  @Test("A list is complete: what no entry matches is no")
  func complete() {
    let list = ScopeList([ScopeTerm("adult.female")])
    #expect(list.answer(for: "adult.female") == .yes)
    #expect(list.answer(for: "adult.male") == .no)
    #expect(list.answer(for: "adult") == .no)
  }

  @Test("The longest entry that matches decides, whatever the order")
  func longest() {
    let terms = [ScopeTerm("adult"), ScopeTerm("adult.male", .no), ScopeTerm(.any, .unknown)]
    for list in [ScopeList(terms), ScopeList(terms.reversed())] {
      #expect(list.answer(for: "adult.female") == .yes)
      #expect(list.answer(for: "adult.male") == .no)
      #expect(list.answer(for: "child.male") == .unknown)
    }
  }

  @Test("Of a chain of areas the nearest that is listed decides")
  func chain() {
    let list = ScopeList([ScopeTerm("province"), ScopeTerm("north", .no)])
    #expect(list.answer(chain: ["north", "province"]) == .no)
    #expect(list.answer(chain: ["south", "province"]) == .yes)
    #expect(list.answer(chain: ["elsewhere"]) == .no)
    #expect(ScopeList.any.answer(chain: ["elsewhere"]) == .yes)
  }

  @Test("Entries are written with their marks")
  func text() {
    #expect(ScopeTerm("adult").text == "adult")
    #expect(ScopeTerm("adult", .no).text == "adult=no")
    #expect(ScopeTerm("adult", .unknown).text == "adult=unknown")
  }
}
