import LiaisonModel

/// Two states of a network, each cut down to the organizations that both list: a state that asked more
/// people is not better or worse for that.
struct CommonBoundary {
  /// How many organizations both list, units counted.
  let organizations: Int
  let before: NetworkDocument
  let after: NetworkDocument

  /// Cuts both down; nil where they list the same organizations, or none in common.
  ///
  /// - Throws: `PatchError`, never for documents that resolve.
  /// - Complexity: O(documents × organizations that only one lists). Units form no cycle in documents that
  ///   resolve.
  init?(_ before: NetworkDocument, _ after: NetworkDocument) throws(PatchError) {
    var states = [before, after]
    var isSame = true
    // A unit that both list goes where its parent does: what one loses so, the other loses next.
    while true {
      let ids = states.map { Set($0.organizations.compactMap(\.id.value)) }
      if ids[0] == ids[1] { break }
      isSame = false
      states[0] = try Self.cut(states[0], to: ids[1])
      states[1] = try Self.cut(states[1], to: ids[0])
    }
    guard !isSame, !states[0].organizations.isEmpty else { return nil }
    organizations = states[0].organizations.count
    self.before = states[0]
    self.after = states[1]
  }

  /// A document without the organizations that are not among some.
  private static func cut(
    _ document: NetworkDocument, to kept: Set<String>
  ) throws(PatchError) -> NetworkDocument {
    var patch = NetworkPatch()
    var parents: [String: String] = [:]
    for place in document.organizations {
      if let id = place.id.value, let parent = place.parent.value { parents[id] = parent }
    }
    let leaving = document.organizations.compactMap(\.id.value).filter { !kept.contains($0) }
    let all = Set(leaving)
    for id in leaving {
      // Units go with their organization.
      var above = parents[id]
      while let parent = above, !all.contains(parent) { above = parents[parent] }
      if above == nil { patch.removals.append(.init(.organizations, id)) }
    }
    return try patch.applied(to: document).document
  }
}
