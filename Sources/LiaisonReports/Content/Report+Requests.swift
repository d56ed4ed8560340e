import LiaisonGaps
import LiaisonModel

/// A change that is asked for, and the findings that it would close.
struct ReportRequest {
  /// What is asked, in a sentence.
  var text: String
  /// The findings that ask for it, the heaviest first.
  var findings: [Finding]
  /// All findings that it would close, those too for which another change is better.
  var closes: [Finding]
  /// How many findings that are: as many as their sentences say, accepted ones too.
  var count: Int
  /// Whether somebody is asked to decide: a finding without a suggestion asks nothing.
  var isDecision: Bool
  /// Severity weight × cells, over what it would close (SEMANTICS §5).
  var weight: Int { closes.reduce(0) { $0 + $1.severity.weight * $1.cells } }
  /// The gravest of its findings.
  var severity: Severity { closes.map(\.severity).max() ?? .info }
}

extension Report {
  /// Findings by the change that would close them: the gravest first, then the heaviest, then in the
  /// order of the findings. A change all of whose findings one before it closes is left out.
  func requests(of findings: [Finding]) -> [ReportRequest] {
    var requests: [ReportRequest] = []
    var place: [String: Int] = [:]
    for finding in findings {
      let text = request(of: finding)
      let key = text ?? finding.sentence
      if let known = place[key] {
        requests[known].findings.append(finding)
      } else {
        place[key] = requests.count
        requests.append(
          ReportRequest(
            text: key, findings: [finding], closes: [], count: 0, isDecision: text != nil))
      }
    }
    for index in requests.indices { addClosed(to: &requests[index], among: findings) }
    let ranked = requests.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.severity != b.severity { return a.severity > b.severity }
      if a.weight != b.weight { return a.weight > b.weight }
      return left.offset < right.offset
    }.map(\.element)
    var closed: Set<String> = []
    return ranked.filter { request in
      let isNew = request.findings.contains { !closed.contains($0.id) }
      closed.formUnion(request.closes.map(\.id))
      return isNew
    }
  }

  /// What a request would close: of a relation what gap analysis has found that it closes, which the
  /// sentences of its findings count too; of anything else the findings that ask for it.
  private func addClosed(to request: inout ReportRequest, among findings: [Finding]) {
    request.closes = request.findings
    request.count = request.findings.count
    guard let first = request.findings.first, let relation = first.missing,
      let own = judged.first(where: { $0.gaps.findings.contains { $0.id == first.id } })
    else { return }
    let ids = own.gaps.closed(by: relation)
    let known = Set(request.findings.map(\.id))
    request.closes += findings.filter { ids.contains($0.id) && !known.contains($0.id) }
    request.count = ids.count
  }

  /// What a finding asks for: its suggestion without the sentence that says what else it closes,
  /// which differs from finding to finding.
  func request(of finding: Finding) -> String? {
    guard let suggestion = finding.suggestion, !suggestion.isEmpty else { return nil }
    var text = suggestion
    if let closing = suggestion.ranges(of: ". One relation from ").last {
      text = String(suggestion[..<closing.lowerBound])
    }
    return Wording.sentence(text)
  }

  /// Who could decide a request: both ends of the relation that it asks for; else the organizations
  /// that it names; else those that the findings are about; else whoever coordinates.
  func deciders(of request: ReportRequest) -> String {
    var names: [String] = []
    for end in request.findings.compactMap(\.missing).prefix(1).flatMap({ [$0.from, $0.to] }) {
      names.append(name(end))
    }
    if names.isEmpty { names = organizationsNamed(in: request.text) }
    if names.isEmpty {
      for finding in request.findings where finding.needs?.entry == nil {
        for subject in finding.subjects where subject.kind == .organization {
          guard let index = network.organization(subject.id) else { continue }
          let name = network.organizations[index].name
          if !names.contains(name) { names.append(name) }
        }
      }
    }
    if names.count == 1, let coordinator, coordinator != names[0] { names.append(coordinator) }
    if names.isEmpty {
      names = coordinator.map { [$0] } ?? []
      if names.isEmpty { return "those who coordinate the network" }
    }
    return Wording.listed(names.map(inSentence), limit: 4)
  }

  /// The name of an organization or body as a sentence takes it.
  private func inSentence(_ name: String) -> String {
    network.organizations.first { $0.name == name }?.nameInSentence ?? name
  }

  /// Who coordinates: the first organization of the sector that leads, else the first body.
  private var coordinator: String? {
    let lead = network.organizations.first {
      $0.sector.map { Code("gov.lead").covers($0) } ?? false
        && $0.validity.answer(on: date) != .no
    }
    return lead?.name
      ?? network.bodies.first { $0.validity.answer(on: date) != .no }?.name
  }

  /// The organizations whose names stand in a text, in the order in which they do; of names that lie
  /// in one another the longest counts.
  ///
  /// - Complexity: O(organizations × length of the text).
  private func organizationsNamed(in text: String) -> [String] {
    let names = Set(network.organizations.map(\.name)).sorted {
      ($1.utf8.count, $0) < ($0.utf8.count, $1)
    }
    var taken: [Range<String.Index>] = []
    var found: [(at: String.Index, name: String)] = []
    for name in names where !name.isEmpty {
      for range in text.ranges(of: name) where !taken.contains(where: { $0.overlaps(range) }) {
        taken.append(range)
        if !found.contains(where: { $0.name == name }) { found.append((range.lowerBound, name)) }
      }
    }
    return found.sorted { $0.at < $1.at }.map(\.name)
  }
}
