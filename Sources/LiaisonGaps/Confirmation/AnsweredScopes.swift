import LiaisonModel

/// Scopes as answers change them: each mark that was open gets its answer, the rest stays.
struct AnsweredScopes {
  /// The scope of one entry.
  private struct Note {
    var table: NetworkPatch.Table
    var id: String
    var isEntry: Bool
    var scope: Scope
    var changed: Set<ConfirmationPoint.Matter> = []
  }

  private var notes: [Note] = []

  /// Takes down an answer; one that is not known leaves the mark as it is.
  ///
  /// - Parameters:
  ///   - scope: the scope of the entry as it is.
  ///   - isEntry: whether it says who arrives first, instead of who is taken in.
  /// - Throws: `AnswerNotes.Problem` for a code that the network does not have.
  mutating func take(
    _ key: ConfirmationPoint.Key, _ answer: Answer, _ scope: Scope, isEntry: Bool,
    in network: StakeholderNetwork
  ) throws(AnswerNotes.Problem) {
    for code in key.codes where !Self.isKnown(code, key.matter, network) {
      throw AnswerNotes.Problem(
        message: "\(Quoted(code.text)) is not a code that `\(key.matter.rawValue)` has.")
    }
    guard answer != .unknown else { return }
    let known = notes.firstIndex {
      $0.table == key.table && $0.id == key.id && $0.isEntry == isEntry
    }
    var note =
      known.map { notes[$0] }
      ?? Note(table: key.table, id: key.id, isEntry: isEntry, scope: scope)
    let dimension = key.matter.dimension
    for code in key.codes {
      // A list once written is complete: what was not stated stays open beside the answer.
      let list =
        note.scope[keyPath: dimension] ?? network.header.assume[keyPath: dimension]
        ?? ScopeList([ScopeTerm(.any, .unknown)])
      note.scope[keyPath: dimension] = ScopeList(
        list.terms.filter { $0.code != code } + [ScopeTerm(code, answer)])
    }
    note.changed.insert(key.matter)
    if let known { notes[known] = note } else { notes.append(note) }
  }

  private static func isKnown(
    _ code: Code, _ matter: ConfirmationPoint.Matter, _ network: StakeholderNetwork
  ) -> Bool {
    if code == .any { return true }
    switch matter {
    case .areas, .entryAreas: return network.area(code.text) != nil
    case .groups, .entryGroups: return network.vocabulary.term(code, in: .groups) != nil
    default: return network.vocabulary.term(code, in: .cases) != nil
    }
  }

  /// The lists that answers changed, a change an entry.
  var changes: [NetworkPatch.Change] { notes.map(change) }

  private func change(_ note: Note) -> NetworkPatch.Change {
    var scope = ScopeEntry()
    func field(_ list: ScopeList?, _ matter: ConfirmationPoint.Matter) -> Field<ScopeList> {
      guard note.isEntry || note.changed.contains(matter), let list else { return .absent }
      return .of(list)
    }
    scope.areas = field(note.scope.areas, .areas)
    scope.groups = field(note.scope.groups, .groups)
    scope.cases = field(note.scope.cases, .cases)
    switch note.table {
    case .services:
      var entry = ServiceEntry()
      entry.scope = scope
      return NetworkPatch.Change(note.table, note.id, ServiceEntry.schema.members(entry))
    case .relations:
      var entry = RelationEntry()
      entry.scope = scope
      return NetworkPatch.Change(note.table, note.id, RelationEntry.schema.members(entry))
    default:
      var entry = OrganizationEntry()
      if note.isEntry {
        var point = EntryPointEntry()
        point.scope = scope
        entry.entryPoint = .of(point)
      } else {
        entry.scope = scope
      }
      return NetworkPatch.Change(note.table, note.id, OrganizationEntry.schema.members(entry))
    }
  }
}

extension ConfirmationPoint.Matter {
  /// The part of a scope that it asks about.
  fileprivate var dimension: WritableKeyPath<Scope, ScopeList?> {
    switch self {
    case .areas, .entryAreas: \.areas
    case .groups, .entryGroups: \.groups
    default: \.cases
    }
  }
}
