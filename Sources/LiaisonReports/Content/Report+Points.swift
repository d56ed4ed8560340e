import LiaisonGaps
import LiaisonModel

/// Which findings the first page tells, and which steps it asks to be decided.
extension Report {
  /// How many findings the first page tells.
  static let pointCount = 5

  /// The steps of the main standard; where they are fewer than the decisions asked, then those of the others that
  /// ask for something else.
  static func steps(of judged: [Judged]) -> [NextStep] {
    var steps: [NextStep] = []
    for one in judged where steps.count < decisionCount {
      for step in one.gaps.nextSteps(decisionCount)
      where steps.count < decisionCount && !steps.contains(where: { $0.action == step.action }) {
        steps.append(step)
      }
    }
    return steps
  }

  /// The five findings that matter most: the gravest first; of these in the order of the decisions that close
  /// them, then those of most pathways. What one change would close together is one point, and its gravest speaks
  /// for it. Where there are fewer, the questions that decide most follow.
  var firstPoints: [FindingFold] {
    var places: [String: Int] = [:]
    var groups: [(folds: [FindingFold], decision: Int)] = []
    let all = folds
    for fold in all {
      let place = fold.parts.compactMap { decision(of: $0.id) }.min()
      let key =
        place.map { "decision \($0)" } ?? request(of: fold.finding) ?? fold.finding.sentence
      if let known = places[key] {
        groups[known].folds.append(fold)
      } else {
        places[key] = groups.count
        groups.append(([fold], place ?? .max))
      }
    }
    func severity(_ group: [FindingFold]) -> Severity {
      group.map(\.finding.severity).max() ?? .info
    }
    func weight(_ group: [FindingFold]) -> Int {
      group.reduce(0) { $0 + $1.finding.severity.weight * $1.finding.cells }
    }
    let ranked = groups.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      let (first, second) = (severity(a.folds), severity(b.folds))
      if first != second { return first > second }
      if a.decision != b.decision { return a.decision < b.decision }
      let (heavy, light) = (weight(a.folds), weight(b.folds))
      return heavy != light ? heavy > light : left.offset < right.offset
    }.map(\.element.folds)
    var points = ranked.prefix(Self.pointCount).compactMap { group in
      group.first { $0.finding.severity == severity(group) }
    }
    // Then one of each kind, then whatever comes next.
    var kinds: Set<[String]> = []
    let rest = all + questionFolds
    let distinct = rest.filter {
      kinds.insert([$0.finding.rule, $0.finding.needs?.service?.text ?? ""]).inserted
    }
    for fold in distinct + rest where points.count < Self.pointCount {
      if !points.contains(where: { $0.finding.sentence == fold.finding.sentence }) {
        points.append(fold)
      }
    }
    return points
  }

  /// What a finding asks for, in a sentence.
  func request(of finding: Finding) -> String? {
    finding.request.flatMap { $0.isEmpty ? nil : Wording.sentence($0) }
  }
}
