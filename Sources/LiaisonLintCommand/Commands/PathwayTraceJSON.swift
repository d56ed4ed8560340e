import LiaisonFiles
public import LiaisonGaps
import LiaisonModel

/// A trace as JSON, in a form that stays: keys are added, never renamed or removed.
///
/// ```json
/// {"liaison_path": 1, "network": "…", "as_of": "2025-06-30", "tlp": "AMBER", "entry": "labour-inspectorate",
///  "rows": [
///    {"service": "legal_counsel", "areas": ["north"], "groups": ["adult.male"],
///     "cases": ["labour"], "status": "reached", "sentence": "…",
///     "way": {"path": ["labour-inspectorate", "insaf"], "relations": ["r04"],
///             "service": "insaf/counsel", "hops": 1, "unknown_hops": 0, "confidence": 0.8,
///             "response_hours": null, "expired_agreements": []},
///     "alternatives": [{…}]}]}
/// ```
///
/// `relations` holds null for the step between an organization and its unit; `way` is there only where
/// there is one, and `stop` where there is none: see `PathwayStopJSON`.
public struct PathwayTraceJSON {
  private let trace: PathwayTrace

  /// The JSON of a trace.
  public init(_ trace: PathwayTrace) { self.trace = trace }

  /// The JSON as text, ending with a line break.
  public var bytes: [UInt8] { value.bytes() }

  var value: JSONValue {
    let network = trace.network
    return .object([
      .init("liaison_path", 1), .init("network", .string(network.header.title)),
      .init("as_of", .string(trace.date.description)), .init("tlp", .string(trace.label.code)),
      .init("entry", .string(network.organizations[trace.entry].id)),
      .init("rows", .array(trace.rows.map(json))),
    ])
  }

  private func json(_ row: PathwayTrace.Row) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("service", .string(row.service.text)),
      .init("areas", .strings(row.areas.map { trace.network.areas[$0].id })),
      .init("groups", .strings(row.groups.map(\.text))),
      .init("cases", .strings(row.cases.map(\.text))),
      .init("status", .string(row.status.code)), .init("sentence", .string(row.sentence)),
    ]
    if let best = row.best { members.append(.init("way", json(best))) }
    if let stop = row.stop {
      members.append(.init("stop", PathwayStopJSON.value(stop, trace.network)))
    }
    members.append(.init("alternatives", .array(row.alternatives.map(json))))
    return .object(members)
  }

  private func json(_ way: Pathway) -> JSONValue {
    let network = trace.network
    let provider = network.services[way.service]
    return .object([
      .init("path", .strings(way.organizations.map { network.organizations[$0].id })),
      .init(
        "relations",
        .array(
          way.steps.map { step in
            step.relation.map { .string(network.relations[$0].key) } ?? .null
          })),
      .init(
        "service",
        .string("\(network.organizations[provider.organization].id)/\(provider.id)")),
      .init("hops", .int(way.hops)), .init("unknown_hops", .int(way.unknownHops)),
      .init("confidence", way.confidence.map { .number($0) } ?? .null),
      .init("response_hours", way.responseHours(in: network).map { .number($0) } ?? .null),
      .init(
        "expired_agreements",
        .strings(way.expiredAgreements.map { network.agreements[$0].id })),
    ])
  }
}
