import LiaisonModel

/// Whom to ask a question.
struct Addressees {
  private let report: GapReport
  private let points: OpenPoints
  /// The place of each relation by its key.
  private let relations: [String: Int]
  private var network: StakeholderNetwork { report.pathways.network }

  /// - Complexity: O(relations).
  init(_ report: GapReport) {
    self.report = report
    points = OpenPoints(report.pathways)
    relations = Dictionary(
      report.pathways.network.relations.enumerated().map { ($1.key, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The most organizations that are named.
  private static let limit = 3

  /// "Ask the Hunar Skills Centre."; nothing where the question names those who did not answer, or is about
  /// more organizations than can be named, or about none.
  ///
  /// - Parameter withField: whether the field that the answer goes into is named.
  func sentence(_ fold: FindingFold, withField: Bool) -> String {
    var ids: [String] = []
    for part in fold.parts {
      for id in organizations(of: part) where !ids.contains(id) { ids.append(id) }
    }
    if ids.isEmpty || ids.count > Self.limit || fold.finding.sentence.contains("did not answer") {
      return ""
    }
    let names = ids.compactMap { network.organization($0) }.map {
      Wording.definite(network.organizations[$0].name)
    }
    return "Ask \(Wording.list(names))\(withField ? field(fold.finding) : "")."
  }

  /// " (`groups` of kiran/home)": where the answer to a question about somebody's scope is written.
  private func field(_ question: Finding) -> String {
    guard let doubt = report.doubts[question.id] else { return "" }
    let keys = points.points(doubt).map(\.key)
    let fields: [ConfirmationPoint.Matter: String] = [
      .areas: "areas", .groups: "groups", .cases: "cases", .entryAreas: "entry_point.areas",
      .entryGroups: "entry_point.groups", .entryCases: "entry_point.cases",
    ]
    var named: [String] = []
    for key in keys {
      guard let name = fields[key.matter] else { return "" }
      if !named.contains(name) { named.append(name) }
    }
    guard let id = keys.first?.id, named.count == 1 else { return "" }
    return " (`\(named[0])` of \(id))"
  }

  /// The organizations that a question is about, by id: of a relation both ends.
  private func organizations(of question: Finding) -> [String] {
    question.subjects.flatMap { subject -> [String] in
      switch subject.kind {
      case .organization: return [subject.id]
      case .relation:
        guard let relation = relations[subject.id].map({ network.relations[$0] }) else { return [] }
        return [relation.from, relation.to].compactMap { network.organization(of: $0) }.map {
          network.organizations[$0].id
        }
      default: return []
      }
    }
  }
}
