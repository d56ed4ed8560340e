import LiaisonModel

/// The circles of a state in which people go to and fro, sought once for each service type.
struct LoopStates {
  let report: GapReport
  private var known: [String: [ReferralLoops.Loop]] = [:]

  init(_ report: GapReport) { self.report = report }

  /// The circle of which a finding of the same standard tells; nil where it is none in this state.
  ///
  /// - Complexity: that of the loops of its service type, once.
  mutating func loop(of finding: Finding) -> ReferralLoops.Loop? {
    let table = report.pathways
    let members = finding.subjects.compactMap(\.organization)
    return loops(of: finding).first { loop in
      loop.members.map { table.network.organizations[$0].id } == members
    }
  }

  /// The needs with which people go to and fro in a circle that shares a member with that of which a finding of the
  /// same standard tells.
  ///
  /// - Complexity: that of the loops of its service type, once.
  mutating func needs(near finding: Finding) -> Set<PathwayTable.Cell> {
    let network = report.pathways.network
    let members = Set(finding.subjects.compactMap(\.organization))
    return Set(
      loops(of: finding).filter { loop in
        loop.members.contains { members.contains(network.organizations[$0].id) }
      }.flatMap(\.needs))
  }

  private mutating func loops(of finding: Finding) -> [ReferralLoops.Loop] {
    guard let type = finding.needs?.service else { return [] }
    let key = "\(finding.rule) \(type.text)"
    if let found = known[key] { return found }
    let standard = report.expected
    guard let service = report.pathways.needs.services.firstIndex(of: type),
      let asked = standard.expectations.first(where: { "\(standard.id)/\($0.id)" == finding.rule }),
      let read = try? LoopKind().read(asked, of: standard) as? LoopExpectation
    else { return [] }
    let table = report.pathways
    let loops = ReferralLoops(table, service: service, read.selection.positions(table)).loops()
    known[key] = loops
    return loops
  }
}
