/// Bodies, agreements, relations, activities and accepted gaps.
extension NetworkResolver {
  mutating func resolveBodies() {
    for entry in document.bodies {
      let id = require(entry.id, "id", of: "bodies", origin: entry.origin)
      if network.organizationIndex[id] != nil {
        refuse(
          "REF002", entry.id.place ?? entry.origin.place, key: ["bodies", id],
          "The id \(shown(id)) stands in organizations and in bodies; each id belongs to one entry."
        )
      }
      if isNew(
        id, taken: bodyIndex[id] != nil, "bodies", at: entry.id.place ?? entry.origin.place)
      {
        bodyIndex[id] = network.bodies.count
      }
      network.bodies.append(
        Body(
          id: id, name: Self.line(entry.name) ?? id, names: Self.lines(entry.names),
          tier: entry.tier.value,
          areas: find(all: entry.areas, in: network.areaIndex, "areas", by: id), parent: nil,
          validity: validity(entry.validity), tlp: label(entry.tlp), origin: entry.origin))
    }
    for (position, entry) in document.bodies.enumerated() {
      network.bodies[position].parent = find(
        entry.parent, in: bodyIndex, "bodies", by: network.bodies[position].id)
    }
  }

  mutating func resolveAgreements() {
    for entry in document.agreements {
      let id = require(entry.id, "id", of: "agreements", origin: entry.origin)
      if isNew(
        id, taken: agreementIndex[id] != nil, "agreements",
        at: entry.id.place ?? entry.origin.place)
      {
        agreementIndex[id] = network.agreements.count
      }
      network.agreements.append(
        Agreement(
          id: id, type: entry.type.value, name: Self.line(entry.name),
          names: Self.lines(entry.names),
          parties: find(
            all: entry.parties, in: network.organizationIndex, "organizations", by: id),
          validity: validity(entry.validity), tlp: label(entry.tlp), origin: entry.origin))
    }
  }

  /// The end that a reference names: an organization, `organization/service` or a body.
  mutating func end(_ field: Field<String>, by subject: String) -> RelationEnd? {
    guard case .value(let text, let place) = field else { return nil }
    if let organization = network.organizationIndex[text] { return .organization(organization) }
    if let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) {
      let owner = String(text[..<slash])
      let name = String(text[text.utf8.index(after: slash)...])
      if let organization = network.organizationIndex[owner],
        let service = serviceOf[organization]?[name]
      {
        return .service(service)
      }
    } else if let body = bodyIndex[text] {
      return .body(body)
    }
    refuse("REF001", place, key: [subject, text], "\(shown(text)) is not declared.")
    return nil
  }

  mutating func resolveRelations() {
    var keys: Set<String> = []
    for entry in document.relations {
      let triple =
        "\(entry.from.value ?? "") \(entry.kind.value?.text ?? "") \(entry.to.value ?? "")"
      let key = entry.id.value ?? triple
      let from = required(entry.from, "from", of: key, origin: entry.origin)
      let to = required(entry.to, "to", of: key, origin: entry.origin)
      let code = entry.kind.value ?? ""
      let kind = kinds[code]
      if kind == nil, case .value(let code, let place) = entry.kind {
        refuse(
          "VOC001", place, key: [key, code.text], "\(shown(code.text)) is not a kind of relation.")
      }
      if entry.kind.isAbsent, !document.isPlainEdgeList {
        refuse("DOC001", entry.origin.place, key: [key, "kind"], "A relation has no `kind`.")
      }
      if !keys.insert(key).inserted, !code.text.isEmpty {
        refuse(
          entry.id.value == nil ? "REF005" : "REF002",
          entry.id.value == nil ? entry.origin.place : entry.id.place ?? entry.origin.place,
          key: [key],
          "A second relation \(shown(key)) needs an `id` of its own.")
      }
      let scope = scope(entry.scope, by: key)
      let agreement = find(entry.agreement, in: agreementIndex, "agreements", by: key)
      guard let from, let to else { continue }
      network.relations.append(
        Relation(
          key: key, id: entry.id.value, from: from, to: to, kind: code,
          family: kind?.family ?? .other, isDirected: kind?.isDirected ?? true, scope: scope,
          services: entry.services.value, onward: entry.onward.value ?? .yes,
          agreement: agreement, feedback: entry.feedback.value, formality: entry.formality.value,
          intensity: entry.intensity.value, content: entry.content.value,
          responseHours: entry.responseHours.value, weight: entry.weight.value,
          validity: validity(entry.validity), evidence: entry.evidence.map(evidence),
          tlp: entry.tlp.value ?? max(network.header.tlp, kind?.tlp ?? .clear),
          origin: entry.origin))
    }
  }

  private mutating func required(
    _ field: Field<String>, _ name: String, of key: String, origin: Origin
  ) -> RelationEnd? {
    if field.isAbsent {
      refuse("DOC001", origin.place, key: [key, name], "A relation has no `\(name)`.")
    }
    return end(field, by: key)
  }

  private func evidence(_ entry: EvidenceEntry) -> Evidence {
    Evidence(
      source: entry.source.value, kind: entry.kind.value, date: entry.date.value,
      reporter: entry.reporter.value, answer: entry.answer.value ?? .yes,
      confidence: entry.confidence.value, tlp: label(entry.tlp), origin: entry.origin)
  }

  mutating func resolveActivities() {
    var index: [String: Int] = [:]
    for entry in document.activities {
      let id = require(entry.id, "id", of: "activities", origin: entry.origin)
      if isNew(
        id, taken: index[id] != nil, "activities", at: entry.id.place ?? entry.origin.place)
      {
        index[id] = network.activities.count
      }
      network.activities.append(
        Activity(
          id: id, title: Self.line(entry.title) ?? id, titles: Self.lines(entry.titles),
          leads: find(all: entry.leads, in: network.organizationIndex, "organizations", by: id),
          supports: find(
            all: entry.supports, in: network.organizationIndex, "organizations", by: id),
          dependsOn: [], due: entry.due.value, status: entry.status.value, tlp: label(entry.tlp),
          origin: entry.origin))
    }
    for (position, entry) in document.activities.enumerated() {
      network.activities[position].dependsOn = find(
        all: entry.dependsOn, in: index, "activities", by: network.activities[position].id)
    }
  }

  mutating func resolveAccepted() {
    for entry in document.accepted {
      guard let finding = entry.finding.value else { continue }
      network.accepted.append(
        AcceptedGap(
          finding: finding, reason: Self.line(entry.reason), byRole: Self.line(entry.byRole),
          until: entry.until.value, origin: entry.origin))
    }
  }
}
