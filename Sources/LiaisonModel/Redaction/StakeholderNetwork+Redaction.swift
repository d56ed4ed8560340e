extension StakeholderNetwork {
  /// The network as an audience may see it: every element whose label is above the audience's is
  /// gone, with all that is part of it or leads to it (DESIGN §7).
  ///
  /// * An organization takes its units, services, sites and relations with it; a relation takes its
  ///   evidence. An area or body that goes leaves what lies within it to the next one above.
  /// * A relation whose evidence is withheld stays only where it answers the same without it: what is
  ///   disputed does not become certain by leaving the dispute out.
  /// * Values that the format labels by themselves (`caseload`, free beds, the place of a site) go
  ///   where the audience is below that label, whatever their element says.
  /// * Ids become `n1 … nN` in the order of what stays; places in files, and files, are left out.
  /// * Below the network's own label, `audience` is set, and of the header only the date stays and the
  ///   words that `labels:` lets go; words that the document adds to the vocabulary go too.
  ///
  /// Nothing in the result depends on the ids, names, notes or number of what is gone.
  ///
  /// - Parameters:
  ///   - audience: who will see it.
  ///   - shipped: the vocabulary without what the document adds to it.
  /// - Complexity: O(network × depth of its parents).
  public func redacted(
    for audience: TrafficLight, shipped: Vocabulary
  ) -> StakeholderNetwork {
    var redaction = Redaction(self, audience)
    var network = redaction.network()
    if audience < header.tlp {
      network.audience = audience
      network.vocabulary = shipped
    }
    return network
  }
}
