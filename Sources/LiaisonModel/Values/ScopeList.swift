/// One entry of a scope list: a code and what it answers.
///
/// Written `adult.female`, `adult.male=no` or `child=unknown`; without a mark the answer is yes.
public struct ScopeTerm: Hashable, Sendable {
  /// The code; `any` matches all.
  public var code: Code
  /// What it answers.
  public var answer: Answer

  /// Creates an entry.
  public init(_ code: Code, _ answer: Answer = .yes) {
    self.code = code
    self.answer = answer
  }

  /// The entry as it is written.
  public var text: String { answer == .yes ? code.text : "\(code.text)=\(answer.code)" }
}

/// A written scope list, which is complete: what no entry matches is `no`.
///
/// The longest match wins (SEMANTICS §3).
public struct ScopeList: Hashable, Sendable {
  /// The entries, in file order.
  public var terms: [ScopeTerm]

  /// A list of entries.
  public init(_ terms: [ScopeTerm]) { self.terms = terms }

  /// The list `[any]`.
  public static let any = ScopeList([ScopeTerm(.any)])

  /// What the list says to a chain of codes from the narrowest to the widest, such as an area and
  /// its ancestors: the entry of the narrowest code that is listed decides, then `any`, else no.
  ///
  /// - Complexity: O(chain × entries).
  public func answer(chain: some Sequence<Code>) -> Answer {
    for code in chain {
      for term in terms where term.code == code { return term.answer }
    }
    for term in terms where term.code == .any { return term.answer }
    return .no
  }

  /// What the list says to a dotted code: the longest entry that covers it decides, else no.
  ///
  /// - Complexity: O(entries).
  public func answer(for code: Code) -> Answer {
    var best: ScopeTerm?
    var length = -1
    for term in terms where term.code.covers(code) {
      let size = term.code == .any ? 0 : term.code.text.utf8.count
      if size > length {
        best = term
        length = size
      }
    }
    return best?.answer ?? .no
  }
}
