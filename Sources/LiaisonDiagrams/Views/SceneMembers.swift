import LiaisonGaps
import LiaisonModel

/// The nodes of a scene: organizations one by one, or folded.
struct SceneMembers {
  let network: StakeholderNetwork
  let context: DiagramContext
  let date: CalendarDate?
  /// The organizations of each member, in file order.
  private(set) var organizations: [[Int]] = []
  /// The member of each organization; nil where it is not in force.
  private(set) var member: [Int?]

  /// Folds the organizations in force.
  ///
  /// - Parameter key: tells members apart beside their sector, where sectors are folded: a stage.
  init(
    _ network: StakeholderNetwork, _ context: DiagramContext, key: (Int) -> Int = { _ in 0 }
  ) {
    self.network = network
    self.context = context
    date = context.asOf ?? network.header.asOf
    member = Array(repeating: nil, count: network.organizations.count)
    var memberOfFold: [String: Int] = [:]
    for index in network.organizations.indices
    where network.organizations[index].validity.answer(on: date) != .no {
      let fold =
        switch context.detail {
        case .organizations, .points: "o\(index)"
        case .units:
          network.organizations[index].parent.map { "u\($0) \(key(index))" } ?? "o\(index)"
        case .parents: "o\(root(of: index))"
        case .sectors:
          "s\(key(index)) \(network.organizations[index].sector?.text ?? "")"
        }
      if let known = memberOfFold[fold] {
        organizations[known].append(index)
        member[index] = known
      } else {
        memberOfFold[fold] = organizations.count
        member[index] = organizations.count
        organizations.append([index])
      }
    }
  }

  /// The organization at the top of a unit's parents.
  private func root(of organization: Int) -> Int {
    var top = organization
    for _ in network.organizations.indices {
      guard let parent = network.organizations[top].parent else { break }
      top = parent
    }
    return top
  }

  /// The organization that speaks for a member: the parent of the others, else the first.
  func head(of member: Int) -> Int {
    let own = organizations[member]
    return own.first { network.organizations[$0].parent == nil } ?? own[0]
  }

  /// The sector of a member.
  func sector(of member: Int) -> Code? { network.organizations[head(of: member)].sector }

  /// The node of a member.
  func node(_ member: Int, stage: Int = 0, cluster: Int? = nil) -> Scene.Node {
    let head = network.organizations[head(of: member)]
    let own = organizations[member]
    let sectorName = head.sector.map { network.vocabulary.name(of: $0, in: .sectors) }
    var name = head.name
    var local = localName(head.name, head.names)
    switch context.detail {
    case .organizations, .points: break
    case .units:
      if own.count > 1 {
        let units = own.map { network.organizations[$0] }
        let common =
          Self.common(units.map(ownName)) ?? "Unit of \(parentName(of: units[0]))"
        name = "\(common) (\(own.count.grouped))"
        let locals = units.compactMap { localName($0.name, $0.names) }
        local =
          locals.count == own.count
          ? Self.common(locals).map { "\($0) (\(own.count.grouped))" } : nil
      }
    case .parents:
      if own.count > 1 {
        name += own.count == 2 ? " and its unit" : " and \((own.count - 1).grouped) units"
        local = nil
      }
    case .sectors:
      if own.count > 1 {
        name = "\(Self.heading(of: head.sector, network.vocabulary)) (\(own.count.grouped))"
        local = nil
      }
    }
    if own.count == 1 { name = ownName(head) }
    var words = [LabelText.clean(name)]
    if let sectorName { words.append(sectorName) }
    if own.contains(where: { network.organizations[$0].entryPoint != .none }) {
      words.append("entry point")
    }
    var style = SectorGroup(head.sector).style
    if let color = head.sector.flatMap({ network.vocabulary.term($0, in: .sectors)?.color }),
      let value = UInt32(color.dropFirst(), radix: 16)
    {
      style.line = Tint(value)
      style.markColor = Tint(value)
    }
    return Scene.Node(
      id: head.id, name: name, localName: local, style: style,
      stage: stage, cluster: cluster, description: words.joined(separator: ", "))
  }

  /// The name in the one language that is asked for, else the network's own.
  func ownName(_ organization: Organization) -> String {
    guard case .only(let tag) = context.names else { return organization.name }
    return organization.names.first { $0.tag == tag }?.text ?? organization.name
  }

  private func parentName(of unit: Organization) -> String {
    ownName(unit.parent.map { network.organizations[$0] } ?? unit)
  }

  /// The words that names end or begin with alike: "Police Station" of "North Police Station" and
  /// "Coast Police Station".
  static func common(_ names: [String]) -> String? {
    let words = names.map { $0.split(separator: " ") }
    guard let shortest = words.map(\.count).min(), let first = words.first else { return nil }
    func isShared(_ count: Int, atEnd: Bool) -> Bool {
      words.allSatisfy {
        atEnd
          ? $0.suffix(count).elementsEqual(first.suffix(count))
          : $0.prefix(count).elementsEqual(first.prefix(count))
      }
    }
    for count in stride(from: shortest, to: 0, by: -1) {
      if isShared(count, atEnd: true) { return first.suffix(count).joined(separator: " ") }
      if isShared(count, atEnd: false) { return first.prefix(count).joined(separator: " ") }
    }
    return nil
  }

  private func localName(_ name: String, _ names: [LocalName]) -> String? {
    switch context.names {
    case .only: nil
    case .with(let tag): names.first { $0.tag == tag }?.text
    case .automatic:
      names.sorted { $0.tag < $1.tag }.first { $0.text != name }?.text
    }
  }

  /// The relations of a layer in force, each with the organizations at its ends.
  private func relations(_ layer: Layer.Name) -> [(relation: Relation, from: Int, to: Int)] {
    network.relations.compactMap { relation in
      guard layer.contains(relation), relation.validity.answer(on: date) != .no,
        let from = network.organization(of: relation.from),
        let to = network.organization(of: relation.to)
      else { return nil }
      return (relation, from, to)
    }
  }

  /// The relations of a layer in force, between members: one tie for each pair, both directions of
  /// it together.
  func ties(_ layer: Layer.Name) -> [Tie] {
    var ties: [Tie] = []
    var indexOfPair: [[Int]: Int] = [:]
    for (relation, from, to) in relations(layer) {
      guard let from = member[from], let to = member[to], from != to else { continue }
      let isCertain = relation.standing(on: date) == .yes
      let pair = [min(from, to), max(from, to)]
      let index: Int
      if let known = indexOfPair[pair] {
        index = known
      } else {
        index = ties.count
        indexOfPair[pair] = index
        ties.append(Tie(first: from, second: to))
      }
      let goesAhead = ties[index].first == from
      // A relation without a kind comes from a plain edge list, which has no direction.
      let isMutual = !relation.isDirected || relation.kind.text.isEmpty
      ties[index].ahead = ties[index].ahead || goesAhead || isMutual
      ties[index].back = ties[index].back || !goesAhead || isMutual
      ties[index].certain += isCertain ? 1 : 0
      ties[index].count += 1
      ties[index].intensity = max(ties[index].intensity, Double(relation.intensity ?? 1))
    }
    return ties
  }

  /// Which members hold an organization that a relation of a layer in force joins to another, within the
  /// member too.
  func tied(_ layer: Layer.Name) -> [Bool] {
    var isTied = Array(repeating: false, count: organizations.count)
    for (_, from, to) in relations(layer) {
      guard from != to, let first = member[from], let second = member[to] else { continue }
      isTied[first] = true
      isTied[second] = true
    }
    return isTied
  }

  /// The strictest label of what a layer may show: the network's, its organizations', its relations'.
  func label(_ layer: Layer.Name) -> TrafficLight {
    var strictest = network.header.tlp
    for index in network.organizations.indices where member[index] != nil {
      strictest = max(strictest, network.organizations[index].tlp)
    }
    for relation in network.relations
    where layer.contains(relation) && relation.validity.answer(on: date) != .no {
      strictest = max(strictest, relation.tlp)
    }
    return strictest
  }

  /// How many organizations there are, folded or not.
  var organizationCount: Int { organizations.reduce(0) { $0 + $1.count } }

  /// How many relations of a layer in force join organizations, folded or not.
  func relationCount(_ layer: Layer.Name) -> Int {
    relations(layer).count { $0.from != $0.to && member[$0.from] != nil && member[$0.to] != nil }
  }

  /// The words for a relation of a layer between two members.
  func describe(_ tie: Tie, _ names: [String], _ verb: Tie.Verb) -> String {
    let isBackward = tie.back && !tie.ahead
    let (first, second) = isBackward ? (tie.second, tie.first) : (tie.first, tie.second)
    let isMutual = tie.ahead && tie.back
    let (a, b) = (Self.capitalized(spoken(first, names)), spoken(second, names))
    // What is folded from several speaks of several.
    let areSeveral = isMutual || organizations[first].count > 1
    let subject = isMutual ? "\(a) and \(b)" : a
    let object = isMutual ? "each other" : b
    switch verb {
    case .refers:
      return "\(subject) \(areSeveral ? "refer" : "refers") people to \(object)\(Self.doubt(tie))"
    case .isJoined:
      return "\(subject) \(areSeveral ? "are" : "is") joined to \(object)\(Self.doubt(tie))"
    }
  }

  /// ", not certain": what is drawn dashed.
  private static func doubt(_ tie: Tie) -> String { tie.isCertain ? "" : ", not certain" }

  /// "The North Police Station is a unit of Provincial Police".
  func describe(unit: Int, of whole: Int, _ names: [String]) -> String {
    let several = organizations[unit].count > 1
    return "\(Self.capitalized(spoken(unit, names))) \(several ? "are units" : "is a unit") of "
      + spoken(whole, names)
  }

  /// The words for many ties: whom one member refers people to stands in one sentence, in the order of the first
  /// of them; what leads both ways, has no direction or is not certain, in one each.
  func describe(_ ties: [Tie], _ names: [String], _ verb: Tie.Verb) -> [String] {
    var sentences: [String] = []
    var place: [Int: Int] = [:]
    var targets: [Int: [String]] = [:]
    for tie in ties {
      let sentence = describe(tie, names, verb)
      guard verb == .refers, tie.isCertain, !(tie.ahead && tie.back) else {
        sentences.append(sentence)
        continue
      }
      let (from, to) = tie.back ? (tie.second, tie.first) : (tie.first, tie.second)
      targets[from, default: []].append(spoken(to, names))
      if place[from] == nil {
        place[from] = sentences.count
        sentences.append(sentence)
      }
    }
    for (from, index) in place {
      guard let all = targets[from], all.count > 1, let last = all.last else { continue }
      sentences[index] +=
        all.count == 2 ? "" : ", " + all[1..<(all.count - 1)].joined(separator: ", ")
      sentences[index] += " and \(last)"
    }
    return sentences
  }

  /// The name of a member as a sentence takes it: with its article, unless it is folded from several or
  /// told in another language.
  private func spoken(_ member: Int, _ names: [String]) -> String {
    let own = organizations[member].map { network.organizations[$0] }
    guard own.count == 1, own[0].name == names[member] else {
      return LabelText.clean(names[member])
    }
    return LabelText.clean(own[0].nameInSentence)
  }

  /// What a sector is called at the head of its organizations; a code that the vocabulary has no word for
  /// stands as it is written, as it is no name.
  static func heading(of sector: Code?, _ vocabulary: Vocabulary) -> String {
    guard let sector else { return "Sector not stated" }
    return vocabulary.term(sector, in: .sectors).map { capitalized($0.name) } ?? sector.text
  }

  static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }
}

/// What joins two members of a scene, in either direction or both.
struct Tie {
  /// How a tie is put into words.
  enum Verb {
    case refers, isJoined
  }

  var first: Int
  var second: Int
  /// Whether it leads from the first to the second.
  var ahead = false
  /// Whether it leads from the second to the first.
  var back = false
  /// How many relations it stands for.
  var count = 0
  /// How many of them are certain.
  var certain = 0
  var isCertain: Bool { certain > 0 }
  var intensity = 1.0

  init(first: Int, second: Int) {
    self.first = first
    self.second = second
  }
}

extension Scene {
  /// Title, label, source and the language of a network, which every view shows alike.
  init(
    view: String, arrangement: Arrangement, of network: StakeholderNetwork, _ members: SceneMembers
  ) {
    self.init(view: view, arrangement: arrangement, title: "")
    tlp = network.header.tlp
    if case .only(let tag) = members.context.names { language = tag }
    // First what may not be cut where the rest is long. The network's title stands above.
    if let date = members.date { sources.append("As of \(date)") }
    if let audience = network.audience {
      self.audience = "a part: what may be shared as \(audience.label)"
    } else if let audience = members.context.audience {
      self.audience = "what may be shared as \(audience.label)"
    }
    if let source = network.header.source { sources.append("Source: \(source)") }
  }

  /// The legend of the sector groups that occur; none where no sector is stated at all.
  mutating func addGroupLegend(_ sectors: [Code?]) {
    let present = Set(sectors.map { SectorGroup($0) })
    if present == [.other] { return }
    for group in SectorGroup.allCases where present.contains(group) {
      legend.append(.node(group.style, group.title))
    }
  }

  /// The legend of the edge roles that occur.
  mutating func addEdgeLegend(_ words: [(EdgeRole, String)]) {
    for (role, text) in words {
      let own = edges.filter { $0.role == role }
      if own.isEmpty { continue }
      legend.append(.edge(role, hasArrow: own.contains { $0.arrows != .none }, text))
    }
    if edges.contains(where: { $0.arrows == .both }) {
      legend.append(.words("two heads: both ways"))
    }
    // How many ties are not shown would tell of them (DESIGN §7); that some may not be, tells of none.
    if audience != nil {
      legend.append(.words("no line: a tie that may not be shown here is possible all the same"))
    }
  }

  /// Says in the legend what is drawn as one, where organizations are folded.
  ///
  /// - Parameter byStage: whether those of one sector are parted by their stages.
  mutating func addFoldLegend(_ members: SceneMembers, byStage: Bool = false) {
    guard members.organizations.contains(where: { $0.count > 1 }) else { return }
    switch members.context.detail {
    case .organizations, .points: break
    case .units: legend.append(.words("(n): n units of one organization, drawn as one"))
    case .parents: legend.append(.words("units are drawn as one with their organization"))
    case .sectors:
      let whom = byStage ? "of one sector at one stage" : "of one sector"
      legend.append(.words("(n): n organizations \(whom), drawn as one"))
    }
  }

  /// “3 more not shown, in no referral”: how all views count what they leave out.
  static func notShown(_ number: Int, _ reason: String = "") -> String {
    "\(number.grouped) more not shown" + (reason.isEmpty ? "" : ", \(reason)")
  }

  /// “1 organization”, “3 organizations”.
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number.grouped) \(noun)s"
  }

  /// Lists at most so many things in words.
  static func listed(_ things: [String], limit: Int, separator: String = "; ") -> String {
    let shown = things.prefix(limit).joined(separator: separator)
    return things.count > limit
      ? "\(shown)\(separator)and \((things.count - limit).grouped) more" : shown
  }
}
