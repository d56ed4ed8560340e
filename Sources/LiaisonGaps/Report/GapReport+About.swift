import LiaisonModel

extension GapReport {
  /// An expectation that was asked: what kind it is, and which question it answers.
  struct Asked: Sendable, Equatable {
    var id: String
    var kind: String
    var question: Question
  }

  /// The report narrowed to some topics: to the questions, kinds of expectation and expectations named,
  /// and to what speaks of the activities, agreements and bodies named. What fits one of them is kept.
  ///
  /// - Parameter topics: raw values of `Question`, ids of kinds, of expectations, of elements.
  /// - Throws: `GapError` with `unknownTopic`.
  public func about(_ topics: [String]) throws(GapError) -> GapReport {
    let network = pathways.network
    let elements = Set(
      network.activities.map { Finding.Subject(.activity, $0.id) }
        + network.agreements.map { Finding.Subject(.agreement, $0.id) }
        + network.bodies.map { Finding.Subject(.body, $0.id) })
    var kept: Set<String> = []
    var subjects: Set<Finding.Subject> = []
    for topic in topics {
      let own = expectations.filter {
        $0.kind == topic || $0.question.rawValue == topic || $0.id == topic
      }
      if !own.isEmpty {
        kept.formUnion(own.map(\.id))
      } else {
        let named = elements.filter { $0.id == topic }
        if named.isEmpty { throw unknown(topic, Set(elements.map(\.id))) }
        subjects.formUnion(named)
      }
    }
    func fits(_ finding: Finding) -> Bool {
      let prefix = "\(standard)/"
      let id = finding.rule.hasPrefix(prefix) ? String(finding.rule.dropFirst(prefix.count)) : ""
      return kept.contains(id) || !subjects.isDisjoint(with: finding.subjects)
        || decides(finding, of: kept)
    }
    var report = self
    report.narrow(to: fits)
    report.topics = kept
    let questions = Set(expectations.filter { kept.contains($0.id) }.map(\.question))
    for index in report.sections.indices {
      let question = report.sections[index].question
      report.sections[index].isAsked = questions.contains(question)
      report.sections[index].isJudged = expectations.contains {
        kept.contains($0.id) && $0.question == question && scope.judged.contains($0.id)
      }
    }
    report.coverageAsked.removeAll { !kept.contains($0.id) }
    let asksPathways = expectations.contains { kept.contains($0.id) && $0.kind == "pathway" }
    report.scorecard.removeAll { line in
      if line.id == "pathways" || line.id.hasPrefix("pathways/") { return !asksPathways }
      return !kept.contains(String(line.id.drop { $0 != "/" }.dropFirst()))
    }
    report.accounts = accounts.compactMap { account in
      if kept.contains(account.expectation) { return account }
      var own = account
      own.rows.removeAll { subjects.isDisjoint(with: $0.subjects.prefix(1)) }
      return own.rows.isEmpty ? nil : own
    }
    return report
  }

  /// Whether a question about pathways or providers decides something that one of some expectations asks
  /// about: the rows of one of pathways, the providers of one of coverage.
  private func decides(_ question: Finding, of kept: Set<String>) -> Bool {
    guard let doubt = doubts[question.id] else { return false }
    var asked = doubt.isOfNeeds ? [] : asked.asks
    if case .service = doubt.subject { asked += coverageAsked }
    return asked.contains { ask in
      kept.contains(ask.id) && doubt.cells.contains { ask.needs.contains($0) }
    }
  }

  private func unknown(_ topic: String, _ elements: Set<String>) -> GapError {
    var words: [String] = []
    for word in Question.allCases.map(\.rawValue) + expectations.map(\.kind)
    where !words.contains(word) { words.append(word) }
    let nearest = NearestMatch.question(
      topic, among: words + expectations.map(\.id) + elements.sorted())
    return GapError(
      .unknownTopic,
      "Nothing is judged about “\(topic)”.\(nearest) It is one of "
        + "\(words.joined(separator: ", ")), or the id of an expectation, activity, agreement or body."
    )
  }
}
