import LiaisonModel

/// What a reference at an end of a relation names.
enum EndReference: Sendable, Equatable {
  case organization(Int)
  /// An organization and the position in `LintContext.services`.
  case service(Int, service: Int)
  case body(Int)
  /// Something that is declared but cannot stand at an end: the table's name.
  case other(String)
  /// A service that the organization does not have.
  case missingService(organization: Int)
  case undeclared
  /// Not written, or not readable.
  case none

  /// The organization that it names or belongs to.
  var organization: Int? {
    switch self {
    case .organization(let index), .service(let index, _), .missingService(let index): index
    default: nil
    }
  }

  /// Its class, where it is declared and can stand at an end.
  var endClass: EndClass? {
    switch self {
    case .organization: .organization
    case .service: .service
    case .body: .body
    default: nil
    }
  }
}
