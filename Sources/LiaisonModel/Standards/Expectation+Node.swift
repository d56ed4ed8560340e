extension Expectation {
  /// The expectation as a standard writes it.
  ///
  /// - Parameter withSentence: whether its sentence is written, where it has one.
  public func node(withSentence: Bool = false) -> SourceNode {
    func member(_ key: String, _ text: String) -> SourceNode.Member {
      SourceNode.Member(key: key, node: .text(text))
    }
    var members = [member("id", id), member("kind", kind)] + parameters
    members.append(member("severity", severity.code))
    if withSentence, let sentence { members.append(member("sentence", sentence)) }
    members.append(member("citation", citation))
    return SourceNode(.map(members))
  }
}
