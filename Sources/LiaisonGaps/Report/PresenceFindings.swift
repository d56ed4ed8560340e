import LiaisonModel

/// The findings of sectors that are absent, remote or there in name only.
struct PresenceFindings {
  let judgement: Judgement
  let expectation: Expectation
  /// The families of relations of which one is asked for.
  let families: [String]
  /// Whether nothing is found missing: the areas that the expectation asks about are not declared.
  let asksOnly: Bool
  /// Where organizations stand.
  let offices: Offices

  private var network: StakeholderNetwork { judgement.network }

  /// The words used where the standard has none of its own.
  static let template = "No {sector} is recorded in {area}."
  /// The words used where one is recorded, and does not operate.
  static let closed = "No {sector} in operation is recorded in {area}: {closed}."

  /// The finding or question of a sector in an area; nil where it is present.
  func finding(_ presence: Presence, byOffice: Bool) -> Finding? {
    let sector = network.vocabulary.name(of: presence.sector, in: .sectors)
    let area = network.areas[presence.area].name
    let names = presence.organizations.map { Wording.definite(network.organizations[$0].name) }
    let isComplete = !asksOnly && judgement.isComplete("organizations")
    let doubts = PresenceDoubts(
      network: network, date: judgement.date, offices: offices, area: presence.area, sector: sector)
    switch presence.grade {
    case .present: return nil
    case .absent:
      let closed = doubts.closed(presence.sector)
      func text(_ area: String) -> String {
        if !isComplete {
          return "Is there \(Wording.indefinite(sector)) in \(area)? "
            + (closed.isEmpty ? "None is recorded." : "None in operation is recorded: \(closed).")
        }
        let own = expectation.sentence ?? Self.template
        var template = own
        if !closed.isEmpty {
          // A standard's own words stay, and what they leave out follows.
          template = own == Self.template ? Self.closed : own + " {Closed}."
        }
        return SentenceTemplate(text: template).filled([
          "sector": sector, "sectors": sector, "area": area, "areas": area, "closed": closed,
          "Closed": Wording.sentence(closed),
        ])
      }
      func remedy(_ area: String) -> String? {
        isComplete ? SectorRemedy.sentence(presence.sector, named: sector, in: area) : nil
      }
      var finding = make(
        presence, isComplete ? .finding : .question, text(area), suggestion: remedy(area))
      // A sector that several areas lack is one thing to be told, and one to be decided.
      if network.areas[presence.area].isLeaf {
        finding.pattern = Finding.Pattern(
          sentence: text("{anyArea}"), suggestion: remedy("{areas}"))
      }
      return finding
    case .unknown:
      return make(presence, .question, doubts.whetherThere(presence.organizations))
    case .remote where !presence.doubtful.isEmpty:
      guard byOffice else { return nil }
      let closed = doubts.closedOffices(presence.sector)
      var question = make(
        presence, .question, doubts.whetherOffice(presence.doubtful, in: area, closed),
        key: ["remote"])
      if network.areas[presence.area].isLeaf {
        question.pattern = Finding.Pattern(
          sentence: doubts.whetherOffice(presence.doubtful, in: "{each}", closed))
      }
      return question
    case .token where !presence.doubtful.isEmpty:
      return make(
        presence, .question, doubts.whetherTied(presence.doubtful, by: familyNames),
        key: ["token"])
    case .remote:
      let closed = doubts.closedOffices(presence.sector)
      func text(_ area: String, _ it: String) -> String {
        let serving =
          "\(Wording.list(names, atMost: 2)) \(names.count == 1 ? "serves" : "serve") \(it) from "
          + "elsewhere"
        return "No \(sector)\(closed.isEmpty ? "" : " in operation") is recorded with an office in "
          + "\(area): \(Wording.list(closed + [serving]))."
      }
      var finding = make(
        presence, isComplete ? .finding : .question, text(area, "it"), key: ["remote"],
        severity: byOffice ? nil : .info)
      // Where the same serve several areas from elsewhere, that is one thing to be told; each is named, as
      // an office may stand in the wider area of which they are all.
      if network.areas[presence.area].isLeaf {
        finding.pattern = Finding.Pattern(sentence: text("{each}", "them"))
      }
      return finding
    case .token:
      let isListed =
        !asksOnly
        && families.allSatisfy { family in
          let parts: [Code] =
            family == "cooperation" ? ["referral", "information", "joint"] : [Code(family)]
          return judgement.isComplete("organizations")
            && parts.allSatisfy { judgement.isComplete($0) }
        }
      let kinds = familyNames
      if isListed {
        return make(
          presence, .finding,
          "\(Wording.sentence(Wording.list(names, atMost: 2))) \(names.count == 1 ? "is" : "are") "
            + "recorded in \(area) as \(sector), but no relation of \(kinds) with anybody.",
          key: ["token"], remark: "no relation recorded")
      }
      return make(
        presence, .question,
        "With whom \(names.count == 1 ? "does" : "do") \(Wording.list(names, atMost: 2)) work in "
          + "\(area)? No relation of \(kinds) is recorded.", key: ["token"])
    }
  }

  private var familyNames: String { Wording.list(families.map(Self.familyName), "or") }

  private static func familyName(_ family: String) -> String {
    switch family {
    case "joint": "joint work"
    case "information": "information sharing"
    default: family
    }
  }

  private func make(
    _ presence: Presence, _ kind: Finding.Kind, _ sentence: String, key: [String] = [],
    severity: Severity? = nil, suggestion: String? = nil, remark: String? = nil
  ) -> Finding {
    let area = network.areas[presence.area]
    var finding = Finding(
      rule: "\(judgement.standard.id)/\(expectation.id)",
      severity: severity ?? expectation.severity, kind: kind,
      key: [presence.sector.text, area.id] + key, place: area.origin.place,
      subjects: .organizations(presence.organizations.map { network.organizations[$0].id }),
      needs: Finding.Needs(areas: [area.id]), cells: kind == .question ? 0 : 1,
      sentence: sentence, suggestion: suggestion, citation: expectation.citation)
    finding.remark = remark
    return finding
  }
}
