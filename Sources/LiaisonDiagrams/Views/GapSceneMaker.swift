import LiaisonGaps
import LiaisonModel

/// Makes the scene of what gap analysis found.
struct GapSceneMaker {
  private let network: StakeholderNetwork
  private let members: SceneMembers
  /// What is drawn.
  private let findings: [Finding]
  /// How many findings there are, drawn or not.
  private let count: Int
  private let stopped: Int
  /// Whose relations are drawn for orientation.
  private let layer: Layer.Name
  private let ties: [Tie]
  /// Whom the ties join.
  private let tied: Set<Int>
  private let verb: Tie.Verb
  /// How many areas hold no other.
  private let leafAreas: Int
  /// The most organizations that are there for orientation only.
  private static let contextLimit = 8
  /// Beside so many lines there is room for words.
  private static let fewLines = 12

  private var scene: Scene
  private var nodeOf: [Int: Int] = [:]
  /// Reasons of missing relations, by pair of members, in the order of the findings.
  private var missing: [(from: Int, to: Int, reasons: [Reason])] = []
  private var remarks: [(member: Int, texts: [String])] = []
  private var absences: [(stage: PathwayStage, text: String)] = []
  private var notDrawn: Int
  /// The findings that have a place on the slide.
  private var told: [Finding] = []

  /// What a missing relation keeps people from, and the entry points from which, each with the areas.
  private struct Reason {
    var service: String
    var whom: String
    var entries: [(id: String, areas: [String])]
  }

  init(_ network: StakeholderNetwork, _ context: DiagramContext) {
    self.network = network
    members = SceneMembers(network, context) { PathwayStage($0, in: network).rawValue }
    let folds = context.findings.filter { $0.finding.kind == .finding }
    let drawn = context.findingLimit.map { limit in
      Set(folds.indices.sorted { Self.heavier(folds[$0], folds[$1], $0, $1) }.prefix(limit))
    }
    findings = folds.indices.filter { drawn?.contains($0) ?? true }.map { folds[$0].finding }
    count = folds.reduce(0) { $0 + $1.parts.count }
    stopped = folds.flatMap(\.parts).count { $0.needs?.entry != nil }
    notDrawn = folds.indices.filter { !(drawn?.contains($0) ?? true) }.reduce(0) {
      $0 + folds[$1].parts.count
    }
    let referral = members.ties(context.layer ?? .referral)
    let hasReferral = !referral.isEmpty || context.layer != nil
    layer = hasReferral ? context.layer ?? .referral : .all
    ties = hasReferral ? referral : members.ties(layer)
    tied = Set(ties.flatMap { [$0.first, $0.second] })
    verb = context.layer ?? .referral == .referral && hasReferral ? .refers : .isJoined
    let wholes = Set(network.areas.compactMap(\.parent))
    leafAreas = network.areas.indices.count { !wholes.contains($0) }
    scene = Scene(
      // Without referral there are no stages.
      view: "gaps", arrangement: hasReferral ? .stages : .springs, of: network, members)
  }

  /// The most severe, then those of most cells, then the order given.
  private static func heavier(
    _ left: FindingFold, _ right: FindingFold, _ first: Int, _ second: Int
  ) -> Bool {
    left.finding.outranks(right.finding) ?? (first < second)
  }

  mutating func make() -> Scene {
    for finding in findings {
      if sort(finding) { told.append(finding) } else { notDrawn += 1 }
    }
    if scene.arrangement == .stages { scene.bands = PathwayStage.allCases.map(\.title) }
    addConcerned()
    addContext()
    addAbsences()
    addEdges()
    finish()
    return scene
  }

  // MARK: What a finding shows

  /// Gives a finding its place on the slide; false where it has none.
  private mutating func sort(_ finding: Finding) -> Bool {
    let own = finding.subjects.filter { $0.kind == .organization }.compactMap { subject in
      network.organization(subject.id).flatMap { members.member[$0] }
    }
    var distinct: [Int] = []
    for member in own where !distinct.contains(member) { distinct.append(member) }
    if let needs = finding.needs, needs.entry != nil {
      guard let (from, to) = ends(of: finding, distinct) else {
        return false
      }
      add(
        missing: Reason(
          service: services(needs), whom: whom(needs), entries: [(needs.entry ?? "", needs.areas)]),
        from, to)
    } else if distinct.isEmpty {
      // What names relations only, such as a share of them, has no place of its own.
      guard finding.subjects.isEmpty else {
        return false
      }
      let text = finding.remark.map { SceneMembers.capitalized($0) } ?? short(finding)
      absences.append((stage(of: finding), text))
    } else if let needs = finding.needs, needs.service == nil, needs.groups.isEmpty,
      finding.remark == nil
    {
      // A sector that is not there itself, though somebody serves the area from elsewhere.
      absences.append((stage(of: finding), short(finding)))
    } else if let text = finding.remark {
      if let index = remarks.firstIndex(where: { $0.member == distinct[0] }) {
        if !remarks[index].texts.contains(text) { remarks[index].texts.append(text) }
      } else {
        remarks.append((distinct[0], [text]))
      }
    } else if finding.severity == .error {
      // What is urgent has a place before all that is less.
      absences.append((stage(of: finding), short(finding)))
    } else {
      return false
    }
    return true
  }

  /// Where a red arrow begins and ends: the relation that would close the finding, else where the
  /// way stops and what it was to lead to.
  private func ends(of finding: Finding, _ subjects: [Int]) -> (from: Int, to: Int)? {
    if let missing = finding.missing, let from = network.organization(missing.from),
      let to = network.organization(missing.to), let first = members.member[from],
      let second = members.member[to], first != second
    {
      return (first, second)
    }
    guard subjects.count >= 2 else { return nil }
    return (subjects[subjects.count - 2], subjects[subjects.count - 1])
  }

  private mutating func add(missing reason: Reason, _ from: Int, _ to: Int) {
    guard from != to else { return }
    guard let index = missing.firstIndex(where: { $0.from == from && $0.to == to }) else {
      missing.append((from, to, [reason]))
      return
    }
    guard
      let same = missing[index].reasons.firstIndex(where: {
        $0.service == reason.service && $0.whom == reason.whom
      })
    else {
      missing[index].reasons.append(reason)
      return
    }
    for (id, areas) in reason.entries {
      if let known = missing[index].reasons[same].entries.firstIndex(where: { $0.id == id }) {
        missing[index].reasons[same].entries[known].areas += areas.filter {
          !missing[index].reasons[same].entries[known].areas.contains($0)
        }
      } else {
        missing[index].reasons[same].entries.append((id, areas))
      }
    }
  }

  /// " from Provincial Police", " from 3 entry points in North District": from where there is no way. From
  /// elsewhere there may be one.
  private func start(of reason: Reason) -> String {
    guard reason.entries.count > 1 else {
      let entry = reason.entries.first.flatMap { network.organization($0.id) }
      let name = entry.map { " from \(network.organizations[$0].nameInSentence)" } ?? ""
      return name + place(reason.entries.first?.areas ?? [])
    }
    let areas = reason.entries.map { Set($0.areas) }
    let part: String
    if areas.allSatisfy({ $0 == areas[0] }) {
      part = place(reason.entries[0].areas)
    } else if areas.allSatisfy({ $0.count == 1 }) {
      part = ", in one area each"
    } else {
      part = ", in some areas each"
    }
    return " from \(reason.entries.count.grouped) entry points\(part)"
  }

  /// " for men": for whom there is no way.
  private func whom(_ needs: Finding.Needs) -> String {
    needs.groups.isEmpty ? "" : " for \(network.vocabulary.words(forGroups: needs.groups))"
  }

  /// "no way to legal counsel and psychosocial support for men from Provincial Police": services that are alike
  /// in all else stand together.
  private func words(_ reasons: [Reason]) -> [String] {
    var rests: [String] = []
    var services: [[String]] = []
    for reason in reasons {
      let rest = reason.whom + start(of: reason)
      if let known = rests.firstIndex(of: rest) {
        services[known].append(reason.service)
      } else {
        rests.append(rest)
        services.append([reason.service])
      }
    }
    return zip(services, rests).map { services, rest in
      let last = services.last ?? ""
      let first = services.dropLast().joined(separator: ", ")
      return "no way to \(first.isEmpty ? "" : "\(first) and ")\(last)\(rest)"
    }
  }

  /// " in Upper District": where a gap is, if not everywhere.
  private func place(_ areas: [String]) -> String {
    guard !areas.isEmpty, areas.count < leafAreas else { return "" }
    let names = areas.prefix(2).map { id in
      network.area(id).map { network.areas[$0].name } ?? id
    }
    let rest = areas.count - names.count
    return " in " + names.joined(separator: rest > 0 ? ", " : " and ")
      + (rest > 0 ? " and \(rest) more" : "")
  }

  private func services(_ needs: Finding.Needs) -> String {
    needs.service.map { network.vocabulary.name(ofService: $0) } ?? "several services"
  }

  /// Where an organization stands that would offer what is absent; a sector that is no part of the way, beside it.
  private func stage(of finding: Finding) -> PathwayStage {
    if let service = finding.needs?.service {
      return PathwayStage.stage(ofServices: [service], network) ?? .support
    }
    return PathwayStage.stage(ofSector: finding.key.first.map { Code($0) }) ?? .beside
  }

  /// The first sentence, shortened.
  private func short(_ finding: Finding) -> String {
    if let needs = finding.needs, let service = needs.service {
      return "No \(network.vocabulary.name(ofService: service)) for "
        + network.vocabulary.words(forGroups: needs.groups) + place(needs.areas)
    }
    let sentence = String(finding.sentence.prefix { !".;:".contains($0) })
      .replacing(" is recorded with an office", with: "").replacing(" is recorded", with: "")
    return LabelText.clean(sentence, limit: 70)
  }

  // MARK: Parts

  private mutating func addNode(_ member: Int, asContext: Bool) {
    guard nodeOf[member] == nil else { return }
    // Who takes part in no referral stands beside the way: donors, say.
    let stage: PathwayStage =
      tied.contains(member) || missing.contains { $0.from == member || $0.to == member }
      ? PathwayStage(members.head(of: member), in: network) : .beside
    var node = members.node(member, stage: stage.rawValue)
    if asContext {
      node.style.fill = .contextFill
      node.style.line = .contextLine
      node.style.text = .contextText
      node.style.mark = .none
      node.localName = nil
    } else {
      node.scale = 1.1
      node.style.lineWidth = 1.75
    }
    nodeOf[member] = scene.nodes.count
    scene.nodes.append(node)
  }

  private mutating func addConcerned() {
    for pair in missing {
      addNode(pair.from, asContext: false)
      addNode(pair.to, asContext: false)
    }
    for finding in findings {
      guard let entry = finding.needs?.entry, let index = network.organization(entry),
        let member = members.member[index]
      else { continue }
      addNode(member, asContext: false)
    }
    for remark in remarks {
      addNode(remark.member, asContext: false)
      guard let node = nodeOf[remark.member] else { continue }
      scene.nodes[node].note = Scene.listed(remark.texts, limit: 2)
      scene.nodes[node].style.line = .gap
      scene.nodes[node].style.lineWidth = 2.5
    }
  }

  /// Neighbours of what is concerned, those with the most ties to it first.
  private mutating func addContext() {
    var counts = Array(repeating: 0, count: members.organizations.count)
    // Where nothing is concerned, those with the most ties show what there is.
    let isBlank = nodeOf.isEmpty
    for tie in ties {
      if isBlank || nodeOf[tie.first] != nil { counts[tie.second] += 1 }
      if isBlank || nodeOf[tie.second] != nil { counts[tie.first] += 1 }
    }
    let near = counts.indices.filter { counts[$0] > 0 && nodeOf[$0] == nil }.sorted {
      (-counts[$0], $0) < (-counts[$1], $1)
    }
    for member in near.prefix(isBlank ? 2 * Self.contextLimit : Self.contextLimit) {
      addNode(member, asContext: true)
    }
  }

  private mutating func addAbsences() {
    for (index, absence) in absences.enumerated() {
      scene.nodes.append(
        Scene.Node(
          id: "absent-\(index + 1)", name: absence.text,
          style: Scene.NodeStyle(
            fill: .white, line: .gap, text: .gapText, lineWidth: 2, isDashed: true),
          scale: 1.1, stage: absence.stage.rawValue, description: "Missing: \(absence.text)"))
    }
  }

  private mutating func addEdges() {
    let names = members.organizations.indices.map { member in
      nodeOf[member].map { scene.nodes[$0].name } ?? ""
    }
    for tie in ties {
      guard let first = nodeOf[tie.first], let second = nodeOf[tie.second] else { continue }
      let isBackward = tie.back && !tie.ahead
      scene.edges.append(
        Scene.Edge(
          isBackward ? second : first, isBackward ? first : second,
          role: tie.isCertain ? .context : .uncertain,
          arrows: tie.ahead && tie.back ? .both : .head,
          description: members.describe(tie, names, verb)))
    }
    var units = Set<[Int]>()
    for (index, place) in network.organizations.enumerated() {
      guard let parent = place.parent, let unit = members.member[index],
        let whole = members.member[parent], unit != whole, let from = nodeOf[unit],
        let to = nodeOf[whole], units.insert([from, to]).inserted
      else { continue }
      scene.edges.append(
        Scene.Edge(
          from, to, role: .unit, arrows: .none,
          description: members.describe(unit: unit, of: whole, names)))
    }
    // One or two reasons stand beside their arrows where few lines are; more would lie on each other or on
    // lines, so that the arrows are numbered and the legend says what keeps people.
    // What is the same on several arrows has one number.
    let isNumbered = missing.count > 2 || scene.edges.count > Self.fewLines
    var told: [String] = []
    for pair in missing {
      guard let from = nodeOf[pair.from], let to = nodeOf[pair.to] else { continue }
      let reason = Scene.listed(words(pair.reasons), limit: 2)
      var edge = Scene.Edge(
        from, to, role: .gap, label: isNumbered ? nil : reason,
        description: "Missing from \(names[pair.from]) to \(names[pair.to]): \(reason)")
      if isNumbered {
        if !told.contains(reason) {
          told.append(reason)
          scene.legend.append(.number(told.count, reason))
        }
        edge.number = told.firstIndex(of: reason).map { $0 + 1 }
      }
      scene.edges.append(edge)
    }
  }

  /// What is said where no gap is found: that there is none only as far as it could be judged.
  private var titleWithoutGaps: String {
    let questions = members.context.openQuestions
    let open = questions == 1 ? "1 question is open" : "\(questions.grouped) questions are open"
    if network.header.boundary == nil {
      return questions == 0
        ? "No boundary is stated: what is absent is a question, not a gap"
        : "Nothing could be judged: no boundary is stated, and \(open)"
    }
    if !members.context.isAnythingJudged {
      return questions == 0
        ? "Nothing could be judged: nothing that is asked about is recorded"
        : "Nothing could be judged: \(open)"
    }
    return questions == 0 ? "No gap is found" : "No gap is found in what could be judged; \(open)"
  }

  private mutating func finish() {
    scene.title =
      count == 0
      ? titleWithoutGaps : count == 1 ? "One gap is found" : "\(count.grouped) gaps are found"
    if !missing.isEmpty {
      scene.title += "; in \(stopped), the way to help stops"
    }
    scene.parts = [
      network.header.title,
      count == 0
        ? "what is recorded, for orientation" : "what is missing in red, the rest for orientation",
    ]
    if notDrawn > 0 {
      scene.notes.append(
        "\(notDrawn == 1 ? "1 finding is" : "\(notDrawn.grouped) findings are") not shown, for want of room or "
          + "because many organizations are concerned at once.")
      scene.parts.append(Scene.notShown(notDrawn))
    }
    let strictest = findings.map(\.tlp).max() ?? .clear
    scene.tlp = max(members.label(layer), strictest)
    scene.addGroupLegend(
      nodeOf.keys.sorted().filter { member in
        nodeOf[member].map { scene.nodes[$0].style.fill != .contextFill } ?? false
      }.map { members.sector(of: $0) })
    if !remarks.isEmpty {
      scene.legend.append(
        .node(
          Scene.NodeStyle(fill: .white, line: .gap, lineWidth: 2),
          "with a finding, in red"))
    }
    if nodeOf.values.contains(where: { scene.nodes[$0].style.fill == .contextFill }) {
      scene.legend.append(
        .node(Scene.NodeStyle(fill: .contextFill, line: .contextLine), "for orientation"))
    }
    if !absences.isEmpty {
      scene.legend.append(
        .node(
          Scene.NodeStyle(fill: .white, line: .gap, lineWidth: 1.25, isDashed: true),
          "not recorded"))
    }
    scene.addEdgeLegend([
      (.gap, "missing"), (.context, "recorded"), (.uncertain, "not certain"), (.unit, "unit of"),
    ])
    scene.addFoldLegend(members, byStage: true)
    scene.textAlternative =
      ["\(scene.title).", "\(scene.subtitle)."]
      + told.map { LabelText.clean($0.sentence, limit: 2_000) }
  }
}
