import LiaisonGraph
import LiaisonModel

/// The referrals in force of a document, by the organizations they leave and reach.
///
/// An organization and its units, between which people pass unless it says otherwise (`units_refer`), are
/// one *house*: what one of them offers, the others lead to. What cannot be read yet is taken for a way
/// on, so that a slip of the pen makes no dead end.
struct ReferralArcs {
  /// For each organization the relations that reach it from another house.
  private(set) var incoming: [[Int]]
  /// Whether a referral in force leaves its house.
  private(set) var leadsOn: [Bool]
  /// For each organization the services of its house, by their positions in the context.
  private(set) var services: [[Int]]

  init(_ context: LintContext) {
    let document = context.document
    let count = document.organizations.count
    var ties: [Edge] = []
    var astray: [Int] = []
    for index in document.organizations.indices {
      guard let text = document.organizations[index].parent.value else { continue }
      guard let parent = context.organizations.position(text) else {
        astray.append(index)
        continue
      }
      if document.organizations[parent].unitsRefer.value != .no {
        ties.append(Edge(index, parent))
      }
    }
    let house = Graph(checked: ties, nodeCount: count, directed: false, weights: nil)
      .weakComponents().component.values
    var incoming = Array(repeating: [Int](), count: count)
    var leaves = Array(repeating: false, count: count)
    for index in astray { leaves[house[index]] = true }
    for index in document.relations.indices where context.mayBeReferral(index) {
      guard context.isInForce(document.relations[index].validity),
        let from = context.ends[index].from.organization
      else { continue }
      let to = context.ends[index].to.organization
      if let to, house[to] == house[from] { continue }
      leaves[house[from]] = true
      if let to, context.isReferral(index) { incoming[to].append(index) }
    }
    var offered = Array(repeating: [Int](), count: count)
    for index in context.services.indices {
      if let owner = context.services[index].organization { offered[house[owner]].append(index) }
    }
    self.incoming = incoming
    leadsOn = house.map { leaves[$0] }
    services = house.map { offered[$0] }
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
