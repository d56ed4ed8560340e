import LiaisonModel

/// What is said of the cells of a cooperation matrix.
struct MatrixFindings {
  private let judgement: Judgement
  private let network: StakeholderNetwork
  private let expectation: MatrixExpectation
  private let matrix: CooperationMatrix
  private let words: NeedWords
  /// Whether all ties that count are listed, so that an absence is a finding.
  private let isListed: Bool

  init(_ judgement: Judgement, _ expectation: MatrixExpectation, _ matrix: CooperationMatrix) {
    self.judgement = judgement
    network = judgement.network
    self.expectation = expectation
    self.matrix = matrix
    words = NeedWords(network: judgement.network, needs: judgement.table.needs)
    let parts: [Code]
    switch expectation.ties {
    case .families(let families):
      parts = families.flatMap { Layer.Name(rawValue: $0)?.familyCodes ?? [Code($0)] }
    case .kinds(let kinds):
      parts = kinds.compactMap { kind in
        judgement.network.vocabulary.relation(kind).map { Code($0.family.rawValue) }
      }
    }
    isListed =
      judgement.isComplete("organizations") && parts.allSatisfy { judgement.isComplete($0) }
  }

  /// A cell without a tie, or of which it is not sure; nil where it has one.
  func finding(_ cell: CooperationMatrix.Cell) -> Finding? {
    let tie = matrix.ties[cell]
    if tie == .yes { return nil }
    let pair = pair(cell)
    if tie == .unknown {
      var question = make(
        cell, .question, key: ["doubt"],
        "Is there any \(noun) \(pair)? What is recorded leaves it open.",
        pattern: .init(
          sentence: "Is there any \(noun) {items}? What is recorded leaves it "
            + "open.", item: pair))
      // That something is recorded is told: of whom, and what has been said of it.
      let sides = [cell.from, cell.to].map { Set(matrix.members[$0] ?? []) }
      for relation in network.relations {
        guard let ends = network.ends(of: relation),
          sides[0].contains(ends.from) && sides[1].contains(ends.to)
            || sides[1].contains(ends.from) && sides[0].contains(ends.to)
        else { continue }
        question.tlp = max(question.tlp, network.label(of: relation))
      }
      return question
    }
    let isSilent = [cell.from, cell.to].flatMap { matrix.members[$0] ?? [] }.contains {
      network.isSilent(family: network.family(of: $0))
    }
    guard isListed, !isSilent else {
      return make(
        cell, .question, "Is there any \(noun) \(pair)? None is recorded.",
        pattern: .init(
          sentence: "Is there any \(noun) {items}? None is recorded.", item: pair))
    }
    let asked =
      expectation.wish == .desirable
      ? "which the standard calls desirable" : "which the standard asks for"
    let template = expectation.expectation.sentence ?? "No {tie} is recorded {pair}, {asked}."
    func sentence(_ pair: String) -> String {
      SentenceTemplate(text: template).filled(["tie": noun, "pair": pair, "asked": asked])
    }
    return make(
      cell, .finding, sentence(pair), suggestion: suggestion(cell),
      pattern: .init(sentence: sentence("{items}"), item: pair))
  }

  /// The heading of the account.
  var title: String {
    "Which \(expectation.dimension == .sector ? "sectors" : "levels") work together, as "
      + "\(expectation.expectation.id) asks"
  }

  /// Each cell, with or without a tie.
  func account(_ cells: [CooperationMatrix.Cell]) -> GapAccount {
    let wish = expectation.wish.rawValue
    let rows = cells.map { cell -> GapAccount.Row in
      let state: String
      switch matrix.ties[cell] {
      case .yes: state = "recorded"
      case .unknown: state = "not sure"
      case .no, nil: state = "none recorded"
      }
      return GapAccount.Row(
        subjects: [],
        sentence: Wording.sentence("\(noun) \(pair(cell)) (\(wish)): \(state)."), tlp: .amber)
    }
    return GapAccount(expectation: expectation.expectation.id, title: title, rows: rows)
  }

  /// Which ties are asked of some cells: "hand-over from border and immigration services to law enforcement
  /// agencies".
  func about(_ cells: [CooperationMatrix.Cell]) -> String {
    "\(noun) \(Wording.list(cells.map(pair), atMost: 2, others: "other pair"))"
  }

  /// What a tie is called.
  private var noun: String {
    switch expectation.ties {
    case .kinds(let kinds):
      if kinds == ["gives_feedback_to"] { return "feedback" }
      let isTransfer = kinds.contains("hands_over_to") || kinds.contains("escalates_to")
      return isTransfer ? "hand-over" : "relation of that kind"
    case .families(let families):
      return Wording.list(
        families.map { family in
          Layer.Name(rawValue: family).map(LayerWords.tie)
            ?? (family == "joint" ? "joint work" : family)
        }, "or")
    }
  }

  private func name(_ code: Code) -> String {
    switch expectation.dimension {
    case .sector where network.vocabulary.isServiceOnly(code):
      "providers of \(words.service(code))"
    case .sector: network.vocabulary.plural(of: code, in: .sectors)
    case .tier: "\(network.vocabulary.name(of: code, in: .tiers)) organizations"
    }
  }

  private func pair(_ cell: CooperationMatrix.Cell) -> String {
    if cell.from == cell.to { return "among \(name(cell.from))" }
    return expectation.ties.areMutual
      ? "between \(name(cell.from)) and \(name(cell.to))"
      : "from \(name(cell.from)) to \(name(cell.to))"
  }

  private func suggestion(_ cell: CooperationMatrix.Cell) -> String? {
    guard let from = matrix.members[cell.from]?.first,
      let to = matrix.members[cell.to]?.first(where: {
        network.family(of: $0) != network.family(of: from)
      })
    else { return nil }
    return "Agree one, for instance between \(words.organization(from)) and "
      + "\(words.organization(to))."
  }

  private func make(
    _ cell: CooperationMatrix.Cell, _ kind: Finding.Kind, key: [String] = [], _ sentence: String,
    suggestion: String? = nil, pattern: Finding.Pattern
  ) -> Finding {
    var seen: Set<Int> = []
    let members = ((matrix.members[cell.from] ?? []) + (matrix.members[cell.to] ?? [])).filter {
      seen.insert($0).inserted
    }
    func recorded(_ code: Code) -> String {
      let own = Wording.list(
        (matrix.members[code] ?? []).map { words.organization($0) }, atMost: 5)
      return "Recorded of \(name(code)): \(own)."
    }
    var finding = Finding(
      rule: "\(judgement.standard.id)/\(expectation.expectation.id)",
      severity: expectation.expectation.severity, kind: kind,
      key: [cell.from.text, cell.to.text] + key + (kind == .question ? ["question"] : []),
      place: members.first.map { network.organizations[$0].origin.place } ?? .none,
      subjects: .organizations(members.map { network.organizations[$0].id }),
      cells: kind == .question ? 0 : 1, sentence: sentence,
      evidence: cell.from == cell.to
        ? [recorded(cell.from)] : [recorded(cell.from), recorded(cell.to)],
      suggestion: kind == .finding ? suggestion : nil,
      citation: expectation.expectation.citation,
      tlp: members.map { network.organizations[$0].tlp }.reduce(.amber, max))
    finding.pattern = pattern
    return finding
  }
}
