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
  init(of report: GapReport, without: GapReport?, _ weak: WeakEvidence) {
    self.weak = weak
    fallen = []
    opened = []
    guard let without else { return }
    let before = report.findings + report.accepted
    let after = without.findings + without.accepted
    let left = Set(after.map(\.id))
    let known = Set(before.map(\.id))
    fallen = Set(before.map(\.id).filter { !left.contains($0) })
    opened = without.findings.filter { !known.contains($0.id) }
      .sorted(by: Judgement.heavierFirst)
  }
}
