public import LiaisonModel

extension LintEngine {
  /// Lints a patch: what its reader found, what its entries say by themselves, and whether it fits one
  /// of the networks.
  ///
  /// - Parameters:
  ///   - patch: the patch.
  ///   - networks: the networks that it may be meant for; where there is none, whether its ids are
  ///     anywhere is not judged.
  ///   - vocabulary: the shipped vocabulary.
  /// - Returns: findings in the order of place, rule, id.
  /// - Complexity: O(networks × (size of the patch + size of the network)).
  public func lint(
    _ patch: NetworkPatch, fitting networks: [NetworkDocument], vocabulary: Vocabulary
  ) -> [Finding] {
    var findings = patch.problems.filter { configuration.runs($0.rule) || $0.severity == .error }
    let context = LintContext(
      patch.entries, vocabulary: vocabulary.extended(by: patch.additions.vocabulary),
      asOf: patch.asOf, configuration: configuration)
    for rule in rules where rule.judgesEntriesAlone && configuration.runs(rule) {
      if case .document(let judge) = rule.check { findings += judge(context) }
    }
    if patch.problems.isEmpty, configuration.runs("PAT001"),
      let misfit = PatchMisfit(patch, networks, vocabulary)
    {
      findings.append(misfit.finding)
    }
    return finished(findings)
  }
}

/// Why a patch fits none of several networks.
private struct PatchMisfit {
  /// What to say.
  let finding: Finding

  /// Nil where the patch fits one of the networks, or there is none.
  init?(_ patch: NetworkPatch, _ networks: [NetworkDocument], _ vocabulary: Vocabulary) {
    let named = Self.names(in: patch)
    var nearest: (known: Int, title: String, cause: (sentence: String, place: Place))?
    for network in networks {
      guard let cause = Self.cause(patch, network, vocabulary) else { return nil }
      let ids = Self.ids(of: network)
      let known = named.count { ids.contains($0) }
      if known > nearest?.known ?? -1 {
        nearest = (known, network.header.title.value ?? "", cause)
      }
    }
    guard let nearest else { return nil }
    let title = nearest.title.isEmpty ? "the network" : "the network \(Quoted(nearest.title))"
    let subject =
      networks.count == 1
      ? "The patch does not fit \(title)"
      : "The patch fits none of the \(networks.count) networks here; the nearest is \(title)"
    finding = Finding(
      rule: "PAT001", severity: .warning, key: [nearest.cause.sentence],
      place: nearest.cause.place, sentence: "\(subject): \(nearest.cause.sentence)")
  }

  /// Why the patch does not fit one network; nil where it fits.
  private static func cause(
    _ patch: NetworkPatch, _ network: NetworkDocument, _ vocabulary: Vocabulary
  ) -> (sentence: String, place: Place)? {
    do throws(PatchError) {
      let changed = try patch.applied(to: network).document
      let words = vocabulary.extended(by: changed.vocabulary)
      let resolution = Result { () throws(NetworkResolver.Failure) in
        try NetworkResolver.resolve(changed, vocabulary: words)
      }
      guard case .failure(let failure) = resolution, let first = failure.problems.first else {
        return nil
      }
      return (first.sentence, patch.place(ofReference: first.key.last))
    } catch {
      return (error.message, error.origin.place)
    }
  }

  /// The ids of a network that the patch speaks of, without the services below them.
  private static func names(in patch: NetworkPatch) -> Set<String> {
    var names = patch.changes.map(\.key) + patch.removals.map(\.key)
    names += patch.additions.relations.flatMap { [$0.from.value, $0.to.value] }.compactMap { $0 }
    return Set(names.map { $0.split(separator: "/").first.map(String.init) ?? $0 })
  }

  private static func ids(of network: NetworkDocument) -> Set<String> {
    var ids = network.organizations.map(\.id.value) + network.relations.map(\.id.value)
    ids += network.areas.map(\.id.value) + network.bodies.map(\.id.value)
    ids += network.agreements.map(\.id.value) + network.activities.map(\.id.value)
    ids += network.sites.map(\.id.value)
    return Set(ids.compactMap { $0 })
  }
}
