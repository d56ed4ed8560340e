public import LiaisonModel

/// A report as a short briefing: headline figures, findings by question, what to ask, how sure it is,
/// what it rests on. Values, so that a terminal, a document and a report print the same.
public struct GapBriefing: Sendable, Equatable {
  /// A finding or question in a briefing.
  public struct Item: Sendable, Equatable {
    /// How much it matters.
    public var severity: Severity
    /// The sentence.
    public var sentence: String
    /// The ids of the findings that it speaks of, for `accepted` and for the ledger.
    public var ids: [String]
    /// The rule.
    public var rule: String
    /// The guidance it rests on.
    public var citation: String?
    /// Whether it is not found without weak evidence.
    public var isWeak = false
  }

  /// One question with its findings.
  public struct Section: Sendable, Equatable {
    /// "Who is missing".
    public var title: String
    /// The findings printed, the heaviest first.
    public var items: [Item]
    /// "and three more: one urgent and two important", where more were found.
    public var more: String?
    /// What stands where there is no item.
    public var nothing = "Nothing found."
    /// What is said before the findings; nil where nothing is.
    public var lead: String?
  }

  /// What is so of everything that an expectation asks about.
  public struct Account: Sendable, Equatable {
    /// "Who must work with whom for the plan".
    public var title: String
    /// A sentence each.
    public var lines: [String]
  }

  /// A headline figure.
  public struct Figure: Sendable, Equatable {
    /// "1,744 of 1,848".
    public var count: String
    /// "pathways reached".
    public var label: String
    /// "94 %; up to 1,809", or nothing.
    public var remark: String
  }

  /// The network's title.
  public var title: String
  /// "judged on 2025-06-30 against …".
  public var subtitle: String
  /// With whom it may be shared: the strictest label of what it says.
  public var label: TrafficLight
  /// What is read first; nil where the briefing is about a part only.
  public var first: FirstPage?
  /// The headline figures, those of the first page left out.
  public var figures: [Figure]
  /// What the figures count, in a sentence; nothing where there are none.
  public var terms: String
  /// The sections, in the order of the questions: those that the standard asks, or that have findings;
  /// without a boundary only those with something to say.
  public var sections: [Section]
  /// What is so of everything asked about, fulfilled or not: a heading, and a sentence each.
  public var accounts: [Account]
  /// Who is provided for, where the briefing is about that.
  public var coverage: CoverageTable?
  /// How many parts of that table are shown; nil is all.
  var coverageParts: Int?
  /// What to ask.
  public var questions: Section
  /// How sure it is, a sentence each.
  public var sureness: [String]
  /// On what it rests, a sentence each.
  public var basis: [String]

  static let stepsTitle = "What to do next"
  static let openTitle = "What is not yet known"
  static let figuresTitle = "Other figures"

  /// What a need and a pathway are.
  public static let terms =
    "A need is one service for one group in one area, where it matters in one kind of case. A pathway is a way to "
    + "it from one entry point, where people are first met."
  /// What the bounds of the figures are.
  static let bounds = "“Up to” counts what is not known as if it held."

  /// What the figures count: what a need and a pathway are, and what else their words need.
  private static func terms(_ lines: [ScorecardLine]) -> String {
    if lines.isEmpty { return "" }
    var sentences = [terms]
    if lines.contains(where: { $0.upper > $0.count && $0.upper < $0.total }) {
      sentences.append(bounds)
    }
    return sentences.joined(separator: " ")
  }

  /// A fold of questions in words; how many it is, where they are several.
  static func counted(_ fold: FindingFold) -> String {
    fold.parts.count == 1
      ? fold.finding.sentence
      : "\(fold.finding.sentence) (\(Wording.sentence(Wording.count(fold.parts.count, "question"))).)"
  }

  /// The briefing of a report.
  ///
  /// - Parameters:
  ///   - report: the report.
  ///   - limit: how many findings a question prints; nil prints all.
  public init(_ report: GapReport, limit: Int? = 5) {
    title = report.title
    let hasBoundary = report.scope.hasBoundary
    subtitle =
      report.judged
      + (hasBoundary
        ? ""
        : " Nothing is called missing, as the network states no boundary: what is absent is asked below.")
    if !report.isAnythingJudged {
      let count = report.questions.count
      subtitle +=
        " Nothing could be judged; \(Wording.count(count, "question")) \(count == 1 ? "is" : "are") open."
    }
    let first = report.isNarrowed ? nil : FirstPage(report)
    self.first = first
    figures = report.headlines.filter { !(first?.shown.contains($0.id) ?? false) }.map {
      Figure($0, of: report)
    }
    terms = Self.terms(report.headlines)
    sections = report.sections.filter { section in
      // Without a boundary a question in which nothing is found says nothing.
      !section.findings.isEmpty || section.isAsked && (hasBoundary || !section.isJudged)
    }.map { section in
      var own = Section(section.question.title, section.findings, of: report, limit: limit)
      if section.question == .fragile, first != nil { own.lead = ClosureBriefing.lead(report) }
      if own.lead != nil { own.nothing = "Nothing else found." }
      if !section.isJudged {
        own.nothing = "Nothing could be judged; why is said under “What this rests on”."
      }
      return own
    }
    accounts =
      report.isNarrowed
      ? report.accounts.map { Account(title: $0.title, lines: $0.rows.map(\.sentence)) } : []
    coverage = report.isNarrowed ? CoverageTable(report) : nil
    coverageParts = limit == nil ? nil : 1
    questions = Section("What to ask", report.questions, of: report, limit: limit)
    questions.nothing = "Nothing."
    let shown = first?.label ?? .amber
    label = (report.findings + report.questions).map(\.tlp).reduce(
      max(shown, report.pathways.network.header.tlp), max)
    label = accounts.isEmpty ? label : report.accounts.flatMap(\.rows).map(\.tlp).reduce(label, max)
    // The first page names who has not answered and whose closure cuts most, whatever is found of them.
    if first != nil { label = max(label, report.pathways.network.gapLabel) }
    sureness =
      [GapReport.openQuestions(report.questions.count)]
      + (report.isNarrowed ? report.ownSurenessSentences : report.surenessSentences)
    basis = report.isNarrowed ? Self.ownBasis(report) : Self.basis(report)
  }

  /// What a part of a report rests on beside what the whole does: what of it was not judged, and where the rest
  /// is said.
  private static func ownBasis(_ report: GapReport) -> [String] {
    var own = report.scope
    own.unjudged.removeAll { report.topics.isDisjoint(with: $0.ids) }
    return own.notJudged.map { "Not judged: \($0)" } + [
      "On what all of the network rests, and how sure that is: `liaison gaps` without --about and --for."
    ]
  }

  private static func basis(_ report: GapReport) -> [String] {
    let scope = report.scope
    let counts = scope.counts
    var lines = [
      Wording.list([
        Wording.counted(counts.organizations, "organization"),
        Wording.counted(counts.services, "service"), Wording.counted(counts.referrals, "referral"),
        Wording.counted(counts.entryPoints, "entry point"),
        Wording.counted(counts.areas, "area"),
      ]) + " of the lowest level."
    ]
    if scope.hasBoundary {
      let rule = scope.boundaryRule.map { ": \($0)" } ?? ""
      let listed = scope.complete.map { codes in
        " Listed completely: \(Wording.list(codes.map(Wording.word)))."
      }
      lines.append("Boundary\(rule).\(listed ?? " Everything inside it is listed.")")
    } else {
      lines.append(
        "The network states no boundary, so that every absence is a question: with `boundary:` in its "
          + "header, absences of what it lists completely become findings.")
    }
    if scope.assume.isEmpty {
      lines.append("What is not stated is taken as unknown.")
    } else {
      lines.append(
        "Where a scope is not stated, the network assumes \(Wording.list(scope.assume)); what else "
          + "is not stated is taken as unknown.")
    }
    for expired in report.expired where expired.pathways > 0 {
      let agreement = report.pathways.network.agreements[expired.agreement]
      lines.append(
        "\(Wording.sentence(Wording.count(expired.pathways, "pathway"))) "
          + "\(expired.pathways == 1 ? "rests" : "rest") on an expired agreement and "
          + "\(expired.pathways == 1 ? "has" : "have") no other sure way: "
          + "\(agreement.name ?? agreement.id), until \(expired.until).")
    }
    if !report.accepted.isEmpty {
      let count = report.accepted.count
      lines.append("\(Wording.sentence(Wording.count(count, "finding"))) accepted and not shown.")
    }
    if !report.staleAcceptances.isEmpty {
      let gone = report.staleAcceptances.map { gap in
        gap.finding + (gap.reason.map { " (\($0))" } ?? "")
      }
      lines.append(
        "Accepted, and found no more: \(Wording.list(gone)). What no other standard finds either can go "
          + "from `accepted:`.")
    }
    lines += scope.notJudged.map { "Not judged: \($0)" }
    if !scope.notJudged.isEmpty {
      lines.append(
        "What each of these asks and needs: `liaison explain ID`, for a standard of your own with "
          + "--standard FILE.")
    }
    return lines
  }
}

extension GapBriefing.Figure {
  /// A headline figure in words. Where nothing says that the rest is absent, that it is not known is said in
  /// place of a share.
  init(_ line: ScorecardLine, of report: GapReport) {
    let hasBoundary = report.scope.hasBoundary
    count = "\(Wording.grouped(line.count)) of \(Wording.grouped(line.total))"
    label = line.label + Self.counted(line.services, report.pathways.network.vocabulary)
    var parts: [String] = []
    let rest = line.total - line.count
    let isOpen = line.upper == line.total && rest > 0
    if let percent = line.percent, hasBoundary || !isOpen { parts.append("\(percent) %") }
    if let percent = line.populationPercent, percent != line.percent {
      parts.append("\(percent) % weighted by population")
    }
    if isOpen {
      parts.append(
        line.count == 0
          ? "not known of any yet"
          : "the other \(rest == 1 ? "is" : "\(Wording.grouped(rest)) are") not known yet")
    } else if line.upper > line.count {
      parts.append("up to \(Wording.grouped(line.upper))")
    }
    if let note = line.note { parts.append(note) }
    remark = parts.joined(separator: "; ")
  }

  /// The service types whose room is counted: " in emergency shelter", ", each counted once for emergency
  /// shelter and once for legal counsel".
  private static func counted(_ services: [Code], _ vocabulary: Vocabulary) -> String {
    let names = services.map { vocabulary.name(ofService: $0) }
    if names.count < 2 { return names.map { " in \($0)" }.joined() }
    return
      ", each counted \(Wording.list(names.map { "once for \($0)" }, atMost: 4, others: "more time"))"
  }
}

extension GapBriefing.Section {
  /// A section of findings: as they read best, up to a limit; without one each by itself.
  init(_ title: String, _ findings: [Finding], of report: GapReport, limit: Int?) {
    self.title = title
    let folds =
      limit == nil
      ? findings.map { FindingFold($0) } : report.folded(findings)
    let shown = limit.map { folds.prefix($0) } ?? folds[...]
    let weak = report.survival?.fallen ?? []
    let addressees = Addressees(report)
    items = shown.map { fold in
      GapBriefing.Item(
        severity: fold.finding.severity,
        sentence: fold.finding.kind == .question
          ? [GapBriefing.counted(fold), addressees.sentence(fold, withField: true)]
            .filter { !$0.isEmpty }.joined(separator: " ")
          : fold.finding.sentence, ids: fold.parts.map(\.id),
        rule: fold.finding.rule, citation: fold.finding.citation,
        isWeak: fold.parts.contains { weak.contains($0.id) })
    }
    let rest = folds.dropFirst(shown.count).flatMap(\.parts)
    guard let first = rest.first else {
      more = nil
      return
    }
    if first.kind == .question {
      more = "and \(Wording.count(rest.count, "more question"))"
      return
    }
    more = "and \(Wording.number(rest.count)) more: \(Wording.severities(rest))"
  }
}

extension GapReport {
  /// The figures that a briefing opens with: all pathways, then the service types not reached by all,
  /// then one figure for each other kind of expectation.
  public var headlines: [ScorecardLine] {
    var lines: [ScorecardLine] = []
    for line in scorecard where line.id == "pathways" || line.id.hasPrefix("pathways/") {
      if line.total > 0, line.id == "pathways" || line.count < line.total { lines.append(line) }
    }
    var kinds: [Substring] = []
    for line in scorecard {
      let kind = line.id.prefix { $0 != "/" }
      if kind != "pathways", kind != line.id, !kinds.contains(kind) { kinds.append(kind) }
    }
    for kind in kinds {
      let parts = scorecard.filter { $0.id.hasPrefix("\(kind)/") }
      guard var sum = parts.first else { continue }
      for part in parts.dropFirst() {
        sum.count += part.count
        sum.total += part.total
        sum.upper += part.upper
        sum.population.covered += part.population.covered
        sum.population.total += part.population.total
        sum.services += part.services.filter { !sum.services.contains($0) }
      }
      if parts.contains(where: { $0.total > 0 && $0.population.total == 0 }) {
        sum.population = ScorecardLine.Population()
      }
      sum.id = String(kind)
      if sum.total > 0 { lines.append(sum) }
    }
    return lines
  }
}

extension GapBriefing.Item {
  /// The sentence, with a mark where it is not found without weak evidence.
  var marked: String { isWeak ? "\(sentence) \(NextStep.weak)" : sentence }
}
