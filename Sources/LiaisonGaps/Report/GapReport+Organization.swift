import LiaisonModel

extension GapReport {
  /// The report narrowed to one organization: what speaks of it, of its units, of their services and
  /// of relations that they are an end of.
  ///
  /// Figures and the table of coverage are of the whole network, and left out.
  ///
  /// - Parameter organization: its index.
  /// - Complexity: O(subjects of all findings + relations).
  public func of(_ organization: Int) -> GapReport {
    let network = pathways.network
    let members = Set(network.withUnits([organization]))
    let relations = network.relations.filter { network.side(of: members, in: $0) != nil }
    let subjects = network.subjects(of: members, relations)
    let words = NeedWords(network: network, needs: pathways.needs)
    /// The pairs, each once, of the organization's own relations among those that a finding is about.
    func ownPairs(_ finding: Finding) -> [String] {
      let named = Set(finding.subjects.filter { $0.kind == .relation }.map(\.id))
      var pairs: [String] = []
      for relation in relations where named.contains(relation.key) {
        guard let ends = network.ends(of: relation) else { continue }
        let pair = "\(words.organization(ends.from)) to \(words.organization(ends.to))"
        if !pairs.contains(pair) { pairs.append(pair) }
      }
      return pairs
    }
    /// A finding about many relations names the organization's own: of referrals without feedback those alone.
    func own(_ finding: Finding) -> Finding {
      let pairs = ownPairs(finding)
      guard !pairs.isEmpty else { return finding }
      var finding = finding
      if kind(of: finding) == "feedback", finding.key == ["share"] {
        let keys = Set(relations.map(\.key))
        FeedbackExpectation.narrow(&finding, to: keys, in: network)
      } else {
        finding.sentence += " Of its own: \(Wording.list(pairs))."
      }
      return finding
    }
    /// What is asked about the feedback on many relations is asked of its own alone: it cannot answer for others.
    func ownQuestion(_ question: Finding) -> Finding {
      let pairs = ownPairs(question)
      guard kind(of: question) == "feedback", !pairs.isEmpty else { return question }
      guard question.key == ["unstated"] else { return own(question) }
      var question = question
      question.sentence = FeedbackExpectation.question(about: pairs)
      return question
    }
    var report = self
    report.narrow { finding in
      !subjects.isDisjoint(with: finding.subjects)
        || finding.missing.map {
          !subjects.isDisjoint(with: [Finding.Subject].organizations([$0.from, $0.to]))
        } ?? false
    }
    for index in report.sections.indices {
      report.sections[index].findings = report.sections[index].findings.map(own)
    }
    report.questions = report.questions.map(ownQuestion)
    report.scorecard = []
    report.coverageAsked = []
    let head = network.family(of: organization)
    report.expired.removeAll { expired in
      !network.agreements[expired.agreement].parties.contains { network.family(of: $0) == head }
    }
    report.accounts = accounts.compactMap { account in
      var own = account
      own.rows.removeAll { subjects.isDisjoint(with: $0.subjects) }
      return own.rows.isEmpty ? nil : own
    }
    return report
  }
}

extension StakeholderNetwork {
  /// What stands for an organization and its units where a finding names it: they themselves, their
  /// services and the relations that they are an end of.
  fileprivate func subjects(of members: Set<Int>, _ relations: [Relation]) -> Set<Finding.Subject> {
    var subjects = Set([Finding.Subject].relations(relations.map(\.key)))
    subjects.formUnion(members.map { Finding.Subject(.organization, organizations[$0].id) })
    for service in services where members.contains(service.organization) {
      let owner = organizations[service.organization].id
      subjects.insert(Finding.Subject(.service, "\(owner)/\(service.id)"))
    }
    return subjects
  }
}
