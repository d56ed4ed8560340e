import LiaisonModel

extension GapReport {
  /// The report narrowed to one organization: what speaks of it, of its units, of their services and
  /// of relations that they are an end of.
  ///
  /// Figures are of the whole network, and left out.
  ///
  /// - Parameter organization: its index.
  /// - Complexity: O(subjects of all findings + relations).
  public func of(_ organization: Int) -> GapReport {
    let subjects = pathways.network.subjects(of: organization)
    func fits(_ finding: Finding) -> Bool {
      !subjects.isDisjoint(with: finding.subjects)
        || finding.missing.map { subjects.contains($0.from) || subjects.contains($0.to) } ?? false
    }
    let network = pathways.network
    let members = Set(network.withUnits([organization]))
    let words = NeedWords(network: network, needs: pathways.needs)
    /// A finding about many relations says too which of them are the organization's own.
    func own(_ finding: Finding) -> Finding {
      let named = Set(finding.subjects)
      let pairs = network.relations.filter { named.contains($0.key) }.compactMap { relation in
        network.side(of: members, in: relation) == nil ? nil : network.ends(of: relation)
      }.map { "\(words.organization($0.from)) to \(words.organization($0.to))" }
      guard !pairs.isEmpty else { return finding }
      var finding = finding
      finding.sentence += " Of its own: \(Wording.list(pairs))."
      return finding
    }
    var report = self
    report.isNarrowed = true
    for index in report.sections.indices {
      report.sections[index].findings = report.sections[index].findings.filter(fits).map(own)
    }
    report.questions.removeAll { !fits($0) }
    report.accepted.removeAll { !fits($0) }
    report.survival?.opened.removeAll { !fits($0) }
    let left = Set((report.findings + report.accepted).map(\.id))
    report.survival?.fallen.formIntersection(left)
    report.scorecard = []
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
  /// The ids and keys by which a finding may name an organization: its own, its units', those of
  /// their services and of the relations that they are an end of.
  fileprivate func subjects(of organization: Int) -> Set<String> {
    let members = Set(withUnits([organization]))
    var subjects = Set(members.map { organizations[$0].id })
    for service in services where members.contains(service.organization) {
      subjects.insert("\(organizations[service.organization].id)/\(service.id)")
    }
    for relation in relations where side(of: members, in: relation) != nil {
      subjects.insert(relation.key)
    }
    return subjects
  }
}
