import LiaisonModel

/// An expectation of prohibited cells: what may not pass between two sectors, or those who provide a type of
/// service.
struct ProhibitedExpectation: JudgedExpectation {
  var expectation: Expectation
  var from: [Code]
  var to: [Code]
  /// The kinds of relation that count; nil is every kind but those of conflict.
  var kinds: [Code]?
  var content: [Code]

  var order: CauseOrder { .relations }
  var question: GapReport.Question { .together }
  var services: [Code] { [] }

  /// The words used where the standard has none of its own.
  static let template =
    "It is recorded that {content} data pass from {from} to {to}, which the standard prohibits."
  /// Those used where people are sent, and it is not stated what is told with them.
  static let sending =
    "It is recorded that {from} {phrase} {to}: who sends somebody tells of them, and the standard "
    + "prohibits that {content} data pass."

  /// A relation of a cell, as the prohibited content would go along it.
  struct Tie {
    var relation: Int
    var source: Int
    var target: Int
    /// The prohibited content that it carries.
    var carried: [Code]
    /// Whether it carries that as people are sent along it, and does not state it.
    var isTold: Bool
  }

  /// A code of `from` and one of `to`, by position.
  struct Cell: Hashable {
    var from: Int
    var to: Int
  }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    let network = judgement.network
    let (rows, columns) = places(in: network, on: judgement.date)
    guard rows.contains(where: { $0 != nil }), columns.contains(where: { $0 != nil }) else {
      judgement.note(
        notJudged: expectation.id, because: "no organization of one of its sectors is recorded")
      return
    }
    judgement.judged.append(expectation.id)
    let (certain, doubtful) = ties(in: network, on: judgement.date)
    for tie in certain.values.joined() { judgement.prohibited.insert(tie.relation) }
    for tie in doubtful.values.joined() { judgement.prohibited.insert(tie.relation) }
    for row in from.indices {
      for column in to.indices {
        let cell = Cell(from: row, to: column)
        if let ties = certain[cell] {
          judgement.add(finding(.finding, cell, ties, judgement), to: .together)
        }
        if let ties = doubtful[cell] {
          judgement.add(finding(.question, cell, ties, judgement), to: .together)
        }
      }
    }
  }

  /// The relations of each cell that carry, and those that may carry, what is prohibited.
  func ties(
    in network: StakeholderNetwork, on date: CalendarDate
  ) -> (certain: [Cell: [Tie]], doubtful: [Cell: [Tie]]) {
    let (rows, columns) = places(in: network, on: date)
    var certain: [Cell: [Tie]] = [:]
    var doubtful: [Cell: [Tie]] = [:]
    for index in network.relations.indices {
      let relation = network.relations[index]
      guard counts(relation) else { continue }
      let standing = relation.standing(on: date)
      guard standing != .no else { continue }
      let carried = carried(by: relation)
      if relation.content != nil, carried.isEmpty { continue }
      for reversed in relation.isDirected ? [false] : [false, true] {
        guard let source = network.organization(of: relation.end(reversed: !reversed)),
          let target = network.organization(of: relation.end(reversed: reversed)),
          let row = rows[source], let column = columns[target]
        else { continue }
        let tie = Tie(
          relation: index, source: source, target: target, carried: carried,
          isTold: relation.content == nil && !carried.isEmpty)
        let cell = Cell(from: row, to: column)
        if standing == .yes, !carried.isEmpty {
          certain[cell, default: []].append(tie)
        } else {
          doubtful[cell, default: []].append(tie)
        }
      }
    }
    return (certain, doubtful)
  }

  /// Whether a relation is looked at: it is of one of the kinds; where none are named, it states the content
  /// that it carries, or is one of those by which information is shared, people are passed on or work is
  /// done together.
  private func counts(_ relation: Relation) -> Bool {
    if let kinds { return kinds.contains { $0.covers(relation.kind) } }
    return relation.family != .negative
      && (relation.content != nil || [.information, .referral, .joint].contains(relation.family))
  }

  /// What is prohibited and told of people or their cases.
  private var ofPeople: [Code] {
    content.filter { code in ["personal", "case"].contains { code.covers($0) } }
  }

  /// The prohibited content that a relation carries: what it states; where it states nothing and people are
  /// sent along it, what is told of them, as who refers somebody tells of them.
  private func carried(by relation: Relation) -> [Code] {
    if let stated = relation.content {
      return content.filter { code in stated.contains { code.covers($0) } }
    }
    return Layer.Name.referral.contains(relation) ? ofPeople : []
  }

  /// The kinds of relation that nobody is to be advised in a cell: those named, else those by which
  /// information is shared; and, where what is told of people or their cases is prohibited, those by which
  /// people are passed on, as who refers somebody tells of them.
  func kindsNotAdvised(_ vocabulary: Vocabulary) -> [Code] {
    if let kinds { return kinds }
    return vocabulary.relations.filter {
      $0.family == .information || !ofPeople.isEmpty && $0.family == .referral
    }.map(\.term.code)
  }

  /// For each organization its place on either side, if it has one: the position of a code of `from`, and
  /// of one of `to`.
  func places(
    in network: StakeholderNetwork, on date: CalendarDate
  ) -> (from: [Int?], to: [Int?]) {
    (positions(in: from, network, on: date), positions(in: to, network, on: date))
  }

  /// For each organization the first code listed that names it: its sector, or a type of service that it
  /// provides.
  private func positions(
    in list: [Code], _ network: StakeholderNetwork, on date: CalendarDate
  ) -> [Int?] {
    let areServices = list.map { network.vocabulary.isServiceOnly($0) }
    return network.organizations.map { place in
      list.indices.first { position in
        let code = list[position]
        guard areServices[position] else { return place.sector.map { code.covers($0) } ?? false }
        return place.services.contains {
          code.covers(network.services[$0].type) && network.standing(of: $0, on: date) != .no
        }
      }
    }
  }

  /// What is said of one cell. `ties` is not empty.
  private func finding(
    _ kind: Finding.Kind, _ cell: Cell, _ ties: [Tie], _ judgement: Judgement
  ) -> Finding {
    let network = judgement.network
    let words = NeedWords(network: network, needs: judgement.table.needs)
    let organizations = network.organizations
    // Those that state what they carry come first.
    let sorted = ties.sorted { left, right in
      idsPrecede(
        [
          left.isTold ? "1" : "0", organizations[left.source].id, organizations[left.target].id,
          network.relations[left.relation].key,
        ],
        [
          right.isTold ? "1" : "0", organizations[right.source].id, organizations[right.target].id,
          network.relations[right.relation].key,
        ])
    }
    let lead = sorted[0]
    func names(_ codes: [Code], _ word: String = "and") -> String {
      Wording.list(codes.map { network.vocabulary.name(of: $0, in: .content) }, word)
    }
    func pair(_ tie: Tie) -> String {
      "\(words.organization(tie.source)) to \(words.organization(tie.target))"
    }
    /// Each pair once.
    func pairs(_ ties: some Sequence<Tie>) -> String {
      var pairs: [String] = []
      for pair in ties.map(pair) where !pairs.contains(pair) { pairs.append(pair) }
      return Wording.list(pairs, atMost: 3, others: "other pair")
    }
    let isHearsay = network.relations[lead.relation].isReportedByOthersAlone
    var sentence: String
    if kind == .finding {
      sentence = Wording.sentence(
        SentenceTemplate(
          text: lead.isTold ? Self.sending : expectation.sentence ?? Self.template
        ).filled([
          "content": names(lead.carried, lead.isTold ? "or" : "and"),
          "from": words.organization(lead.source), "to": words.organization(lead.target),
          "phrase": phrase(of: network.relations[lead.relation], network.vocabulary),
        ]))
      if isHearsay { sentence += " Neither of the two has said so." }
      let others = sorted.filter { pair($0) != pair(lead) || $0.isTold != lead.isTold }
      let same = others.filter { $0.isTold == lead.isTold }
      let sent = others.filter { $0.isTold != lead.isTold }
      if !same.isEmpty { sentence += " The same from \(pairs(same))." }
      if !sent.isEmpty { sentence += " People are sent from \(pairs(sent))." }
    } else {
      sentence =
        "Do \(names(lead.carried.isEmpty ? content : lead.carried, "or")) data pass from "
        + "\(pairs(sorted))? "
        + "The standard prohibits it, and what is recorded does not tell."
    }
    let members = Set(sorted.flatMap { [$0.source, $0.target] })
    let others = members.subtracting([lead.source]).map { organizations[$0].id }.sorted {
      idsPrecede([$0], [$1])
    }
    let labels =
      members.map { organizations[$0].tlp } + sorted.map { network.relations[$0.relation].tlp }
    var finding = Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)", severity: expectation.severity,
      kind: kind,
      key: [from[cell.from].text, to[cell.to].text] + (kind == .question ? ["question"] : []),
      place: network.relations[lead.relation].origin.place,
      subjects: .organizations([organizations[lead.source].id] + others),
      value: Double(sorted.count), sentence: sentence,
      evidence: sorted.map { tie in
        let relation = network.relations[tie.relation]
        let stated =
          tie.isTold
          ? phrase(of: relation, network.vocabulary)
          : relation.content.map { "content \(names($0))" } ?? "content not stated"
        let label = relation.label.map { "\($0): " } ?? ""
        return "\(label)\(Wording.sentence(pair(tie))), \(stated)."
      },
      suggestion: kind == .finding
        ? (isHearsay ? "Ask \(words.organization(lead.source)) first whether it is so. " : "")
          + (lead.isTold
            ? "End that \(words.organization(lead.source)) sends people there"
            : "End what \(words.organization(lead.source)) passes on about people and cases")
          + "; agree in writing what may be told instead: figures that name nobody, through a "
          + "spokesperson."
        : nil,
      citation: expectation.citation, tlp: labels.reduce(.amberStrict, max))
    if kind == .finding {
      finding.remark =
        "prohibited: \(lead.isTold ? "people sent" : "\(names(lead.carried)) data") to "
        + organizations[lead.target].nameInSentence
        + (sorted.count > 1 ? ", and \(Wording.number(sorted.count - 1)) more" : "")
    }
    return finding
  }

  /// "refers people to": what a relation says of its ends.
  private func phrase(of relation: Relation, _ vocabulary: Vocabulary) -> String {
    vocabulary.relation(relation.kind)?.term.phrase ?? Wording.word(relation.kind)
  }
}

extension Standard {
  /// The relations, by index, along which people or data pass for certain that it prohibits.
  ///
  /// - Complexity: O(relations × its expectations that prohibit something).
  func prohibitedRelations(
    in network: StakeholderNetwork, on date: CalendarDate
  ) -> Set<Int> {
    var found: Set<Int> = []
    for expectation in expectations where expectation.kind == "cooperation" {
      guard
        let prohibition = try? CooperationKind().read(expectation, of: self)
          as? ProhibitedExpectation
      else { continue }
      for ties in prohibition.ties(in: network, on: date).certain.values {
        found.formUnion(ties.map(\.relation))
      }
    }
    return found
  }
}
