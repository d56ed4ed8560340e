import LiaisonModel

/// The referrals in force of a document, by the organizations they leave and reach.
///
/// What cannot be read yet is taken for a way on, so that a slip of the pen makes no dead end.
struct ReferralArcs {
  /// For each organization the relations that reach it from another.
  private(set) var incoming: [[Int]]
  /// Whether a referral in force leaves it, or people pass between it and its units.
  private(set) var leadsOn: [Bool]
  /// For each organization its services, by their positions in the context.
  private(set) var services: [[Int]]

  init(_ context: LintContext) {
    let document = context.document
    let count = document.organizations.count
    incoming = Array(repeating: [], count: count)
    leadsOn = Array(repeating: false, count: count)
    services = Array(repeating: [], count: count)
    for index in document.relations.indices where context.mayBeReferral(index) {
      guard context.isInForce(document.relations[index].validity),
        let from = context.ends[index].from.organization
      else { continue }
      let to = context.ends[index].to.organization
      if to != from { leadsOn[from] = true }
      if let to, to != from, context.isReferral(index) { incoming[to].append(index) }
    }
    for index in document.organizations.indices {
      guard let text = document.organizations[index].parent.value,
        let parent = context.organizations.position(text),
        document.organizations[parent].unitsRefer.value != .no
      else { continue }
      leadsOn[index] = true
      leadsOn[parent] = true
    }
    for index in context.services.indices {
      if let owner = context.services[index].organization { services[owner].append(index) }
    }
  }
}

extension LintContext {
  /// Whether a relation stands in the referral layer.
  func isReferral(_ index: Int) -> Bool {
    guard let kind = document.relations[index].kind.value else { return false }
    return kind != "gives_feedback_to" && words.kinds[kind]?.family == .referral
  }

  /// Whether a relation may stand in the referral layer: its kind is one, or is not known.
  func mayBeReferral(_ index: Int) -> Bool {
    guard let kind = document.relations[index].kind.value else { return true }
    guard let known = words.kinds[kind] else { return true }
    return kind != "gives_feedback_to" && known.family == .referral
  }

  /// Whether an organization stayed silent when it was asked.
  func isSilent(_ organization: Int) -> Bool {
    document.organizations[organization].answered.value == .silent
  }

  /// Whether a service and its organization are in force.
  func isServiceInForce(_ index: Int) -> Bool {
    guard isInForce(service(index).validity) else { return false }
    guard let owner = services[index].organization else { return true }
    return isInForce(document.organizations[owner].validity)
  }
}
