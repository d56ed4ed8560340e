/// The scope that an entry writes: areas, groups and cases; what is absent is unstated.
public struct ScopeEntry: Sendable, Equatable {
  /// The catchment.
  public var areas: Field<ScopeList> = .absent
  /// The groups of people.
  public var groups: Field<ScopeList> = .absent
  /// The forms of exploitation.
  public var cases: Field<ScopeList> = .absent

  /// An empty entry.
  public init() {}
}

/// Status and dates of an entry.
public struct ValidityEntry: Sendable, Equatable {
  /// `active`, `planned`, `suspended`, …
  public var status: Field<Code> = .absent
  /// `valid_from`: the first day.
  public var from: Field<CalendarDate> = .absent
  /// `valid_until`: the last day.
  public var until: Field<CalendarDate> = .absent

  /// An empty entry.
  public init() {}
}

/// By which rule the network's members were found, and what is complete.
public struct BoundaryEntry: Sendable, Equatable {
  /// The rule in words.
  public var rule: Field<String> = .absent
  /// What is listed completely: `organizations`, `services`, `referral`, …; absent: everything.
  public var complete: Field<[Code]> = .absent
  /// Keys we lack.
  public var unknown: [UnknownMember] = []
  /// Where it stands.
  public var origin: Origin = Origin()

  /// An empty entry.
  public init() {}
}

/// With whom the header's own words may be shared.
public struct HeaderLabelsEntry: Sendable, Equatable {
  /// The label of the title, in every language.
  public var title: Field<TrafficLight> = .absent
  /// The label of the source.
  public var source: Field<TrafficLight> = .absent
  /// The label of the boundary.
  public var boundary: Field<TrafficLight> = .absent
  /// Keys we lack.
  public var unknown: [UnknownMember] = []
  /// Where it stands.
  public var origin: Origin = Origin()

  /// An empty entry.
  public init() {}
}

/// Which people arrive here first.
public struct EntryPointEntry: Sendable, Equatable {
  /// `entry_point: true` or `false`.
  public var always: Field<Bool> = .absent
  /// Or a scope.
  public var scope: ScopeEntry = ScopeEntry()
  /// Keys we lack.
  public var unknown: [UnknownMember] = []
  /// Where it stands.
  public var origin: Origin = Origin()

  /// An empty entry.
  public init() {}
}

/// How many people a service takes.
public struct CapacityEntry: Sendable, Equatable {
  /// `beds` or `people_per_month`.
  public var unit: Field<Code> = .absent
  /// The most.
  public var maximum: Field<Double> = .absent
  /// Mean stay in days, for beds.
  public var meanStayDays: Field<Double> = .absent
  /// Free now; shown, never used.
  public var available: Field<Double> = .absent
  /// When that was said.
  public var updated: Field<CalendarDate> = .absent
  /// Keys we lack.
  public var unknown: [UnknownMember] = []
  /// Where it stands.
  public var origin: Origin = Origin()

  /// An empty entry.
  public init() {}
}

/// People who arrive a month at an entry point.
public struct CaseloadEntry: Sendable, Equatable {
  /// Who they are.
  public var scope: ScopeEntry = ScopeEntry()
  /// People a month.
  public var perMonth: Field<Double> = .absent
  /// Keys we lack.
  public var unknown: [UnknownMember] = []
  /// Where it stands.
  public var origin: Origin = Origin()

  /// An empty entry.
  public init() {}
}

/// When an organization answered the survey, or that it stayed silent.
public enum ResponseEntry: Sendable, Equatable {
  /// It answered on that day.
  case on(CalendarDate)
  /// It was asked and stayed silent.
  case silent
}

/// Which relation a piece of evidence speaks of: by id, else by from, kind and to.
public struct RelationReference: Sendable, Hashable {
  /// The relation's id, where it has one.
  public var id: String?
  /// The end it starts from.
  public var from: String?
  /// Its kind.
  public var kind: Code?
  /// The end it leads to.
  public var to: String?

  /// Creates a reference.
  public init(id: String? = nil, from: String? = nil, kind: Code? = nil, to: String? = nil) {
    self.id = id
    self.from = from
    self.kind = kind
    self.to = to
  }

  /// The reference by the ends and the kind of a key, `from kind to`; nil of any other key.
  public init?(ends key: String) {
    let words = key.split(separator: " ").map(String.init)
    guard words.count == 3 else { return nil }
    self.init(from: words[0], kind: Code(words[1]), to: words[2])
  }
}

extension [RelationReference: Int] {
  /// The position of the relation of a key, its id or its ends, as ``NetworkDocument/relationKeys(byEnds:)`` has
  /// them; nil where there is none, or more than one.
  public func position(ofKey key: String) -> Int? {
    let position =
      self[RelationReference(id: key)] ?? RelationReference(ends: key).flatMap { self[$0] }
    return position.flatMap { $0 >= 0 ? $0 : nil }
  }
}
