/// A network, resolved and consistent: every reference found, every scope inherited.
///
/// It is immutable from outside; slicing and redaction give another network. Elements are named by
/// their index in their table, which follows file order; `origin` says where each came from.
public struct StakeholderNetwork: Sendable {
  /// Title, date, label, boundary.
  public internal(set) var header: NetworkHeader
  /// The shipped vocabulary and what the document adds.
  public internal(set) var vocabulary: Vocabulary
  /// Administrative areas.
  public internal(set) var areas: [Area]
  /// Organizations and units.
  public internal(set) var organizations: [Organization]
  /// Services, each of one organization.
  public internal(set) var services: [Service]
  /// Sites.
  public internal(set) var sites: [Site]
  /// Committees and task forces.
  public internal(set) var bodies: [Body]
  /// Agreements.
  public internal(set) var agreements: [Agreement]
  /// Relations.
  public internal(set) var relations: [Relation]
  /// Activities of the plan.
  public internal(set) var activities: [Activity]
  /// Known gaps.
  public internal(set) var accepted: [AcceptedGap]
  /// The files it came from.
  public internal(set) var sources: SourceSet
  /// The audience below the network's own label for whom this part of it was made; nil for the
  /// network itself. What is not in such a part may exist all the same, so nothing is counted,
  /// ranked or missed in it.
  public internal(set) var audience: TrafficLight?

  /// The index of an organization.
  public func organization(_ id: String) -> Int? { organizationIndex[id] }
  /// The index of an area.
  public func area(_ id: String) -> Int? { areaIndex[id] }
  /// The index of a service by organization and its own id.
  public func service(_ organization: Int, _ id: String) -> Int? {
    organizations[organization].services.first { services[$0].id == id }
  }

  var organizationIndex: [String: Int] = [:]
  var areaIndex: [String: Int] = [:]
}

/// The header of a network.
public struct NetworkHeader: Sendable, Equatable {
  /// The title.
  public var title: String
  /// The title in other languages.
  public var titles: [LocalName]
  /// The date at which the network is judged.
  public var asOf: CalendarDate?
  /// The label of whatever carries none; AMBER where the file says nothing.
  public var tlp: TrafficLight
  /// What `gaps` compares with by default.
  public var standard: String?
  /// Where the file names that standard.
  public var standardPlace: Place?
  /// The boundary; nil where every absence is a question.
  public var boundary: Boundary?
  /// What an unstated scope is taken for.
  public var assume: Scope
  /// Where the data comes from.
  public var source: String?
  /// The role that keeps the file, AMBER at least.
  public var custodian: String?
  /// With whom what the header says in words may be shared.
  public var labels: HeaderLabels
}

/// The labels of a header's own words; each is the network's where `labels:` names none.
public struct HeaderLabels: Sendable, Equatable {
  /// The label of the title, in every language.
  public var title: TrafficLight
  /// The label of the source.
  public var source: TrafficLight
  /// The label of the boundary.
  public var boundary: TrafficLight
}

/// By which rule a network's members were found, and what is listed completely.
public struct Boundary: Sendable, Equatable {
  /// The rule in words.
  public var rule: String?
  /// What `complete` may name: tables, and families of relations.
  public static var parts: [Code] {
    ["organizations", "services", "sites", "bodies", "agreements", "activities"]
      + RelationFamily.allCases.filter { $0 != .other }.map { Code($0.rawValue) }
  }

  /// What is complete; nil is everything.
  public var complete: [Code]?

  /// Whether rows of a kind (`organizations`, `services`, `referral`, …) are all there.
  public func isComplete(_ kind: Code) -> Bool { complete?.contains(kind) ?? true }
}

/// A scope: areas, groups, cases; nil is *unstated*.
public struct Scope: Sendable, Equatable {
  /// The catchment.
  public var areas: ScopeList?
  /// The groups.
  public var groups: ScopeList?
  /// The cases.
  public var cases: ScopeList?

  /// Creates a scope.
  public init(areas: ScopeList? = nil, groups: ScopeList? = nil, cases: ScopeList? = nil) {
    self.areas = areas
    self.groups = groups
    self.cases = cases
  }
}

/// Status and dates.
public struct Validity: Sendable, Equatable {
  /// The status as written.
  public var status: Code?
  /// What that status answers; `yes` where none is written.
  public var statusAnswer: Answer
  /// The first day; nil is open.
  public var from: CalendarDate?
  /// The last day; nil is open.
  public var until: CalendarDate?

  /// Whether it holds on a day, both bounds included; without a day only the status decides.
  public func answer(on date: CalendarDate?) -> Answer {
    if let date {
      if let from, date < from { return .no }
      if let until, date > until { return .no }
    }
    return statusAnswer
  }
}

/// An administrative area.
public struct Area: Sendable {
  /// Its id.
  public var id: String
  /// Its name; the id where none is written.
  public var name: String
  /// Names in other languages.
  public var names: [LocalName]
  /// `province`, `district`, …
  public var level: Code?
  /// The area around it.
  public var parent: Int?
  /// People living there.
  public var population: Int?
  /// Whether no area lies within it.
  public var isLeaf: Bool
  /// Itself and its ancestors, from the narrowest to the widest.
  public var chain: [Int]
  /// With whom it may be shared.
  public var tlp: TrafficLight
  /// Where it stands in the files.
  public var origin: Origin
}

/// An organization, or a unit of one.
public struct Organization: Sendable {
  /// Its id.
  public var id: String
  /// Its name; the id where none is written.
  public var name: String
  /// Names in other languages.
  public var names: [LocalName]
  /// Other spellings.
  public var aliases: [String]
  /// The organization that it is a unit of.
  public var parent: Int?
  /// Its units.
  public var units: [Int]
  /// Its sector, inherited from the parent where it states none.
  public var sector: Code?
  /// `national`, `provincial`, `district`, …
  public var tier: Code?
  /// The area in which it stands.
  public var locatedIn: Int?
  /// Its scope after inheriting from its parent.
  public var scope: Scope
  /// Whether people arrive here first.
  public var entryPoint: EntryPoint
  /// Whether it and its units pass people on to each other; `unknown` where it says nothing.
  public var unitsRefer: Answer
  /// Whether it answered the survey.
  public var response: Response
  /// Status and dates.
  public var validity: Validity
  /// People who arrive a month.
  public var caseload: [Caseload]
  /// The languages spoken there, inherited from the parent where it states none; nil is unstated.
  public var languages: [String]?
  /// Its services, as indices of the network's services.
  public var services: [Int]
  /// With whom it may be shared.
  public var tlp: TrafficLight
  /// Where it stands in the files.
  public var origin: Origin
}

/// Whether people arrive at an organization first.
public enum EntryPoint: Sendable, Equatable {
  /// It is no entry point.
  case none
  /// Everyone whom the organization's own scope admits: `entry_point: true`.
  case everyone
  /// Those whom this scope admits.
  case scope(Scope)
}

/// Whether an organization answered the survey.
public enum Response: Sendable, Equatable {
  /// Nothing is said.
  case unstated
  /// It answered on that day.
  case answered(CalendarDate)
  /// It was asked and stayed silent.
  case silent
}

/// People who arrive a month.
public struct Caseload: Sendable, Equatable {
  /// The people spoken of.
  public var scope: Scope
  /// How many a month.
  public var perMonth: Double
}

/// A service of an organization.
public struct Service: Sendable {
  /// Its id.
  public var id: String
  /// The organization that offers it.
  public var organization: Int
  /// The code of its type.
  public var type: Code
  /// Its name; the id where none is written.
  public var name: String?
  /// Names in other languages.
  public var names: [LocalName]
  /// Its scope after inheriting from its organization.
  public var scope: Scope
  /// How many people it takes.
  public var capacity: Capacity?
  /// The languages offered, those of its organization where it states none; nil is unstated.
  public var languages: [String]?
  /// Status and dates.
  public var validity: Validity
  /// With whom it may be shared.
  public var tlp: TrafficLight
  /// Where it stands in the files.
  public var origin: Origin
}

/// How many people a service takes.
public struct Capacity: Sendable, Equatable {
  /// `beds` or `people_per_month`.
  public var unit: Code?
  /// The most.
  public var maximum: Double?
  /// Mean stay in days, for beds.
  public var meanStayDays: Double?
  /// Free now; shown, never used.
  public var available: Double?
  /// When that was said.
  public var updated: CalendarDate?
}

/// A place where a service is delivered.
public struct Site: Sendable {
  /// Its id.
  public var id: String
  /// Its name; the id where none is written.
  public var name: String?
  /// The organization it belongs to.
  public var organization: Int?
  /// The service delivered there.
  public var service: Int?
  /// The area in which it stands.
  public var locatedIn: Int?
  /// How it is redacted.
  public var redact: Code?
  /// With whom it may be shared.
  public var tlp: TrafficLight
  /// Where it stands in the files.
  public var origin: Origin
}

/// A committee or task force.
public struct Body: Sendable {
  /// Its id.
  public var id: String
  /// Its name; the id where none is written.
  public var name: String
  /// Names in other languages.
  public var names: [LocalName]
  /// `national`, `provincial`, `district`, …
  public var tier: Code?
  /// The areas it sits for.
  public var areas: [Int]
  /// The one above it.
  public var parent: Int?
  /// Status and dates.
  public var validity: Validity
  /// With whom it may be shared.
  public var tlp: TrafficLight
  /// Where it stands in the files.
  public var origin: Origin
}

/// An agreement.
public struct Agreement: Sendable {
  /// Its id.
  public var id: String
  /// The code of its type.
  public var type: Code?
  /// Its name; the id where none is written.
  public var name: String?
  /// Names in other languages.
  public var names: [LocalName]
  /// The organizations that signed.
  public var parties: [Int]
  /// Status and dates.
  public var validity: Validity
  /// With whom it may be shared.
  public var tlp: TrafficLight
  /// Where it stands in the files.
  public var origin: Origin
}

/// An end of a relation.
public enum RelationEnd: Sendable, Hashable {
  /// An organization, by index.
  case organization(Int)
  /// A service, by index.
  case service(Int)
  /// A body, by index.
  case body(Int)
}

/// A relation.
public struct Relation: Sendable {
  /// Its id, else `from kind to`: what evidence, patches and labels use.
  public var key: String
  /// Its id.
  public var id: String?
  /// The end it starts from.
  public var from: RelationEnd
  /// The end it leads to.
  public var to: RelationEnd
  /// Its kind.
  public var kind: Code
  /// The family of its kind.
  public var family: RelationFamily
  /// Whether its kind has a direction.
  public var isDirected: Bool
  /// What the relation itself says.
  public var scope: Scope
  /// The service types for which people are sent; nil is unstated.
  public var services: [Code]?
  /// `no` where people go no further along it than its target.
  public var onward: Answer
  /// The agreement it rests on.
  public var agreement: Int?
  /// `none`, `ad_hoc` or `systematic`.
  public var feedback: Code?
  /// `informal` … `law`.
  public var formality: Code?
  /// 1 awareness … 4 integration.
  public var intensity: Int?
  /// What is shared.
  public var content: [Code]?
  /// Hours until the target responds.
  public var responseHours: Double?
  /// The weight of an edge list's edge.
  public var weight: Double?
  /// Status and dates.
  public var validity: Validity
  /// Who says so.
  public var evidence: [Evidence]
  /// With whom it may be shared.
  public var tlp: TrafficLight
  /// Where it stands in the files.
  public var origin: Origin
  /// Whether all that was said of it was said after the day of which this is the knowledge.
  public internal(set) var isKnownOnlyLater = false
}

/// Who says that a relation holds.
public struct Evidence: Sendable, Equatable {
  /// The source.
  public var source: String?
  /// Its kind.
  public var kind: Code?
  /// When it was said.
  public var date: CalendarDate?
  /// `from`, `to`, `both` or `third`.
  public var reporter: Code?
  /// What was said.
  public var answer: Answer
  /// 0 to 1; nil is not stated.
  public var confidence: Double?
  /// With whom it may be shared.
  public var tlp: TrafficLight
  /// Where it stands in the files.
  public var origin: Origin
}

/// An activity of a plan.
public struct Activity: Sendable {
  /// Its id.
  public var id: String
  /// The title.
  public var title: String
  /// The title in other languages.
  public var titles: [LocalName]
  /// Who leads.
  public var leads: [Int]
  /// Who supports.
  public var supports: [Int]
  /// Activities that must come first.
  public var dependsOn: [Int]
  /// When it is due.
  public var due: CalendarDate?
  /// Its status.
  public var status: Code?
  /// With whom it may be shared.
  public var tlp: TrafficLight
  /// Where it stands in the files.
  public var origin: Origin
}

/// A known gap.
public struct AcceptedGap: Sendable, Equatable {
  /// The finding's id.
  public var finding: String
  /// Why it is accepted.
  public var reason: String?
  /// By which role.
  public var byRole: String?
  /// Until when.
  public var until: CalendarDate?
  /// Where it stands in the files.
  public var origin: Origin
}
