import LiaisonModel

/// Why a step or a service says no, as far as one need tells.
enum StopReason: Hashable {
  case ended(CalendarDate)
  case notYet(CalendarDate)
  case status(Code)
  case denied
  case services
  /// It leads to this service of an organization, by index, and so to none of its others.
  case otherService(Int)
  case onward
  case areas
  case groups
  case cases
}

/// Whose no it is.
enum StopSide: Hashable {
  case relation
  /// The organization at the end of the step.
  case organization
  /// The service at the end of the step.
  case service
}

extension StopReason {
  /// "is recorded as suspended", "ended on 2024-12-31": why something is not in force.
  var whyNotInForce: String {
    switch self {
    case .ended(let date): "ended on \(date)"
    case .notYet(let date): "starts on \(date)"
    case .status(let code): "is recorded as \(Wording.word(code))"
    default: "is not in operation"
    }
  }
}

extension Validity {
  /// Why it does not hold on a day; nil where it does or may.
  func reason(on date: CalendarDate) -> StopReason? {
    if let from, date < from { return .notYet(from) }
    if let until, until < date { return .ended(until) }
    if statusAnswer == .no, let status { return .status(status) }
    return nil
  }
}

extension StakeholderNetwork {
  /// The dimension in which a scope says no to a need: areas, then groups, then cases.
  func refusal(of scope: Scope, to need: Need) -> StopReason? {
    if let list = scope.areas, answer(of: list, toArea: need.area) == .no { return .areas }
    if let list = scope.groups, list.answer(for: need.group) == .no { return .groups }
    if let list = scope.cases, list.answer(for: need.caseCode) == .no { return .cases }
    return nil
  }

  /// Why a relation by itself says no to a need; nil where it does not.
  func refusal(
    ofRelation index: Int, to need: Need, isLast: Bool, on date: CalendarDate
  ) -> StopReason? {
    let relation = relations[index]
    if let reason = relation.validity.reason(on: date) { return reason }
    if relation.evidenceAnswer == .no { return .denied }
    if !isLast, relation.onward == .no { return .onward }
    if isLast, let listed = relation.services,
      !listed.contains(where: { $0.covers(need.service) || need.service.covers($0) })
    {
      return .services
    }
    return refusal(of: relation.scope, to: need)
  }
}
