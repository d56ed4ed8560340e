import LiaisonModel

/// What a document declares, by id.
struct DeclaredIDs: Sendable {
  /// A service by its organization's position (nil for one at the top whose organization is not
  /// declared) and its position there.
  struct ServicePosition: Sendable {
    var organization: Int?
    var position: Int
    var isNested: Bool
  }

  private(set) var areas = IDTable()
  private(set) var organizations = IDTable()
  private(set) var sites = IDTable()
  private(set) var bodies = IDTable()
  private(set) var agreements = IDTable()
  private(set) var activities = IDTable()
  /// Every service, in file order, those at the top after those inside organizations.
  private(set) var services: [ServicePosition] = []
  /// The ids of services, with the organization's before them: `dar/shelter`.
  private(set) var serviceIDs = IDTable()

  init(_ document: NetworkDocument) {
    organizations.reserve(document.organizations.count)
    for index in document.areas.indices { areas.append(document.areas[index].id.value) }
    for index in document.organizations.indices {
      let owner = document.organizations[index].id.value
      organizations.append(owner)
      for position in document.organizations[index].services.indices {
        let id = document.organizations[index].services[position].id.value
        services.append(
          ServicePosition(organization: index, position: position, isNested: true))
        serviceIDs.append(Self.path(owner, id))
      }
    }
    for index in document.orphanServices.indices {
      let owner = document.orphanServices[index].organization.value
      services.append(
        ServicePosition(
          organization: owner.flatMap { organizations.position($0) }, position: index,
          isNested: false))
      serviceIDs.append(Self.path(owner, document.orphanServices[index].id.value))
    }
    for index in document.sites.indices { sites.append(document.sites[index].id.value) }
    for index in document.bodies.indices { bodies.append(document.bodies[index].id.value) }
    for index in document.agreements.indices {
      agreements.append(document.agreements[index].id.value)
    }
    for index in document.activities.indices {
      activities.append(document.activities[index].id.value)
    }
  }

  private static func path(_ owner: String?, _ id: String?) -> String? {
    guard let owner, let id else { return nil }
    return "\(owner)/\(id)"
  }

  /// What a reference at an end of a relation names.
  func end(_ text: String?) -> EndReference {
    guard let text else { return .none }
    if let index = organizations.position(text) { return .organization(index) }
    if let index = bodies.position(text) { return .body(index) }
    if let index = serviceIDs.position(text), let owner = services[index].organization {
      return .service(owner, service: index)
    }
    if let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")),
      let owner = organizations.position(String(text[..<slash]))
    {
      return .missingService(organization: owner)
    }
    if areas.position(text) != nil { return .other("an area") }
    if agreements.position(text) != nil { return .other("an agreement") }
    if sites.position(text) != nil { return .other("a site") }
    if activities.position(text) != nil { return .other("an activity") }
    return .undeclared
  }
}
