import LiaisonModel

/// Which rows one answer decides by itself: those that a yes makes certain, and that have no other way,
/// certain or possible, where it is no.
///
/// A row whose best way rests on one thing may still have a second way that rests on another: then no one
/// answer settles it.
struct DecidedRows {
  private struct Given: Hashable {
    var subject: DoubtLedger.Subject
    var answer: Answer
  }

  /// The need of which `reaching` speaks.
  private var need: PathwayTable.Cell?
  /// Those who reach the need where a subject is answered: for certain after a yes, possibly after a no.
  private var reaching: [Given: Set<Int>] = [:]

  /// Whether the answer about one of the things on which a row's best way rests decides the row. What is
  /// on every way is on the best, so that no answer about anything else does.
  ///
  /// - Parameter subjects: all on which the best way rests.
  /// - Complexity: O(what leads to the providers of the need), once for each subject of a need.
  mutating func decides(
    _ subject: DoubtLedger.Subject, among subjects: [DoubtLedger.Subject],
    _ cell: PathwayTable.Cell, _ search: NeedSearch
  ) -> Bool {
    switch subject {
    case .entry, .silent: return subjects.count == 1
    case .relation, .organization, .service, .units: break
    }
    let entry = search.table.entries[cell.entry]
    guard !subjects.contains(.entry(entry)),
      !reaching(cell, Given(subject: subject, answer: .no), search).contains(entry)
    else { return false }
    return subjects.count == 1
      || reaching(cell, Given(subject: subject, answer: .yes), search).contains(entry)
  }

  private mutating func reaching(
    _ cell: PathwayTable.Cell, _ given: Given, _ search: NeedSearch
  ) -> Set<Int> {
    if need.map({ !$0.hasNeed(of: cell) }) ?? true {
      need = cell
      reaching.removeAll(keepingCapacity: true)
    }
    let found = reaching[given] ?? search.reaching(given.subject, answered: given.answer)
    reaching[given] = found
    return found
  }
}

extension PathwayTable.Cell {
  fileprivate func hasNeed(of other: PathwayTable.Cell) -> Bool {
    (service, area, profile) == (other.service, other.area, other.profile)
  }
}

extension NeedSearch {
  /// The organizations from which the need is reached, or that serve it themselves: for certain after a
  /// yes about a subject, possibly after a no.
  fileprivate func reaching(
    _ subject: DoubtLedger.Subject, answered given: Answer
  ) -> Set<Int> {
    let arcs = table.arcs
    func isOpen(_ answer: Answer, _ index: Int, into service: Int?) -> Bool {
      let hop = arcs.arcs[index].hop
      if given == .no { return answer != .no && !subject.opens(hop, into: service, table) }
      return answer == .yes || answer == .unknown && subjects(of: hop, into: service) == [subject]
    }
    var found: Set<Int> = []
    var queue: [Int] = []
    for (source, step) in lastSteps()
    where isOpen(step.answer, step.arc, into: step.service) && found.insert(source).inserted {
      queue.append(source)
    }
    var head = 0
    while head < queue.count {
      let target = queue[head]
      head += 1
      for index in arcs.incoming[target] where isOpen(onward(index), index, into: nil) {
        let source = arcs.arcs[index].hop.source
        if found.insert(source).inserted { queue.append(source) }
      }
    }
    for offer in table.offers.offers(service: service, area: area) {
      let provider = table.providers[service][offer.provider].service
      let answer = offer.answer & arcs.masks.answer(offer.profileMask, profile: profile)
      let isAsked = subject == .service(provider)
      if given == .no ? answer != .no && !isAsked : answer == .yes || answer == .unknown && isAsked
      {
        found.insert(table.network.services[provider].organization)
      }
    }
    return found
  }
}

extension DoubtLedger.Subject {
  /// Whether people may take a step only where the answer is not no.
  fileprivate func opens(_ hop: Hop, into service: Int?, _ table: PathwayTable) -> Bool {
    switch self {
    case .relation(let relation): return hop.relation == relation
    case .organization(let organization): return service == nil && hop.target == organization
    case .service(let asked): return service == asked
    case .units(let parent):
      let isUnit = table.network.organizations[hop.target].parent == hop.source
      return hop.relation == nil && (isUnit ? hop.source : hop.target) == parent
    case .entry, .silent: return false
    }
  }
}
