public import LiaisonModel

extension GapReport {
  /// Who would sign what a patch brings about, and what, as a recommendation of the same says it: for each new
  /// referral, exchange of information or joint work on which nobody has reported yet, and each agreement that
  /// goes on. Of a tie that it ends, and of a service to which it leads no new referral, who decides. Each
  /// sentence once.
  ///
  /// - Complexity: O(entries of the patch × agreements).
  public func signings(of patch: NetworkPatch) -> [String] {
    let network = pathways.network
    let words = NeedWords(network: network, needs: pathways.needs)
    var actions: [RecommendedAction] = []
    for entry in patch.additions.relations where entry.evidence.isEmpty {
      let ends = [entry.from.value, entry.to.value].map { end in
        end.flatMap { $0.split(separator: "/").first }.map(String.init) ?? ""
      }
      guard let kind = entry.kind.value, ends.allSatisfy({ network.organization($0) != nil }),
        let family = network.vocabulary.relation(kind)?.family,
        [.referral, .information, .joint].contains(family)
      else { continue }
      actions.append(.relation(from: ends[0], to: ends[1], kind: kind))
    }
    for change in patch.changes where change.table == .agreements {
      guard let agreement = network.agreements.first(where: { $0.id == change.key }),
        change.members.contains(where: { $0.key == "valid_until" })
      else { continue }
      actions.append(.renewal(agreement: agreement.id, until: asOf))
    }
    var sentences: [String] = []
    for action in actions {
      let sentence = Signing(action, in: network, on: asOf).sentence(words)
      if !sentences.contains(sentence) { sentences.append(sentence) }
    }
    func decided(_ what: String, _ action: RecommendedAction) {
      let parties = Signing(action, in: network, on: asOf).parties
      let names = Wording.list(parties.map { words.organization($0) })
      sentences.append("\(what): \(names) can decide it alone.")
    }
    for change in patch.changes where change.table == .relations {
      guard let tie = network.relation(key: change.key),
        let from = network.organization(of: tie.from), let to = network.organization(of: tie.to),
        let status = change.members.first(where: { $0.key == "status" })?.node.scalar,
        network.vocabulary.statusAnswers[Code(status)] == .no
      else { continue }
      decided(
        "To end what goes from \(words.organization(from)) to \(words.organization(to))",
        .ending(relations: [tie.key], content: tie.content ?? []))
    }
    for service in patch.additions.orphanServices {
      guard let owner = service.organization.value, let type = service.type.value,
        let place = network.organization(owner),
        !patch.additions.relations.contains(where: { relation in
          relation.to.value.map { $0 == owner || $0.hasPrefix(owner + "/") } ?? false
        })
      else { continue }
      decided(
        "\(Wording.sentence(words.service(type))) at \(words.organization(place))",
        .provider(organization: owner, type: type, groups: [], areas: []))
    }
    return sentences
  }
}
