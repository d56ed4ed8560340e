public import LiaisonModel

/// Which findings hold without weak evidence, and which would then open (DOMAIN G17): the network is
/// judged again without the weak relations.
public struct Survival: Sendable {
  /// The relations left out.
  public var weak: WeakEvidence
  /// The ids of the findings that are not found without them.
  public var fallen: Set<String>
  /// What is found only without them, the heaviest first.
  public var opened: [Finding]

  /// Compares a report with that of the network without its weak relations; nothing falls or opens
  /// where no evidence is weak.
  init(
    of report: GapReport, without: (ids: Set<String>, opened: [Finding])?, _ weak: WeakEvidence
  ) {
    self.weak = weak
    opened = without?.opened ?? []
    fallen = without.map { report.foundIDs.subtracting($0.ids) } ?? []
  }
}

extension GapReport {
  /// The ids of what is found, accepted or not.
  var foundIDs: Set<String> { Set((findings + accepted).map(\.id)) }
}
