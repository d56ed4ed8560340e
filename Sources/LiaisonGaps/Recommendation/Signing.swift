import LiaisonModel

/// Who would sign an action, and what: every page that tells of an action takes it from here.
struct Signing {
  /// The organizations that sign, by index: a unit's parent signs for it.
  var parties: [Int]
  /// What they sign: "a referral protocol"; nil where one organization decides by itself.
  var document: String?
  /// What a new one says: "It says whom it is for."; nil of an agreement that is there already.
  private(set) var content: String?

  /// "To sign: Provincial Police and the Men's Refuge, a referral protocol."
  func sentence(_ words: NeedWords) -> String {
    let names = Wording.list(parties.map { words.organization($0) })
    guard let document else { return "\(Wording.sentence(names)) can decide it alone." }
    return "To sign: \(names), \(document)."
  }

  init(_ action: RecommendedAction, in network: StakeholderNetwork, on date: CalendarDate) {
    parties = Self.parties(of: action, in: network)
    func title(_ agreement: Int) -> String {
      "“\(network.agreements[agreement].name ?? network.agreements[agreement].id)”"
    }
    /// What is signed so that something of a kind goes from one to another.
    func join(by kind: Code) {
      if parties.count == 1 { return }
      if let agreement = GoverningAgreements(network, on: date).common(to: parties) {
        document = "an addition to \(title(agreement)), which both have signed"
      } else {
        (document, content) = Self.newPaper(kind, network.vocabulary)
      }
    }
    switch action {
    case .relation(_, _, let kind): join(by: kind)
    case .provider(_, _, _, _, .some): join(by: "refers_to")
    case .widerRelation(let key, _):
      guard let relation = network.relation(key: key) else { return }
      let governing = GoverningAgreements(network, on: date)
      document =
        relation.agreement.flatMap { governing.contains($0) ? "an amendment of \(title($0))" : nil }
        ?? "a referral protocol"
    case .renewal(let id, _):
      document = network.agreements.firstIndex { $0.id == id }.map { "the renewal of \(title($0))" }
    case .widerService, .ending, .provider(_, _, _, _, nil): break
    }
  }

  /// Who would sign, by index: a unit's parent for it.
  static func parties(of action: RecommendedAction, in network: StakeholderNetwork) -> [Int] {
    func heads(_ ids: [String]) -> [Int] {
      var heads: [Int] = []
      for place in ids.compactMap({ network.organization($0) }) {
        let head = network.family(of: place)
        if !heads.contains(head) { heads.append(head) }
      }
      return heads
    }
    switch action {
    case .relation(let from, let to, _), .provider(let to, _, _, _, .some(let from)):
      return heads([from, to])
    case .widerRelation(let key, _):
      guard let relation = network.relation(key: key) else { return [] }
      return heads(
        [relation.from, relation.to].compactMap { network.organization(of: $0) }
          .map { network.organizations[$0].id })
    case .ending(let keys, _):
      return heads(
        network.relations.filter { keys.contains($0.key) }.compactMap {
          network.organization(of: $0.from)
        }.map { network.organizations[$0].id })
    case .widerService(let organization, _, _), .provider(let organization, _, _, _, nil):
      return heads([organization])
    case .renewal(let id, _):
      let parties = network.agreements.first { $0.id == id }?.parties ?? []
      return heads(parties.map { network.organizations[$0].id })
    }
  }

  /// A new agreement, of the type that a relation of a kind wants, and what it says.
  private static func newPaper(
    _ kind: Code, _ vocabulary: Vocabulary
  ) -> (document: String, content: String) {
    switch vocabulary.relation(kind)?.family {
    case .referral where kind == "refers_to":
      ("a referral protocol", "It says whom it is for and what may be passed on about a person.")
    case .referral:
      (
        "a hand-over protocol",
        "It says whom it is for, when, and what may be passed on about a person."
      )
    case .information:
      ("a protocol", "It says what is told, and what is never told about a person.")
    default: ("a memorandum of understanding", "It says who does what.")
    }
  }
}

/// The agreements in force to which a referral, or what passes about people, can be added.
///
/// Those are memoranda, standing procedures and protocols. A contract pays for something, laws and
/// regulations are not signed, and a charter founds a body: none of them is added to. One of a type of
/// the document's own, or of none, counts where a relation in force that passes people or information on
/// rests on it already.
struct GoverningAgreements {
  private let network: StakeholderNetwork
  /// The agreements, by index.
  private let all: Set<Int>
  /// Those on which such a relation rests.
  private let used: Set<Int>

  private static let types: Set<Code> = ["mou", "sop", "protocol"]
  private static let others: Set<Code> = ["contract", "law", "regulation", "charter"]

  /// - Complexity: O(agreements + relations).
  init(_ network: StakeholderNetwork, on date: CalendarDate) {
    self.network = network
    let used = Set(
      network.relations.filter {
        [.referral, .information].contains($0.family) && $0.standing(on: date) != .no
      }.compactMap(\.agreement))
    self.used = used
    all = Set(
      network.agreements.indices.filter { index in
        let agreement = network.agreements[index]
        guard agreement.validity.answer(on: date) == .yes else { return false }
        guard let type = agreement.type else { return used.contains(index) }
        if Self.types.contains(where: { $0.covers(type) }) { return true }
        return used.contains(index) && !Self.others.contains { $0.covers(type) }
      })
  }

  /// Whether something can be added to an agreement.
  func contains(_ agreement: Int) -> Bool { all.contains(agreement) }

  /// One to which all are parties, themselves or by a unit: one that such a relation rests on first, then
  /// by id.
  func common(to parties: [Int]) -> Int? {
    all.filter { index in
      let signed = Set(network.agreements[index].parties.map { network.family(of: $0) })
      return parties.allSatisfy { signed.contains($0) }
    }.min { left, right in
      let isUsed = (used.contains(left), used.contains(right))
      if isUsed.0 != isUsed.1 { return isUsed.0 }
      return idsPrecede([network.agreements[left].id], [network.agreements[right].id])
    }
  }
}
