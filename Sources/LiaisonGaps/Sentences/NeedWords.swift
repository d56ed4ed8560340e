public import LiaisonModel

/// Words for the parts of a need.
struct NeedWords {
  let network: StakeholderNetwork
  let needs: NeedSpace
  /// For each area, by index, the positions of the leaves in it, ascending.
  private let leaves: [[Int]]

  init(network: StakeholderNetwork, needs: NeedSpace) {
    self.network = network
    self.needs = needs
    var leaves = [[Int]](repeating: [], count: network.areas.count)
    for (position, leaf) in needs.areas.enumerated() {
      for area in network.areas[leaf].chain { leaves[area].append(position) }
    }
    self.leaves = leaves
  }

  /// The name of an organization with its article.
  func organization(_ index: Int) -> String {
    Wording.definite(network.organizations[index].name)
  }

  /// The leaf area at a position.
  func area(_ position: Int) -> Area { network.areas[needs.areas[position]] }

  /// The name of a service type.
  func service(_ code: Code) -> String { network.vocabulary.name(ofService: code) }

  // MARK: Areas

  /// Leaf areas, by position: "North District", "North and Coast District"; all those of one area
  /// by its name, and those of no one area "all 3 districts".
  func areas(_ positions: [Int]) -> String {
    let chosen = Set(positions)
    let names = wholes(chosen).map { network.areas[$0].name }
    if chosen.count == needs.areas.count, names.count > 1 {
      return "all \(Wording.grouped(chosen.count)) \(levelWord(positions))"
    }
    if names.count > 4 {
      return Wording.list(names, atMost: 3, others: "other area")
    }
    return Wording.list(folded(names))
  }

  /// Leaf areas as a sentence without any of them takes them: "North or Coast District", "any of the 3
  /// districts".
  func anyArea(_ positions: [Int]) -> String {
    let chosen = Set(positions)
    if chosen.count > 1, chosen.count == needs.areas.count {
      return "any of the \(Wording.grouped(chosen.count)) \(levelWord(positions))"
    }
    let names = wholes(chosen).map { network.areas[$0].name }
    guard names.count > 4 else { return Wording.list(folded(names), "or") }
    return names.prefix(3).joined(separator: ", ")
      + " or any of \(Wording.count(names.count - 3, "other area"))"
  }

  /// The widest areas that hold some leaves, by position, and no others.
  func wholes(_ chosen: Set<Int>) -> [Int] {
    var covered: Set<Int> = []
    var areas: [Int] = []
    for position in chosen.sorted() where !covered.contains(position) {
      let whole = widest(around: position, within: chosen)
      covered.formUnion(whole.leaves)
      areas.append(whole.area)
    }
    return areas
  }

  /// The widest area around a leaf all of whose leaves are chosen.
  private func widest(around position: Int, within chosen: Set<Int>) -> (area: Int, leaves: [Int]) {
    var best = (area: needs.areas[position], leaves: [position])
    guard chosen.count > 1 else { return best }
    for ancestor in network.areas[needs.areas[position]].chain.dropFirst() {
      let leaves = leaves[ancestor]
      guard leaves.count <= chosen.count, leaves.allSatisfy({ chosen.contains($0) }) else { break }
      guard leaves.count > 1 else { continue }
      best = (ancestor, leaves)
    }
    return best
  }

  /// The plural of the level that all have, else "areas".
  private func levelWord(_ positions: [Int]) -> String {
    let levels = Set(positions.map { network.areas[needs.areas[$0]].level })
    guard levels.count == 1, let level = levels.first ?? nil, level != "local" else {
      return "areas"
    }
    let name = network.vocabulary.name(of: level, in: .levels)
    return name.hasSuffix("y") ? name.dropLast() + "ies" : name + "s"
  }

  /// "North District", "Coast District" become "North", "Coast District", where all end alike.
  private func folded(_ names: [String]) -> [String] {
    guard names.count > 1, let end = names.first?.split(separator: " ").last,
      names.allSatisfy({ $0.hasSuffix(" \(end)") })
    else { return names }
    return names.dropLast().map { String($0.dropLast(end.count + 1)) } + names.suffix(1)
  }

  // MARK: Groups

  /// "women and boys", "adults", "anyone".
  func groups(_ groups: [Code]) -> String { network.vocabulary.words(forGroups: groups) }

  /// "an adult man or a boy", "anyone".
  func persons(_ groups: [Code]) -> String {
    if Set(groups).count == needs.groups.count { return "anyone" }
    return Wording.list(
      network.vocabulary.folded(groups: groups).map {
        network.vocabulary.phrase(of: $0, in: .groups)
      }, "or")
  }

  // MARK: Cases

  /// " in forced labour" where only some of the case classes that may arise are meant, else nothing.
  func cases(_ classes: [Int], of possible: [Int]) -> String {
    let chosen = Set(classes)
    guard needs.caseClasses.count > 1, !Set(possible).isSubset(of: chosen) else { return "" }
    let codes = chosen.sorted().flatMap { needs.caseClasses[$0] }
    let rest = Set(possible).subtracting(chosen).sorted().flatMap { needs.caseClasses[$0] }
    if codes.count > 2, rest.count < codes.count {
      return " in cases other than " + caseNames(rest, "or")
    }
    let phrases = codes.map { network.vocabulary.phrase(of: $0, in: .cases) }
    return " " + Wording.list(phrases, "or")
  }

  /// "forced labour and sexual exploitation".
  func caseNames(_ codes: [Code], _ word: String = "and") -> String {
    Wording.list(codes.map { network.vocabulary.name(of: $0, in: .cases) }, word)
  }
}

extension Vocabulary {
  /// Leaf groups as a sentence names them: "women and boys", "adults", "anyone".
  public func words(forGroups groups: [Code]) -> String {
    if Set(groups).count == leafGroups.count { return "anyone" }
    return Wording.list(folded(groups: groups).map { name(of: $0, in: .groups) })
  }

  /// The codes that stand for a set of leaf groups, those for all below them first folded.
  func folded(groups: [Code]) -> [Code] {
    let chosen = Set(groups)
    let leaves = leafGroups
    let wide = terms(.groups).map(\.code).filter { code in
      let below = leaves.filter { code.covers($0) }
      return !below.isEmpty && below.allSatisfy { chosen.contains($0) }
    }
    return wide.filter { code in !wide.contains { $0 != code && $0.covers(code) } }
  }
}
