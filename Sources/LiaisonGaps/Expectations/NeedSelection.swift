import LiaisonModel

/// Which needs an expectation asks about: service types, areas, groups and cases.
struct NeedSelection: Sendable {
  var services: [Code]
  var areas: [Code]?
  var groups: [Code]?
  var cases: [Code]?

  /// Reads `services`, `areas`, `groups` and `cases`.
  init(_ reader: inout ExpectationReader) throws(GapError) {
    services = try reader.required("services")
    areas = try reader.codes("areas")
    groups = try reader.codes("groups")
    cases = try reader.codes("cases")
  }

  /// The positions asked about.
  struct Positions {
    var services: [Int]
    var areas: [Int]
    var profiles: [Int]
    /// The case classes of `profiles`.
    var caseClasses: [Int]

    /// Whether nothing is asked about: no such service type, area or group.
    var isEmpty: Bool { services.isEmpty || areas.isEmpty || profiles.isEmpty }

    /// Whether a row's need is asked about.
    func contains(_ cell: PathwayTable.Cell) -> Bool {
      services.contains(cell.service) && areas.contains(cell.area)
        && profiles.contains(cell.profile)
    }
  }

  /// What is asked about, as positions of the table.
  func positions(_ table: PathwayTable) -> Positions {
    let needs = table.needs
    let network = table.network
    let classes = needs.caseClasses.indices.filter { index in
      cases?.contains { code in needs.caseClasses[index].contains { code.covers($0) } } ?? true
    }
    return Positions(
      services: services.compactMap { needs.services.firstIndex(of: $0) },
      areas: needs.areas.indices.filter { position in
        areas?.contains { code in
          code == .any
            || network.areas[needs.areas[position]].chain.contains {
              network.areas[$0].id == code.text
            }
        } ?? true
      },
      profiles: (0..<needs.profileCount).filter { profile in
        classes.contains(needs.caseClass(ofProfile: profile))
          && groups?.contains { $0.covers(needs.group(ofProfile: profile)) } ?? true
      },
      caseClasses: classes)
  }
}
