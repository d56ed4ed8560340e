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
    if patch.problems.isEmpty, configuration.runs("PAT001") {
      findings += PatchMisfit.findings(of: patch, fitting: networks, vocabulary)
    }
    return finished(findings)
  }

  /// Applies a patch to a network.
  ///
  /// - Parameter vocabulary: the shipped vocabulary.
  /// - Throws: ``PatchMisfits`` where it does not fit.
  /// - Complexity: O(size of the patch × size of the network).
  public static func apply(
    _ patch: NetworkPatch, to network: NetworkDocument, vocabulary: Vocabulary
  ) throws(PatchMisfits) -> (applied: NetworkPatch.Applied, network: StakeholderNetwork) {
    try PatchMisfit.apply(patch, network, vocabulary)
  }
}

/// Why a patch does not fit a network.
public struct PatchMisfits: Error {
  /// Each entry that does not: why, and its place in the patch.
  public let causes: [(sentence: String, place: Place)]
}

/// Why a patch fits none of several networks.
private enum PatchMisfit {
  /// One finding an entry that does not fit, of the network that is nearest; none where the patch fits one of
  /// the networks, or there is none.
  static func findings(
    of patch: NetworkPatch, fitting networks: [NetworkDocument], _ vocabulary: Vocabulary
  ) -> [Finding] {
    let named = names(in: patch)
    var nearest: (known: Int, title: String, causes: [(sentence: String, place: Place)])?
    for network in networks {
      let causes: [(sentence: String, place: Place)]
      do {
        _ = try apply(patch, network, vocabulary)
        return []
      } catch {
        causes = error.causes
      }
      let ids = ids(of: network)
      let known = named.count { ids.contains($0) }
      if known > nearest?.known ?? -1 {
        nearest = (known, network.header.title.value ?? "", causes)
      }
    }
    guard let nearest else { return [] }
    let title = nearest.title.isEmpty ? "the network" : "the network \(Quoted(nearest.title))"
    let subject =
      networks.count == 1
      ? "The patch does not fit \(title)"
      : "The patch fits none of the \(networks.count) networks here; the nearest is \(title)"
    return nearest.causes.map { cause in
      Finding(
        rule: "PAT001", severity: .warning, key: [cause.sentence], place: cause.place,
        sentence: "\(subject): \(cause.sentence)")
    }
  }

  /// One network with the patch.
  ///
  /// - Throws: first what it changes or removes and is not there, or adds and is, and what its entries name and
  ///   nobody declares; only where all of that is right, why the changed network does not resolve.
  static func apply(
    _ patch: NetworkPatch, _ network: NetworkDocument, _ vocabulary: Vocabulary
  ) throws(PatchMisfits) -> (applied: NetworkPatch.Applied, network: StakeholderNetwork) {
    let (applied, misfits) = patch.applying(to: network)
    let changed = applied.document
    let words = vocabulary.extended(by: changed.vocabulary)
    var causes = misfits.map { (sentence: $0.message, place: $0.origin.place) }
    func context(_ document: NetworkDocument) -> LintContext {
      LintContext(
        document, vocabulary: words, asOf: patch.asOf, configuration: LintConfiguration())
    }
    // The organization of a service to add is told already.
    let named = UndeclaredReference().findings(of: context(patch.entries), in: context(changed))
      .filter { !($0.key.first == "services" && $0.key.dropFirst(2).first == "organization") }
    causes += named.map { (sentence: $0.sentence, place: $0.place) }
    if !causes.isEmpty { throw PatchMisfits(causes: causes) }
    do {
      return (applied, try NetworkResolver.resolve(changed, vocabulary: words))
    } catch {
      throw PatchMisfits(
        causes: error.problems.prefix(1).map {
          ($0.sentence, patch.place(ofReference: $0.key.last))
        })
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
