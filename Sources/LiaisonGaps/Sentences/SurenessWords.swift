import LiaisonModel

extension GapReport {
  /// How sure it is, a sentence each: who answered, what both sides confirm, how old it is, what is not
  /// recorded, and which findings hold without weak evidence where that was asked for.
  public var surenessSentences: [String] { SurenessWords(report: self).sentences() }

  /// How sure a part of a report is: which of its findings hold without weak evidence.
  var ownSurenessSentences: [String] { SurenessWords(report: self).own() }

  /// How many questions are open, in a sentence: "12 questions are open."
  ///
  /// A question is one entry of `questions`, with an id of its own, however many of them are read as one
  /// sentence: briefings, reports and ledgers count the same.
  public static func openQuestions(_ count: Int) -> String {
    if count == 0 { return "No question is open." }
    return Wording.sentence(
      "\(Wording.count(count, "question")) \(count == 1 ? "is" : "are") open.")
  }
}

/// Words for how sure a report is, a sentence each.
struct SurenessWords {
  let report: GapReport

  private var sureness: Sureness { report.sureness }
  private var network: StakeholderNetwork { report.pathways.network }

  func sentences() -> [String] {
    [
      answered, confirmed, age, capacity, survival,
      report.survival.flatMap { $0.opened.isEmpty ? nil : opened($0.opened) },
    ].compactMap { $0 }
  }

  func own() -> [String] {
    guard let survival = report.survival, !survival.fallen.isEmpty || !survival.opened.isEmpty
    else {
      return []
    }
    return [self.survival].compactMap(\.self)
  }

  private var answered: String? {
    let response = sureness.response
    guard response.asked > 0 else { return "Nobody is recorded as asked." }
    var text =
      "\(Wording.grouped(response.answered)) of the \(Wording.counted(response.asked, "organization")) "
      + "asked \(response.answered == 1 ? "has" : "have") answered"
    let silent = response.rows.filter { $0.answered < $0.asked }.map { row in
      let sector =
        row.sector.map { network.vocabulary.plural(of: $0, in: .sectors) }
        ?? "those without a sector"
      return "\(sector) (\(row.answered) of \(row.asked))"
    }
    if !silent.isEmpty {
      text += "; fewer than all of \(Wording.list(silent, atMost: 4, others: "other sector"))"
    }
    if sureness.staleAnswers > 0 {
      text += "; \(Wording.grouped(sureness.staleAnswers)) of them more than a year ago"
    }
    return text + "."
  }

  private var confirmed: String? {
    guard sureness.ties > 0 else { return nil }
    guard sureness.reported > 0 else {
      return "No tie between organizations is recorded as reported by either side."
    }
    let share = Wording.share(sureness.confirmed, of: sureness.reported)
    var text =
      "Both sides report \(Wording.grouped(sureness.confirmed)) of the "
      + "\(Wording.grouped(sureness.reported)) ties that either reports\(share)"
    if sureness.withoutEvidence > 0 {
      text += "; \(Wording.grouped(sureness.withoutEvidence)) more state no evidence"
    }
    return text + "."
  }

  private var age: String? {
    guard sureness.dated > 0, let oldest = sureness.oldest else { return nil }
    if sureness.stale == 0 {
      return "No evidence is older than a year; the oldest is of \(oldest)."
    }
    let verb = sureness.stale == 1 ? "was" : "were"
    return "\(Wording.grouped(sureness.stale)) of the \(Wording.grouped(sureness.dated)) ties with "
      + "dated evidence \(verb) last reported more than a year ago, the oldest on \(oldest)."
  }

  private var capacity: String? {
    guard sureness.services > 0 else { return nil }
    var text =
      sureness.withoutCapacity == 0
      ? "The capacity of every service is recorded"
      : "The capacity of \(Wording.grouped(sureness.withoutCapacity)) of "
        + "\(Wording.counted(sureness.services, "service")) is not recorded"
    if sureness.withoutCapacity > 0,
      report.scorecard.contains(where: { $0.id.hasPrefix("capacity") })
    {
      text += ", and no room is counted for \(sureness.withoutCapacity == 1 ? "it" : "them")"
    }
    if !sureness.staleCapacity.isEmpty {
      let names = sureness.staleCapacity.map { service in
        network.vocabulary.name(ofService: network.services[service].type) + " of "
          + Wording.definite(
            network.organizations[network.services[service].organization].name)
      }
      text += "; too old to rely on is that of \(Wording.list(names, atMost: 3))"
    }
    return text + "."
  }

  private var survival: String? {
    guard let survival = report.survival else { return nil }
    let count = survival.weak.relations.count
    guard count > 0 else {
      // Where nobody has spoken there is no evidence to be weak.
      return sureness.reported > 0 ? "No tie rests on weak evidence." : nil
    }
    let all = report.findings.count + report.accepted.count
    let what =
      "\(Wording.counted(count, "tie")) \(count == 1 ? "rests" : "rest") on weak evidence "
      + "(confidence under 0.5, or one side alone has spoken). "
    if all == 0 { return what + "There is no finding that could fall with them." }
    if survival.fallen.isEmpty {
      return what + "Without them every finding holds."
    }
    let left = all - survival.fallen.count
    if left == 0 {
      return what + "Without them \(all == 1 ? "the finding does not hold" : "no finding holds")."
    }
    return what + "Without them \(Wording.number(left)) of "
      + "\(Wording.count(all, "finding")) \(left == 1 ? "holds" : "hold")."
  }

  private func opened(_ findings: [Finding]) -> String {
    // Without what would close it: nobody is to mend what is only less sure.
    let first = findings.first.map(\.told) ?? ""
    if findings.count == 1 {
      return "If none of these ties held, one more finding would be there "
        + "(\(Wording.severities(findings))): \(first)"
    }
    return "If none of these ties held, \(Wording.number(findings.count)) more findings would be "
      + "there (\(Wording.severities(findings))); the heaviest of them: \(first)"
  }
}
