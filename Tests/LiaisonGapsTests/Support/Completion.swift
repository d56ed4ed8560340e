import LiaisonModel

/// Everything that a document leaves open, and the documents in which it is settled one way or the
/// other (SEMANTICS §3): marks that are unknown, what neither a scope nor `assume` states, what is
/// dormant, evidence that does not know, units of which it is not said whether they refer, and people
/// of a service that a relation does not list.
struct Completion {
  private typealias Settling = (inout NetworkDocument, Bool) -> Void

  private let document: NetworkDocument
  private var open: [Settling] = []
  /// The relations of which it is open whether people of services that they do not list pass.
  private var narrow: [Int] = []

  private static var dimensions: [WritableKeyPath<ScopeEntry, Field<ScopeList>>] {
    [\.areas, \.groups, \.cases]
  }

  /// - Parameters:
  ///   - services: the service types asked about.
  ///   - keepsEntries: whether what decides who arrives where is left as it is: what the header assumes,
  ///     and the entry points with the organizations above them.
  init(
    _ document: NetworkDocument, services: [Code] = RandomNetwork.services,
    keepsEntries: Bool = false
  ) {
    self.document = document
    let assume: WritableKeyPath<NetworkDocument, ScopeEntry> = \.header.assume
    for key in Self.dimensions where !keepsEntries {
      findMarks(assume.appending(path: key))
      guard document.header.assume[keyPath: key].isAbsent else { continue }
      open.append {
        $0.header.assume[keyPath: key] = .of(ScopeList([ScopeTerm(.any, $1 ? .yes : .no)]))
      }
    }
    for (index, place) in document.organizations.enumerated() {
      let path: WritableKeyPath<NetworkDocument, OrganizationEntry> = \.organizations[index]
      let isKept = keepsEntries && Self.decidesEntries(index, document)
      if !isKept {
        findMarks(in: path.appending(path: \.scope))
        findStatus(path.appending(path: \.validity))
      }
      if !isKept, let point = place.entryPoint.value {
        for key in Self.dimensions {
          for (position, term) in (point.scope[keyPath: key].value?.terms ?? []).enumerated()
          where term.answer == .unknown {
            open.append { document, answer in
              guard var point = document.organizations[index].entryPoint.value,
                var list = point.scope[keyPath: key].value
              else { return }
              list.terms[position].answer = answer ? .yes : .no
              point.scope[keyPath: key] = .of(list)
              document.organizations[index].entryPoint = .of(point)
            }
          }
        }
      }
      let hasUnits = document.organizations.contains { $0.parent.value == place.id.value }
      if hasUnits, ![.yes, .no].contains(place.unitsRefer.value) {
        open.append { $0.organizations[index].unitsRefer = .of($1 ? .yes : .no) }
      }
      for service in place.services.indices {
        findMarks(in: path.appending(path: \.services[service].scope))
        findStatus(path.appending(path: \.services[service].validity))
      }
    }
    for (index, relation) in document.relations.enumerated() {
      let path: WritableKeyPath<NetworkDocument, RelationEntry> = \.relations[index]
      findMarks(in: path.appending(path: \.scope))
      findStatus(path.appending(path: \.validity))
      if relation.evidence.contains(where: { $0.answer.value == .unknown }) {
        open.append { document, answer in
          for item in document.relations[index].evidence.indices {
            document.relations[index].evidence[item].answer = .of(answer ? .yes : .no)
          }
        }
      }
      if let listed = relation.services.value, relation.onward.value != .no,
        PlainNetwork.referrals.contains(relation.kind.value ?? ""),
        !listed.contains(where: { PlainNetwork.gateways.contains($0) }),
        !services.allSatisfy({ service in listed.contains { $0.covers(service) } })
      {
        narrow.append(index)
      }
    }
    for index in document.agreements.indices {
      findStatus(\.agreements[index].validity)
    }
    for index in document.bodies.indices {
      findStatus(\.bodies[index].validity)
    }
  }

  /// Whether an organization is an entry point, or one from which an entry point takes its scope.
  private static func decidesEntries(_ index: Int, _ document: NetworkDocument) -> Bool {
    let id = document.organizations[index].id.value
    return !document.organizations[index].entryPoint.isAbsent
      || document.organizations.indices.contains {
        document.organizations[$0].parent.value == id && decidesEntries($0, document)
      }
  }

  private mutating func findMarks(in path: WritableKeyPath<NetworkDocument, ScopeEntry>) {
    for key in Self.dimensions { findMarks(path.appending(path: key)) }
  }

  private mutating func findMarks(_ path: WritableKeyPath<NetworkDocument, Field<ScopeList>>) {
    for (position, term) in (document[keyPath: path].value?.terms ?? []).enumerated()
    where term.answer == .unknown {
      open.append { document, answer in
        guard var list = document[keyPath: path].value else { return }
        list.terms[position].answer = answer ? .yes : .no
        document[keyPath: path] = .of(list)
      }
    }
  }

  private mutating func findStatus(_ path: WritableKeyPath<NetworkDocument, ValidityEntry>) {
    guard document[keyPath: path].status.value == "dormant" else { return }
    open.append { $0[keyPath: path].status = .of($1 ? "active" : "ended") }
  }

  /// How many things are open: there are two to the power of these ways to settle them.
  var count: Int { open.count + narrow.count }

  /// Every way to settle what is open.
  var all: [PlainNetwork] {
    (0..<(1 << count)).map { mask in
      var settled = document
      for (place, settle) in open.enumerated() { settle(&settled, mask >> place & 1 == 1) }
      let refusing = narrow.indices.filter { mask >> (open.count + $0) & 1 == 0 }
      return PlainNetwork(settled, narrow: Set(refusing.map { narrow[$0] }))
    }
  }

  /// The document with everything settled one way.
  func settled(_ answer: Bool) -> NetworkDocument {
    var document = document
    for settle in open { settle(&document, answer) }
    return document
  }
}
