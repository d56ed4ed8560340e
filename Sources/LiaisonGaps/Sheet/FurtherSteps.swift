import LiaisonModel

/// What an organization can do besides what closes a finding, each with what it is for: renew what it has
/// signed, answer what is asked about it, confirm what the other side alone has reported, say for how many its
/// services have room. In this order; of one kind what most pathways rest on comes first.
struct FurtherSteps {
  /// One of them.
  struct Step {
    /// "Renew “Care protocol”, so that six pathways keep a way."
    var sentence: String
    /// The least label of what it says.
    var label: TrafficLight
  }

  private(set) var steps: [Step] = []

  private let network: StakeholderNetwork
  private let date: CalendarDate
  private let words: NeedWords
  private let members: Set<Int>

  /// - Parameters:
  ///   - organization: its index.
  ///   - report: the report narrowed to it.
  ///   - renewals: the agreements that it has to renew and that no action renews, with their labels.
  /// - Complexity: O(size of the network + questions log questions).
  init(
    of organization: Int, _ report: GapReport,
    _ renewals: [(renewal: OrganizationSheet.Renewal, label: TrafficLight)]
  ) {
    network = report.pathways.network
    date = report.asOf
    words = NeedWords(network: network, needs: report.pathways.needs)
    members = Set(network.withUnits([organization]))
    addRenewals(renewals)
    addQuestions(report)
    addConfirmations()
    addCapacities()
  }

  private mutating func addRenewals(
    _ renewals: [(renewal: OrganizationSheet.Renewal, label: TrafficLight)]
  ) {
    for (renewal, label) in renewals.sorted(by: { $0.renewal.pathways > $1.renewal.pathways }) {
      let agreement = network.agreements[renewal.agreement]
      let purpose =
        switch renewal.pathways {
        case 0: "what rests on it goes on"
        case 1: "one pathway keeps its only way"
        default: "\(Wording.number(renewal.pathways)) pathways keep their only way"
        }
      steps.append(
        Step(
          sentence: "Renew “\(agreement.name ?? agreement.id)”, so that \(purpose).", label: label))
    }
  }

  /// What is asked about it: each says what the answer decides.
  private mutating func addQuestions(_ report: GapReport) {
    steps += report.questions.map { Step(sentence: "Answer: \($0.sentence)", label: $0.tlp) }
  }

  /// What the other end of a relation alone has said is so; conflicts are not asked about.
  private mutating func addConfirmations() {
    let relations = network.relations.filter { relation in
      relation.family != .negative && relation.isOneSided && relation.standing(on: date) != .no
    }.sorted { idsPrecede([$0.key], [$1.key]) }
    for relation in relations {
      guard let side = network.side(of: members, in: relation), side != "both",
        let ends = network.ends(of: relation),
        !relation.evidence.contains(where: { $0.reporter == side || $0.reporter == "both" })
      else { continue }
      let (from, to) = (words.organization(ends.from), words.organization(ends.to))
      let other = side == "from" ? to : from
      let phrase = network.vocabulary.relation(relation.kind)?.term.phrase ?? relation.kind.text
      steps.append(
        Step(
          sentence:
            "Say whether it holds that \(from) \(phrase) \(to): only \(other) has reported it, "
            + "and what both confirm is sure.",
          label: max(.amber, network.label(of: relation))))
    }
  }

  /// Services of which it is not recorded how many they take.
  private mutating func addCapacities() {
    let own = network.services.indices.filter { index in
      members.contains(network.services[index].organization)
        && network.services[index].capacity?.maximum == nil
        && network.standing(of: index, on: date) != .no
    }.sorted { idsPrecede(network.path(ofService: $0), network.path(ofService: $1)) }
    for index in own {
      let service = network.services[index]
      steps.append(
        Step(
          sentence: "Say how many the \(words.service(service.type)) of "
            + "\(words.organization(service.organization)) can take, so that it is known whether there is room.",
          label: [service.tlp, network.organizations[service.organization].tlp].reduce(.amber, max))
      )
    }
  }
}
