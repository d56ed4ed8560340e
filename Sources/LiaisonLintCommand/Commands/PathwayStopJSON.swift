import LiaisonFiles
import LiaisonGaps
import LiaisonModel

/// Where a way stops, as JSON (SEMANTICS §4): `kind` is `relation`, a recorded one that says no; `unit`,
/// the step between an organization and its unit; `service`, one that people reach and that does not admit
/// them; `no_relation`, none is recorded from `organization` to `to`.
///
/// ```json
/// {"kind": "relation", "organization": "police", "to": "dar-ul-aman",
///  "relation": "police refers_to dar-ul-aman/shelter"}
/// ```
enum PathwayStopJSON {
  static func value(_ stop: PathwayStop, _ network: StakeholderNetwork) -> JSONValue {
    func id(_ organization: Int) -> JSONValue { .string(network.organizations[organization].id) }
    switch stop {
    case .hop(let hop):
      return .object(leavingOutNil: [
        "kind": .string(hop.relation == nil ? "unit" : "relation"), "organization": id(hop.source),
        "to": id(hop.target), "relation": hop.relation.map { .string(network.relations[$0].key) },
      ])
    case .service(let index):
      let service = network.services[index]
      let owner = network.organizations[service.organization].id
      return .object(leavingOutNil: [
        "kind": "service", "organization": .string(owner),
        "service": .string("\(owner)/\(service.id)"),
      ])
    case .noRelation(let from, let to):
      return .object(leavingOutNil: ["kind": "no_relation", "organization": id(from), "to": id(to)])
    }
  }
}
