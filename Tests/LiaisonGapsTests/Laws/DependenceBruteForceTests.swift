import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("What hangs on one donor, by taking each away")
struct DependenceBruteForceTests {
  /// An entry point with a need that arises there.
  struct Row: Hashable {
    var entry: Int
    var need: PlainNetwork.Need
  }

  /// The rows with a way.
  static func ways(_ world: PlainNetwork, _ rows: Set<Row>) -> Set<Row> {
    rows.filter { world.meets($0.entry, $0.need) && world.hasWay(from: $0.entry, $0.need) }
  }

  @Test("Each donor is taken away, with what nobody else funds", arguments: 0..<4)
  func dependence(_ block: Int) throws {
    let standard = try Written.standard(
      "- {id: x, kind: dependence, services: [legal_counsel, shelter.emergency], "
        + "severity: warning, citation: ours}")
    var met: [String: Int] = [:]
    for seed in (block * 80)..<(block * 80 + 80) {
      var town = TownNetwork(seed: UInt64(seed) &+ 17_000, relations: 11)
      Self.addDoubtfulDonors(&town.document, seed)
      // Who funds, and what is lost, is counted over all that may be; what is sure holds in the worst case.
      let best = PlainNetwork(Completion(town.document).settled(true))
      let worst = PlainNetwork(Completion(town.document).settled(false))
      let rows = Set(
        best.places.indices.flatMap { entry in
          CoverageBruteForceTests.needs.map { Row(entry: entry, need: $0) }
        })
      let before = Self.ways(best, rows)
      let funders = Self.funders(best)
      let sure = Self.funders(worst, isOfAll: true)
      func end(_ place: Int, _ service: Int? = nil) -> PlainNetwork.End {
        PlainNetwork.End(place: place, service: service)
      }
      let isListed = best.lists(["organizations", "services", "resource"])
      /// What is told of something that stops: nothing where it is recorded, else what is in doubt.
      func tail(_ donor: Int, _ place: Int, _ ends: [PlainNetwork.End]) -> [String] {
        guard ends.contains(where: { sure[$0]?.contains(donor) ?? false }) else { return ["doubt"] }
        let isSilent = Self.units(of: best.top(place), in: best).contains {
          best.places[$0].isSilent
        }
        return isListed && isSilent ? ["silent"] : []
      }
      var expected: [[String]: Told] = [:]
      for donor in Set(funders.values.flatMap { $0 }) {
        for wanted in [[], ["silent"], ["doubt"], ["second"]] {
          var after = best
          var closed: Set<Int> = []
          var stops = 0
          for (place, own) in best.places.enumerated() {
            let services = own.services.indices.filter { own.services[$0].isInForce }
            func whole(_ funders: [PlainNetwork.End: Set<Int>]) -> Set<Int> {
              services.reduce(funders[end(place)] ?? []) { $0.union(funders[end(place, $1)] ?? []) }
            }
            let isFunded = funders[end(place)]?.contains(donor) == true
            let isAlone = isFunded && whole(funders) == [donor]
            if wanted == ["second"] {
              // Those are left of whom the donor is one for certain, and every other only perhaps.
              if isAlone { continue }
              if sure[end(place)]?.contains(donor) == true, whole(sure).isSubset(of: [donor]) {
                stops += 1
                closed.formUnion(Self.units(of: place, in: best))
                continue
              }
              for service in services {
                let ends = [end(place), end(place, service)]
                let (all, certain) = (Self.all(funders, ends), Self.all(sure, ends))
                if all != [donor], certain == [donor] {
                  stops += 1
                  after.places[place].services[service].isInForce = false
                }
              }
              continue
            }
            if isAlone {
              guard tail(donor, place, [end(place)]) == wanted else { continue }
              stops += 1
              closed.formUnion(Self.units(of: place, in: best))
              continue
            }
            for service in services {
              let all = (funders[end(place)] ?? []).union(funders[end(place, service)] ?? [])
              if all == [donor], tail(donor, place, [end(place), end(place, service)]) == wanted {
                stops += 1
                after.places[place].services[service].isInForce = false
              }
            }
          }
          for place in closed {
            after.places[place].isInForce = false
            for service in after.places[place].services.indices {
              after.places[place].services[service].isInForce = false
            }
          }
          if stops == 0 { continue }
          let left = Self.ways(after, rows)
          let needs = Set(before.map(\.need)).subtracting(left.map(\.need)).count
          let lost = before.subtracting(left).count
          let isFinding = isListed && wanted.isEmpty
          expected[[best.places[donor].id] + wanted] =
            isFinding
            ? .finding(max(1, lost), Double(needs)) : .question(max(1, lost), Double(needs))
          met[wanted.first ?? (isFinding ? "found" : "asked"), default: 0] += 1
          if needs > 0 { met["needs", default: 0] += 1 }
          if closed.count > 1 { met["units", default: 0] += 1 }
        }
      }
      try Told.expect(expected, by: "ours/x", in: town.report(standard), "seed \(seed)")
    }
    #expect(met.count == 7, "\(met)")
  }

  /// Beside some who fund somebody, another of whom it is not known.
  static func addDoubtfulDonors(_ document: inout NetworkDocument, _ seed: Int) {
    var random = SeededRandom(seed: UInt64(seed) &+ 17_500)
    for relation in document.relations where relation.kind.value == "funds" && random.chance(0.4) {
      var other = relation
      other.id = .of("more \(relation.id.value ?? "")")
      other.from = .of("o\(random.below(document.organizations.count))")
      other.validity = ValidityEntry()
      other.validity.status = .of("dormant")
      other.evidence = []
      document.relations.append(other)
    }
  }

  /// Who funds one of some.
  static func all(
    _ funders: [PlainNetwork.End: Set<Int>], _ ends: [PlainNetwork.End]
  ) -> Set<Int> {
    ends.reduce(into: []) { $0.formUnion(funders[$1] ?? []) }
  }

  /// Who funds each organization and service, in force on the day at both ends.
  ///
  /// - Parameter isOfAll: whether services that are not in force count too.
  static func funders(_ world: PlainNetwork, isOfAll: Bool = false) -> [PlainNetwork.End: Set<Int>]
  {
    var funders: [PlainNetwork.End: Set<Int>] = [:]
    for link in world.links where link.kind == "funds" && link.isInForce {
      guard let to = link.to, world.places[link.from.place].isInForce,
        world.places[to.place].isInForce
      else { continue }
      if let service = to.service, !isOfAll, !world.places[to.place].services[service].isInForce {
        continue
      }
      funders[to, default: []].insert(link.from.place)
    }
    return funders
  }

  /// An organization with its units and theirs.
  static func units(of place: Int, in world: PlainNetwork) -> [Int] {
    [place]
      + world.places.indices.filter { world.places[$0].parent == place }.flatMap {
        units(of: $0, in: world)
      }
  }
}
