import LiaisonModel

/// The organizations of an earlier state that are not listed or not in force in a later one: causes of what is lost.
struct Departures {
  private let changes: PathwayChanges
  private let words: NeedWords
  /// Those listed no more, by their index in the earlier network.
  private let gone: Set<Int>
  /// Those that are listed and do not operate any more.
  private let idle: Set<Int>

  /// - Complexity: O(organizations).
  init(_ changes: PathwayChanges) {
    self.changes = changes
    let (old, new) = (changes.before.pathways, changes.after.pathways)
    words = NeedWords(network: old.network, needs: old.needs)
    var gone: Set<Int> = []
    var idle: Set<Int> = []
    for (index, place) in old.network.organizations.enumerated()
    where place.validity.answer(on: old.date) != .no {
      if let same = new.network.organization(place.id) {
        if new.network.organizations[same].validity.answer(on: new.date) == .no {
          idle.insert(index)
        }
      } else {
        gone.insert(index)
      }
    }
    self.gone = gone
    self.idle = idle
  }

  /// " since the Boys' Hostel is gone", where each of some needs was provided by one of them; else nothing.
  func since(needs: [PathwayTable.Cell]) -> String {
    since(needs) { need in
      changes.earlierNeeds(need).flatMap {
        changes.before.pathways.providers(service: $0.service, area: $0.area, profile: $0.profile)
      }.map(\.organization)
    }
  }

  /// The same, where the best way of each of some rows led through one of them.
  ///
  /// - Complexity: a search for each row, until one led through none.
  func since(rows: [PathwayTable.Cell]) -> String {
    since(rows) { row in
      changes.earlierRows(row).flatMap {
        changes.before.pathways.path(of: $0)?.organizations ?? []
      }
    }
  }

  private func since(
    _ cells: [PathwayTable.Cell], _ places: (PathwayTable.Cell) -> [Int]
  ) -> String {
    if gone.isEmpty, idle.isEmpty { return "" }
    var causes: Set<Int> = []
    for cell in cells {
      let own = places(cell).filter { gone.contains($0) || idle.contains($0) }
      if own.isEmpty { return "" }
      causes.formUnion(own)
    }
    func clause(_ group: Set<Int>, _ one: String, _ many: String) -> String? {
      let names = changes.before.pathways.network.byID(causes.intersection(group))
        .map { words.organization($0) }
      if names.isEmpty { return nil }
      return "\(Wording.list(names, atMost: 3)) \(names.count == 1 ? one : many)"
    }
    let clauses = [
      clause(gone, "is gone", "are gone"),
      clause(idle, "does not operate any more", "do not operate any more"),
    ].compactMap(\.self)
    return clauses.isEmpty ? "" : " since \(clauses.joined(separator: " and "))"
  }
}
