import LiaisonModel

/// The pathways of a small network by trying every one: plain readings of SEMANTICS §3 and §4 on the
/// model's own admission, without masks, bits or searches.
struct BruteForce {
  let network: StakeholderNetwork
  let need: Need
  let date = Written.date

  /// A step: a relation, or nil between an organization and its unit.
  struct Step: Hashable {
    var source: Int
    var target: Int
    var relation: Int?
    /// Whether the relation is taken from its `to` to its `from`.
    var reversed = false
    var length: Int { relation == nil ? 0 : 1 }
  }

  /// What may be overridden: a step's answers, or a service's own.
  enum Relaxed: Hashable {
    case step(Step)
    case service(Int)
  }

  /// One way: its answers in order, its hops, where it ends.
  struct Way {
    var answers: [Answer]
    var hops: Int
    var organizations: [Int]
  }

  var steps: [Step] {
    var steps: [Step] = []
    for (index, relation) in network.relations.enumerated() {
      guard let source = network.organization(of: relation.from),
        let target = network.organization(of: relation.to)
      else { continue }
      steps.append(Step(source: source, target: target, relation: index))
      if !relation.isDirected {
        steps.append(Step(source: target, target: source, relation: index, reversed: true))
      }
    }
    for (unit, place) in network.organizations.enumerated() {
      guard let parent = place.parent else { continue }
      steps.append(Step(source: parent, target: unit, relation: nil))
      steps.append(Step(source: unit, target: parent, relation: nil))
    }
    return steps
  }

  private func unitsRefer(_ step: Step) -> Answer {
    let isUnit = network.organizations[step.target].parent == step.source
    return network.organizations[isUnit ? step.source : step.target].unitsRefer
  }

  func onward(_ step: Step) -> Answer {
    if let relation = step.relation {
      return network.answer(ofHop: relation, reversed: step.reversed, to: need, on: date)
    }
    let place = network.organizations[step.target]
    return unitsRefer(step) & place.validity.answer(on: date)
      & network.answer(relation: nil, target: place.scope, to: need)
  }

  func last(_ step: Step, into service: Int) -> Answer {
    if let relation = step.relation {
      return network.answer(
        ofLastHop: relation, reversed: step.reversed, into: service, to: need, on: date)
    }
    guard network.services[service].organization == step.target else { return .no }
    return unitsRefer(step) & network.answer(ofService: service, to: need, on: date)
  }

  /// What a last step says by itself, as though the service admitted everyone.
  func relationSide(_ step: Step, into service: Int) -> Answer {
    guard let index = step.relation else { return unitsRefer(step) }
    let relation = network.relations[index]
    if let listed = relation.services, !listed.contains(where: { $0.covers(need.service) }) {
      return .no
    }
    var answer = relation.standing(on: date)
    if let list = relation.scope.areas {
      answer = answer & network.answer(of: list, toArea: need.area)
    }
    if let list = relation.scope.groups { answer = answer & list.answer(for: need.group) }
    if let list = relation.scope.cases { answer = answer & list.answer(for: need.caseCode) }
    return answer
  }

  func leads(_ step: Step, to service: Int) -> Bool {
    guard network.services[service].organization == step.target,
      need.service.covers(network.services[service].type)
    else { return false }
    guard let relation = step.relation,
      case .service(let end) = network.relations[relation].end(reversed: step.reversed)
    else { return true }
    return end == service
  }

  /// Whether a step names another service of the organization that also offers one, which would take people in.
  func passesBy(_ step: Step, _ service: Int) -> Bool {
    guard network.services[service].organization == step.target, let relation = step.relation,
      case .service(let end) = network.relations[relation].end(reversed: step.reversed)
    else { return false }
    return end != service && network.answer(ofService: service, to: need, on: date) != .no
  }

  /// Every way without a circle from an entry point to a provider, with what each step says;
  /// `relaxed` is read as yes.
  ///
  /// - Parameter only: the one service to end at; any unless given.
  func ways(from entry: Int, relaxed: Relaxed? = nil, into only: Int? = nil) -> [Way] {
    var found: [Way] = []
    let steps = steps
    let services = network.services.indices.filter { only == nil || only == $0 }
    for service in services where network.services[service].organization == entry {
      guard need.service.covers(network.services[service].type) else { continue }
      let answer =
        relaxed == .service(service) ? .yes : network.answer(ofService: service, to: need, on: date)
      found.append(Way(answers: [answer], hops: 0, organizations: [entry]))
    }
    func walk(_ way: Way) {
      guard let current = way.organizations.last else { return }
      for step in steps where step.source == current {
        for service in services
        where leads(step, to: service) || relaxed == .step(step) && passesBy(step, service) {
          var answer = last(step, into: service)
          if relaxed == .step(step) { answer = .yes }
          if relaxed == .service(service) { answer = relationSide(step, into: service) }
          var end = way
          end.answers.append(answer)
          end.hops += step.length
          end.organizations.append(step.target)
          found.append(end)
        }
        guard !way.organizations.contains(step.target) else { continue }
        let answer = relaxed == .step(step) ? .yes : onward(step)
        if answer == .no { continue }
        var longer = way
        longer.answers.append(answer)
        longer.hops += step.length
        longer.organizations.append(step.target)
        walk(longer)
      }
    }
    walk(Way(answers: [], hops: 0, organizations: [entry]))
    return found
  }

  /// The organizations reached over yes or unknown.
  ///
  /// - Parameter closed: those that nobody passes.
  func reached(from entry: Int, past closed: (Int) -> Bool = { _ in false }) -> Set<Int> {
    var reached: Set<Int> = [entry]
    var grows = true
    while grows {
      grows = false
      for step in steps
      where reached.contains(step.source) && !reached.contains(step.target)
        && onward(step) != .no && !closed(step.target)
      {
        reached.insert(step.target)
        grows = true
      }
    }
    return reached
  }
}
