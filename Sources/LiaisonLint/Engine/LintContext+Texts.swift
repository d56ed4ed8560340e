import LiaisonModel

/// One text of a document: a name, a remark, an id, a value that cannot be read, a comment.
struct TextUse: Sendable {
  var text: String
  /// The key under which it stands.
  var field: String
  var place: Place
  /// Whether it is the public number or contact of a site that is not to be redacted.
  var isPublicContact = false
  /// The table and the key of its entry.
  var table: String
  var key: String
}

/// Walks all texts of a document.
struct TextWalk {
  private let body: (TextUse) -> Void
  private var table = ""
  private var key = ""
  private var isPublic = false

  /// Hands every text to a closure, in file order within each table.
  ///
  /// - Complexity: O(size of the document).
  static func run(_ document: NetworkDocument, _ body: @escaping (TextUse) -> Void) {
    var walk = TextWalk(body: body)
    walk.header(document)
    walk.places(document)
    walk.organizations(document)
    for index in document.relations.indices { walk.relation(document.relations[index], index) }
    walk.table = "evidence"
    for entry in document.orphanEvidence {
      walk.key = entry.source.value ?? ""
      walk.evidence(entry)
    }
    walk.table = "comments"
    for comment in document.comments {
      // A comment is known by the file it stands in: its text is what must not be told.
      walk.key = String(comment.place.file)
      walk.use(comment.text, "comment", comment.place)
    }
    walk.table = "unknown"
    walk.key = ""
    walk.unknown(document.unknown)
  }

  private init(body: @escaping (TextUse) -> Void) { self.body = body }

  private func use(_ text: String, _ field: String, _ place: Place) {
    if text.isEmpty { return }
    body(
      TextUse(
        text: text, field: field, place: place, isPublicContact: isPublic, table: table, key: key))
  }

  private func one(_ field: Field<String>, _ name: String) {
    switch field {
    case .absent: return
    case .value(let text, let place): use(text, name, place)
    case .broken(let node, _): nodes(node, name)
    }
  }

  /// What is written where something else is expected; what can be read is no text.
  private func odd<Value>(_ field: Field<Value>, _ name: String) {
    if case .broken(let node, _) = field { nodes(node, name) }
  }

  private func many(_ field: Field<[String]>, _ name: String) {
    switch field {
    case .absent: return
    case .value(let texts, let place):
      for text in texts { use(text, name, place) }
    case .broken(let node, _): nodes(node, name)
    }
  }

  private func names(_ names: [LocalName], _ prefix: String = "name") {
    for name in names { use(name.text, "\(prefix)_\(name.tag)", name.origin.place) }
  }

  private func unknown(_ members: [UnknownMember]) {
    for member in members {
      use(member.key, "key", member.origin.place)
      nodes(member.node, member.key)
    }
  }

  /// All texts of a tree, with a stack of our own.
  private func nodes(_ root: SourceNode, _ field: String) {
    var stack = [root]
    while let node = stack.popLast() {
      switch node.content {
      case .null: continue
      case .scalar(let text, _): use(text, field, node.place)
      case .list(let elements): stack += elements.reversed()
      case .map(let members):
        for member in members { use(member.key, field, member.keyPlace) }
        stack += members.reversed().map(\.node)
      }
    }
  }

  private mutating func header(_ document: NetworkDocument) {
    let header = document.header
    table = "header"
    one(header.title, "title")
    names(header.titles, "title")
    one(header.custodian, "custodian")
    one(header.licence, "licence")
    one(header.source, "source")
    one(header.note, "note")
    if let boundary = header.boundary.value {
      one(boundary.rule, "boundary")
      unknown(boundary.unknown)
    }
    unknown(header.unknown)
    if let node = document.vocabulary {
      table = "vocabulary"
      nodes(node, "vocabulary")
    }
    table = "accepted"
    for entry in document.accepted {
      key = entry.finding.value ?? ""
      one(entry.reason, "reason")
      one(entry.byRole, "by_role")
      unknown(entry.unknown)
    }
    table = "release"
    for entry in document.releases {
      key = entry.finding.value ?? ""
      one(entry.sentence, "sentence")
      one(entry.byRole, "by_role")
      unknown(entry.unknown)
    }
  }

  private mutating func places(_ document: NetworkDocument) {
    table = "areas"
    for entry in document.areas {
      named(entry.id.value, entry.id, entry.name, entry.names, entry.note)
      one(entry.code, "code")
      unknown(entry.unknown)
    }
    table = "sites"
    for entry in document.sites {
      named(entry.id.value, entry.id, entry.name, entry.names, entry.note)
      odd(entry.latitude, "latitude")
      odd(entry.longitude, "longitude")
      odd(entry.redact, "redact")
      isPublic = entry.redact.value == "none"
      one(entry.address, "address")
      one(entry.phone, "phone")
      one(entry.contact, "contact")
      isPublic = false
      unknown(entry.unknown)
    }
    table = "bodies"
    for entry in document.bodies {
      named(entry.id.value, entry.id, entry.name, entry.names, entry.note)
      unknown(entry.unknown)
    }
    table = "agreements"
    for entry in document.agreements {
      named(entry.id.value, entry.id, entry.name, entry.names, entry.note)
      many(entry.governs, "governs")
      unknown(entry.unknown)
    }
    table = "activities"
    for entry in document.activities {
      named(
        entry.id.value, entry.id, entry.title, entry.titles, entry.note,
        called: "title")
      unknown(entry.unknown)
    }
  }

  /// What most entries have: an id, a name in some languages, a remark.
  private mutating func named(
    _ key: String?, _ id: Field<String>, _ name: Field<String>, _ names: [LocalName],
    _ note: Field<String>, called word: String = "name"
  ) {
    self.key = key ?? ""
    one(id, "id")
    one(name, word)
    self.names(names, word)
    one(note, "note")
  }

  private mutating func organizations(_ document: NetworkDocument) {
    for entry in document.organizations {
      table = "organizations"
      named(entry.id.value, entry.id, entry.name, entry.names, entry.note)
      many(entry.aliases, "aliases")
      odd(entry.sector, "sector")
      odd(entry.tier, "tier")
      odd(entry.entryPoint, "entry_point")
      odd(entry.unitsRefer, "units_refer")
      odd(entry.answered, "answered")
      odd(entry.assuredDate, "assured_date")
      odd(entry.redact, "redact")
      many(entry.languages, "languages")
      unknown(entry.unknown)
      if let point = entry.entryPoint.value { unknown(point.unknown) }
      for load in entry.caseload { unknown(load.unknown) }
      table = "services"
      for service in entry.services { self.service(service, owner: entry.id.value ?? "") }
    }
    table = "services"
    for entry in document.orphanServices {
      service(entry, owner: entry.organization.value ?? "")
    }
  }

  private mutating func service(_ entry: ServiceEntry, owner: String) {
    named(
      "\(owner)/\(entry.id.value ?? "")", entry.id, entry.name, entry.names, entry.note)
    many(entry.languages, "languages")
    odd(entry.type, "type")
    odd(entry.capacity, "capacity")
    unknown(entry.unknown)
    if let capacity = entry.capacity.value { unknown(capacity.unknown) }
  }

  private mutating func relation(_ entry: RelationEntry, _ index: Int) {
    table = "relations"
    key =
      entry.id.value
      ?? "\(entry.from.value ?? "") \(entry.kind.value?.text ?? "") \(entry.to.value ?? "")"
    one(entry.id, "id")
    one(entry.from, "from")
    one(entry.to, "to")
    odd(entry.kind, "kind")
    odd(entry.services, "services")
    odd(entry.onward, "onward")
    odd(entry.feedback, "feedback")
    odd(entry.formality, "formality")
    odd(entry.intensity, "intensity")
    odd(entry.content, "content")
    odd(entry.responseHours, "response_hours")
    odd(entry.monthlyVolume, "monthly_volume")
    odd(entry.weight, "weight")
    one(entry.note, "note")
    unknown(entry.unknown)
    for item in entry.evidence { evidence(item) }
  }

  private func evidence(_ entry: EvidenceEntry) {
    one(entry.source, "source")
    one(entry.note, "note")
    unknown(entry.unknown)
  }
}
