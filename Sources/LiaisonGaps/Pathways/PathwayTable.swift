public import LiaisonModel

/// The table of pathways: for each entry point and need, whether people reach the service
/// (SEMANTICS §4).
///
/// Statuses are found for all needs at once when the table is made; the best way, and the place
/// where a missing one stops, are found when they are asked for.
public struct PathwayTable: Sendable {
  /// One row of the table: an entry point and a need.
  public struct Cell: Hashable, Sendable {
    // There are millions of them in a national network.
    private var numbers: SIMD4<Int32>

    /// The position of the entry point in `entries`.
    public var entry: Int {
      get { Int(numbers[0]) }
      set { numbers[0] = Int32(newValue) }
    }
    /// The position of the service type in `needs.services`.
    public var service: Int {
      get { Int(numbers[1]) }
      set { numbers[1] = Int32(newValue) }
    }
    /// The position of the area in `needs.areas`.
    public var area: Int {
      get { Int(numbers[2]) }
      set { numbers[2] = Int32(newValue) }
    }
    /// The profile: a group with a case class.
    public var profile: Int {
      get { Int(numbers[3]) }
      set { numbers[3] = Int32(newValue) }
    }

    /// Creates a row's name.
    public init(entry: Int, service: Int, area: Int, profile: Int) {
      numbers = SIMD4(Int32(entry), Int32(service), Int32(area), Int32(profile))
    }

    /// The row of the same need at an entry point.
    func at(entry: Int) -> Cell {
      Cell(entry: entry, service: service, area: area, profile: profile)
    }

    /// The need, as a row without an entry point: all rows of one need have the same.
    var withoutEntry: Cell { at(entry: 0) }
  }

  /// A service of a type asked for.
  struct Provider {
    var service: Int
    var mask: NeedMask
    /// The arcs into it, and what each says as the last one.
    var arcs: [(arc: Int, mask: NeedMask)]
  }

  /// The network.
  public let network: StakeholderNetwork
  /// The date.
  public let date: CalendarDate
  /// The needs asked about.
  public let needs: NeedSpace
  /// The indices of the organizations that are entry points, by id.
  public let entries: [Int]

  let arcs: ReferralArcs
  /// For each service type, the services of that type.
  let providers: [[Provider]]
  let offers: ServiceOffers
  let statuses: StatusTable

  /// Makes the table of a network on a date.
  ///
  /// - Parameters:
  ///   - network: the network.
  ///   - services: the service types asked about; all those offered unless given.
  ///   - date: the date.
  /// - Complexity: O(service types × arcs × areas admitted × profiles ÷ 64 × longest way) time.
  public init(
    _ network: StakeholderNetwork, services: [Code]? = nil, on date: CalendarDate
  ) {
    self.init(network, services: services, on: date, notThrough: [])
  }

  /// The table as it would be with organizations that pass nobody on.
  init(
    _ network: StakeholderNetwork, services: [Code]?, on date: CalendarDate,
    notThrough impassable: Set<Int>
  ) {
    self.network = network
    self.date = date
    let needs = NeedSpace(network, services: services ?? network.services.map(\.type))
    self.needs = needs
    var arcs = ReferralArcs(network, needs, date, notThrough: impassable)
    entries = arcs.entries.map(\.organization)
    let providers = needs.services.indices.map { Self.providers(of: $0, &arcs) }
    offers = ServiceOffers(providers, arcs)
    statuses = Self.statuses(arcs, providers, without: [])
    self.providers = providers
    self.arcs = arcs
  }

  /// The statuses as they would be without some relations, by index.
  ///
  /// - Complexity: that of making the table, less what is alike with them and without: the needs, and
  ///   what each arc and service says to them.
  func statuses(without relations: Set<Int>) -> StatusTable {
    Self.statuses(arcs, providers, without: relations)
  }

  private static func statuses(
    _ arcs: ReferralArcs, _ providers: [[Provider]], without relations: Set<Int>
  ) -> StatusTable {
    var silent = BackwardReach(arcs)
    for (index, organization) in arcs.network.organizations.enumerated()
    where organization.response == .silent {
      silent.seedAll(index)
    }
    silent.propagate(arcs, service: nil, without: relations)
    var statuses = StatusTable(arcs)
    var reach = BackwardReach(arcs)
    for (service, providers) in providers.enumerated() {
      reach.start(service, providers, arcs, without: relations)
      statuses.fill(service: service, reach, silent, providers, arcs)
    }
    return statuses
  }

  private static func providers(of position: Int, _ arcs: inout ReferralArcs) -> [Provider] {
    let type = arcs.needs.services[position]
    var found: [Provider] = []
    for (service, provider) in arcs.network.services.enumerated()
    where type.covers(provider.type) {
      var last: [(arc: Int, mask: NeedMask)] = []
      for index in arcs.incoming[provider.organization] {
        if let mask = arcs.lastMask(arcs.arcs[index], into: service, for: position) {
          last.append((index, mask))
        }
      }
      found.append(Provider(service: service, mask: arcs.mask(ofService: service), arcs: last))
    }
    return found.sorted { left, right in
      idsPrecede(
        arcs.network.path(ofService: left.service), arcs.network.path(ofService: right.service))
    }
  }

  /// Finds anew from which organization the service type at a position is reached by at least one
  /// step.
  func find(_ reach: inout BackwardReach, ofService position: Int) {
    reach.start(position, providers[position], arcs)
  }

  /// From which organization the service type at a position is reached by at least one step.
  func reach(ofService position: Int) -> BackwardReach {
    var reach = BackwardReach(arcs)
    find(&reach, ofService: position)
    return reach
  }

  // MARK: Rows

  /// The need of a row.
  public func need(of cell: Cell) -> Need {
    needs.need(service: cell.service, area: cell.area, profile: cell.profile)
  }

  /// The row of an entry point, by its organization's index, and a need; nil where the table lacks
  /// it.
  public func cell(entry organization: Int, need: Need) -> Cell? {
    guard let entry = entries.firstIndex(of: organization), let place = needs.place(of: need) else {
      return nil
    }
    return Cell(
      entry: entry, service: place.service, area: place.area, profile: place.profile)
  }

  /// The status of a row.
  ///
  /// - Complexity: O(areas of the entry point).
  public func status(of cell: Cell) -> PathwayStatus { statuses.status(of: cell) }

  /// The status of an entry point, by its organization's index, and a need.
  public func status(entry organization: Int, need: Need) -> PathwayStatus {
    cell(entry: organization, need: need).map(status) ?? .notApplicable
  }

  /// Every row that applies, by entry point, service type, area and profile.
  public var cells: [Cell] {
    var all: [Cell] = []
    for entry in entries.indices {
      for service in needs.services.indices {
        for slot in statuses.areas[entry] {
          for profile in 0..<needs.profileCount {
            let cell = Cell(entry: entry, service: service, area: slot, profile: profile)
            if statuses.status(of: cell) != .notApplicable { all.append(cell) }
          }
        }
      }
    }
    return all
  }

  /// How many rows have each status, over the service types asked about.
  public func counts(services: [Code]? = nil) -> [PathwayStatus: Int] {
    var counts: [PathwayStatus: Int] = [:]
    for cell in cells {
      if let services, !services.contains(needs.services[cell.service]) { continue }
      counts[status(of: cell), default: 0] += 1
    }
    return counts
  }
}

extension BackwardReach {
  /// Starts anew from the providers of a service type.
  fileprivate mutating func start(
    _ service: Int, _ providers: [PathwayTable.Provider], _ arcs: ReferralArcs,
    without excluded: Set<Int> = []
  ) {
    removeAll()
    for provider in providers {
      for (arc, mask) in provider.arcs {
        let hop = arcs.arcs[arc].hop
        if let relation = hop.relation, excluded.contains(relation) { continue }
        seed(hop.source, mask, arcs.masks)
      }
    }
    propagate(arcs, service: service, without: excluded)
  }
}

extension StakeholderNetwork {
  /// The ids of a service: its organization's, then its own.
  func path(ofService service: Int) -> [String] {
    [organizations[services[service].organization].id, services[service].id]
  }
}
