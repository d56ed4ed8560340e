import LiaisonFiles
import LiaisonGaps
public import LiaisonModel

extension ToolContext {
  /// The sentences that a network's file releases to an audience that may not read its gaps; none where it
  /// releases nothing to it.
  ///
  /// - Parameters:
  ///   - names: the standards of the command line.
  ///   - date: the day of the command line.
  /// - Throws: `wouldLeak` (77) where a release to the audience is incomplete, or what it releases is not
  ///   found; `GapError` without a date.
  /// - Complexity: that of gap analysis, only where something is released to the audience.
  public func released(
    of document: NetworkDocument, _ network: StakeholderNetwork, to audience: TrafficLight,
    against names: [String], on date: CalendarDate?
  ) throws -> [String] {
    guard !ReleasedFindings.concerning(audience, of: document.releases).isEmpty else { return [] }
    let reports = try standards(names, of: network).map { standard in
      try GapAnalysis.run(
        network, against: standard, asOf: date,
        options: .init(kinds: catalog[ExpectationShelf.self]))
    }
    let released = ReleasedFindings(document.releases, to: audience, found: reports)
    if let fault = released.faults.first {
      throw FileError(
        .wouldLeak, fault.sentence, location: network.sources.location(of: fault.origin.place),
        hint: fault.suggestion)
    }
    return released.sentences
  }
}
