import LiaisonModel
import Testing

@testable import LiaisonGaps

/// Pairs of states made by hand, one for each nature of a change: a desk where men are met, a refuge that takes
/// them in, and what stands around the two.
@Suite("What has opened or worsened is lost, newly known, or about newcomers")
struct ChangeNatureTests {
  private static let refuge =
    "{id: refuge, name: Refuge, services: [{id: beds, type: shelter.emergency}]}"
  private static let ways = """
    - {id: ways, kind: pathway, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}
    """
  private static let cover = """
    - {id: cover, kind: coverage, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}
    """
  private static let single = """
    - {id: single, kind: redundancy, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}
    """
  private static let plan = "- {id: plan, kind: plan, severity: error, citation: ours}"
  private static let ends = """
    - {id: ends, kind: agreement, ask: [expired], severity: error, citation: ours}
    """

  /// A network of two districts, in which all is listed unless told otherwise.
  private static func town(
    boundary: String = "boundary: {rule: all}", areas: [String] = ["east", "west"],
    organizations: [String], relations: [String] = [], more: String = ""
  ) -> String {
    func list(_ key: String, _ items: [String]) -> String {
      items.isEmpty ? "" : "\(key):\n" + items.map { "  - \($0)\n" }.joined()
    }
    return """
      liaison: 1
      title: Town
      \(boundary)
      assume: {areas: any, groups: any, cases: any}
      \(list("areas", areas.map { "{id: \($0), name: \($0)}" }))
      \(list("organizations", organizations))
      \(list("relations", relations))
      \(more)
      """
  }

  private static let desk = "{id: desk, name: Desk, entry_point: true}"
  private static let toRefuge = "{from: desk, to: refuge, kind: refers_to}"

  /// What has opened or worsened, each as "opened lost ways".
  private func natures(
    _ before: String, _ after: String, _ expectations: String, without newcomers: String? = nil
  ) throws -> [String] {
    let old = try Written.report(before, expectations)
    let new = try Written.report(after, expectations)
    let ledger = GapLedger(
      before: old.findings + old.accepted, after: new.findings, accepted: new.accepted)
    var judge = ChangeNatures(
      before: old, after: new,
      withoutNewcomers: try newcomers.map { try Written.report($0, expectations) })
    return ledger.entries.compactMap { entry in
      judge.nature(of: entry).map { nature in
        let rule = entry.finding?.rule.split(separator: "/").last ?? ""
        return "\(entry.state.rawValue) \(nature.rawValue) \(rule)"
      }
    }
  }

  @Test("A pathway that was reached and is missing is lost; nothing else makes it so")
  func pathways() throws {
    let reached = Self.town(organizations: [Self.desk, Self.refuge], relations: [Self.toRefuge])
    let missing = Self.town(organizations: [Self.desk, Self.refuge])
    #expect(try natures(reached, missing, Self.ways) == ["opened lost ways"])
    // It was not known whether the referral takes men: it does not, or it is there no more.
    let open = "{from: desk, to: refuge, kind: refers_to, groups: [adult.male=unknown]}"
    let assumed = Self.town(organizations: [Self.desk, Self.refuge], relations: [open])
    let refused = Self.town(
      organizations: [Self.desk, Self.refuge],
      relations: [open.replacing("unknown", with: "no")])
    #expect(try natures(assumed, refused, Self.ways) == ["opened newly_known ways"])
    #expect(try natures(assumed, missing, Self.ways) == ["opened lost ways"])
    // Where nothing was listed, what was absent was a question.
    let unlisted = Self.town(boundary: "", organizations: [Self.desk, Self.refuge])
    #expect(try natures(unlisted, missing, Self.ways) == ["opened newly_known ways"])
    // Somebody is met at a second desk, from which no way was ever recorded.
    let second = "{id: second, name: Second, entry_point: true}"
    let more = Self.town(
      organizations: [Self.desk, second, Self.refuge], relations: [Self.toRefuge])
    #expect(try natures(reached, more, Self.ways) == ["opened newcomer ways"])
    // Men were not met at the desk.
    let women = "{id: desk, name: Desk, entry_point: {groups: [adult.female]}}"
    let others = Self.town(organizations: [women, Self.refuge])
    #expect(try natures(others, missing, Self.ways) == ["opened newcomer ways"])
    // Nobody took men in; now somebody does, to whom no way leads.
    let empty = Self.town(organizations: [Self.desk])
    #expect(
      try natures(empty, missing, Self.cover + "\n" + Self.ways) == ["opened newcomer ways"])
  }

  @Test("What grows is told apart in the same way")
  func worsened() throws {
    func only(_ areas: String) -> String {
      Self.town(
        organizations: [Self.desk, Self.refuge],
        relations: ["{from: desk, to: refuge, kind: refers_to, areas: [\(areas)]}"])
    }
    let neither = Self.town(organizations: [Self.desk, Self.refuge])
    #expect(try natures(only("west"), neither, Self.ways) == ["worsened lost ways"])
    #expect(try natures(only("west=unknown"), neither, Self.ways) == ["worsened lost ways"])
    #expect(
      try natures(only("west=unknown"), only("west=no"), Self.ways) == ["worsened newly_known ways"]
    )
    #expect(try natures(neither, only("west"), Self.ways).isEmpty)
  }

  @Test("A provider that is there no more is lost, in doubt or not; that it is none is newly known")
  func providers() throws {
    let provided = Self.town(organizations: [Self.desk, Self.refuge])
    let none = Self.town(organizations: [Self.desk])
    #expect(try natures(provided, none, Self.cover) == ["opened lost cover"])
    let doubtful = Self.refuge.replacing(
      "emergency}", with: "emergency, groups: [adult.male=unknown]}")
    let open = Self.town(organizations: [Self.desk, doubtful])
    #expect(try natures(open, none, Self.cover) == ["opened lost cover"])
    let refused = Self.town(
      organizations: [Self.desk, doubtful.replacing("unknown", with: "no")])
    #expect(try natures(open, refused, Self.cover) == ["opened newly_known cover"])
    // A district that was not there, and that the refuge does not serve.
    let local = Self.refuge.replacing("name: Refuge", with: "name: Refuge, areas: [east, west]")
    let two = Self.town(organizations: [Self.desk, local])
    let three = Self.town(areas: ["east", "west", "north"], organizations: [Self.desk, local])
    #expect(try natures(two, three, Self.cover) == ["opened newcomer cover"])
  }

  @Test("Ways that hang on one organization are lost ways, unless all of them are new")
  func singles() throws {
    let organizations = [
      Self.desk, "{id: a, name: A}", "{id: b, name: B}", Self.refuge,
      "{id: house, name: House, services: [{id: beds, type: shelter.emergency}]}",
    ]
    func referrals(_ pairs: [String]) -> String {
      Self.town(
        organizations: organizations,
        relations: pairs.map { pair in
          let ends = pair.split(separator: ">")
          return "{from: \(ends[0]), to: \(ends[1]), kind: refers_to}"
        })
    }
    let both = referrals(["desk>a", "desk>b", "a>refuge", "b>house"])
    let one = referrals(["desk>a", "a>refuge", "a>house"])
    let none = referrals([])
    #expect(try natures(both, one, Self.single) == ["opened lost single"])
    #expect(try natures(none, one, Self.single) == ["opened newcomer single"])
  }

  @Test("What was only possible is lost where it goes, and newly known where the answer is no")
  func possible() throws {
    func state(
      _ relation: String = "", refuge: String = Self.refuge, more: String = ""
    ) -> String {
      Self.town(
        organizations: [Self.desk, refuge],
        relations: [relation].filter { !$0.isEmpty }, more: more)
    }
    func nature(_ before: String, _ after: String) throws -> [String] {
      try natures(before, after, Self.ways)
    }
    func referral(_ more: String) -> String { "{from: desk, to: refuge, kind: refers_to, \(more)}" }
    // Whether it is alive was not known: it has ended, or nobody lists it any more.
    let dormant = state(referral("status: dormant"))
    #expect(try nature(dormant, state(referral("status: ended"))) == ["opened newly_known ways"])
    #expect(try nature(dormant, state()) == ["opened lost ways"])
    // Its people were not known, and it has ended: what it may have carried is lost.
    let open = state(referral("groups: [adult.male=unknown]"))
    let ended = state(referral("groups: [adult.male=unknown], status: ended"))
    #expect(try nature(open, ended) == ["opened lost ways"])
    // Evidence said neither yes nor no, and now says no.
    func said(_ answer: String) -> String {
      state(referral("evidence: [{source: visit, reporter: from, answer: \(answer)}]"))
    }
    #expect(try nature(said("unknown"), said("no")) == ["opened newly_known ways"])
    // One step was in doubt and is refuted; another way, in doubt as well, is gone.
    func two(_ first: String, _ second: String) -> String {
      Self.town(
        organizations: [Self.desk, "{id: a, name: A}", Self.refuge],
        relations: [
          referral("groups: [adult.male=\(first)]"), "{from: desk, to: a, kind: refers_to}", second,
        ].filter { !$0.isEmpty })
    }
    let onward = "{from: a, to: refuge, kind: refers_to, groups: [adult.male=unknown]}"
    let no = onward.replacing("unknown", with: "no")
    #expect(try nature(two("unknown", onward), two("no", no)) == ["opened newly_known ways"])
    #expect(try nature(two("unknown", onward), two("no", "")) == ["opened lost ways"])
    // Somebody silent on the way may have referred on: it answered, or nobody gets that far any more.
    func silent(_ answered: String, _ relation: String) -> String {
      Self.town(
        organizations: [Self.desk, "{id: a, name: A, answered: \(answered)}", Self.refuge],
        relations: [relation].filter { !$0.isEmpty })
    }
    let there = "{from: desk, to: a, kind: refers_to}"
    #expect(
      try nature(silent("no", there), silent("2025-06-01", there)) == ["opened newly_known ways"])
    #expect(try nature(silent("no", there), silent("no", "")) == ["opened lost ways"])
  }

  @Test("A tie that was in doubt is lost where it goes, and newly known where it is none")
  func ties() throws {
    let organizations = ["{id: a, name: A}", "{id: b, name: B}"]
    func state(_ relations: [String]) -> String {
      Self.town(
        organizations: organizations, relations: relations,
        more: "activities: [{id: x, title: X, leads: [a], supports: [b]}]")
    }
    func tie(_ status: String) -> String { "{from: a, to: b, kind: refers_to, status: \(status)}" }
    let doubtful = state([tie("dormant")])
    #expect(try natures(doubtful, state([]), Self.plan) == ["opened lost plan"])
    #expect(
      try natures(doubtful, state([tie("ended")]), Self.plan) == ["opened newly_known plan"])
  }

  @Test("A new entry point does not hide that a second way is lost")
  func secondWay() throws {
    let organizations = [
      "{id: a, name: A}", "{id: b, name: B}",
      "{id: house, name: House, services: [{id: beds, type: shelter.emergency}]}", Self.refuge,
    ]
    func state(_ entries: [String], _ pairs: [String]) -> String {
      Self.town(
        organizations: organizations + entries,
        relations: pairs.map { pair in
          let ends = pair.split(separator: ">")
          return "{from: \(ends[0]), to: \(ends[1]), kind: refers_to}"
        })
    }
    func desk(_ isEntry: Bool) -> String {
      isEntry ? "{id: second, name: Second, entry_point: true}" : "{id: second, name: Second}"
    }
    let disjoint = """
      - {id: two, kind: disjoint, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}
      """
    let here = [Self.desk, desk(false)]
    let met = [Self.desk, desk(true)]
    let one = ["desk>a", "a>refuge", "a>house"]
    for (expectation, word) in [(Self.single, "single"), (disjoint, "two")] {
      // Two ways, of which one is closed while people begin to be met at a second desk.
      let both = state(here, ["desk>a", "desk>b", "a>refuge", "b>house"])
      #expect(
        try natures(both, state(met, one + ["second>a"]), expectation) == ["opened lost \(word)"])
      // The only entry point passed all on through A, and so does the second one: nothing is lost.
      let through = state(here, ["desk>a", "a>refuge", "a>house"])
      let now = try natures(through, state(met, one + ["second>a"]), Self.single)
      #expect(now.allSatisfy { !$0.contains("lost") }, "\(now)")
    }
    // Where a second way was only possible: it is gone, or known to be none.
    func perhaps(_ relation: String) -> String {
      Self.town(
        organizations: organizations + here,
        relations: one.map { pair in
          let ends = pair.split(separator: ">")
          return "{from: \(ends[0]), to: \(ends[1]), kind: refers_to}"
        } + ["{from: desk, to: b, kind: refers_to}", relation].filter { !$0.isEmpty })
    }
    let open = "{from: b, to: house, kind: refers_to, groups: [adult.male=unknown]}"
    let no = open.replacing("unknown", with: "no")
    #expect(try natures(perhaps(open), perhaps(""), Self.single) == ["opened lost single"])
    #expect(try natures(perhaps(open), perhaps(no), Self.single) == ["opened newly_known single"])
  }

  @Test("A new entry point does not hide that a way without the police is lost")
  func withoutPolice() throws {
    let asked = """
      - {id: free, kind: unconditional, services: [shelter.emergency], groups: [adult.male], severity: error, citation: ours}
      """
    func state(_ second: String, _ pairs: [String]) -> String {
      Self.town(
        organizations: [
          Self.desk, "{id: police, name: Police, sector: gov.law_enforcement}", Self.refuge, second,
        ],
        relations: pairs.map { pair in
          let ends = pair.split(separator: ">")
          return "{from: \(ends[0]), to: \(ends[1]), kind: refers_to}"
        })
    }
    let none = "{id: second, name: Second}"
    let met = "{id: second, name: Second, entry_point: true}"
    let direct = state(none, ["desk>refuge", "desk>police", "police>refuge"])
    let through = state(none, ["desk>police", "police>refuge"])
    let more = state(met, ["desk>police", "police>refuge", "second>police"])
    #expect(try natures(direct, more, asked) == ["opened lost free"])
    #expect(try natures(through, more, asked) == ["worsened newcomer free"])
  }

  @Test("Of a plan and of agreements: what was asked, what is new, what was there")
  func planAndAgreements() throws {
    let organizations = ["{id: a, name: A}", "{id: b, name: B}"]
    let activity = "activities: [{id: x, title: X, leads: [a], supports: [b]}]"
    let tie = "{from: a, to: b, kind: refers_to}"
    let bare = Self.town(organizations: organizations)
    let apart = Self.town(organizations: organizations, more: activity)
    let together = Self.town(organizations: organizations, relations: [tie], more: activity)
    let unlisted = Self.town(
      boundary: "boundary: {rule: all, complete: [organizations]}", organizations: organizations,
      more: activity)
    #expect(try natures(together, apart, Self.plan) == ["opened lost plan"])
    #expect(try natures(unlisted, apart, Self.plan) == ["opened newly_known plan"])
    #expect(try natures(bare, apart, Self.plan, without: bare) == ["opened newcomer plan"])

    func agreed(_ until: String) -> String {
      Self.town(
        organizations: organizations,
        relations: ["{from: a, to: b, kind: refers_to, agreement: m}"],
        more: "agreements: [{id: m, type: mou, parties: [a, b], valid_until: \(until)}]")
    }
    let ended = agreed("2025-03-31")
    #expect(try natures(agreed("2026-03-31"), ended, Self.ends) == ["opened lost ends"])
    let tied = Self.town(organizations: organizations, relations: [tie])
    #expect(try natures(tied, ended, Self.ends, without: tied) == ["opened newcomer ends"])
  }

  @Test("Two who do the same apart: a newcomer, and one that was there and lost its tie")
  func duplicates() throws {
    let asked = """
      - {id: twice, kind: duplication, services: [hotline], severity: info, citation: ours}
      """
    func line(_ id: String) -> String {
      "{id: \(id), name: \(id), services: [{id: s, type: hotline}]}"
    }
    let first = Self.town(organizations: [Self.desk, line("first")])
    let both = Self.town(organizations: [Self.desk, line("first"), line("second")])
    let tied = Self.town(
      organizations: [Self.desk, line("first"), line("second")],
      relations: ["{from: first, to: second, kind: refers_to}"])
    #expect(try natures(first, both, asked, without: first) == ["opened newcomer twice"])
    #expect(try natures(tied, both, asked) == ["opened lost twice"])
    #expect(try natures(both, both, asked).isEmpty)
  }

  /// The sentences of the change, and how many pathways are gone.
  private func summary(
    _ before: String, _ after: String, _ expectations: String
  ) throws -> (sentences: [String], gone: Int) {
    let old = try Written.report(before, expectations)
    let new = try Written.report(after, expectations)
    let ledger = GapLedger(before: old.findings, after: new.findings)
    var judge = ChangeEndings(before: old, after: new)
    var endings: [String: ChangeEnding] = [:]
    for entry in ledger.entries {
      if let id = entry.before?.id { endings[id] = judge.ending(of: entry) }
    }
    let summary = ChangeSummary(
      before: old, after: new, ledger: ledger, natures: [:], endings: endings)
    return (summary.sentences(since: nil), summary.goneCount)
  }

  @Test("Without a boundary it cannot be said what got worse, only what is no longer certain")
  func unlisted() throws {
    let reached = Self.town(organizations: [Self.desk, Self.refuge], relations: [Self.toRefuge])
    let unlisted = Self.town(boundary: "", organizations: [Self.desk, Self.refuge])
    let cannot = "What got worse cannot be said, as the network states no boundary"
    #expect(
      try summary(reached, unlisted, Self.ways).sentences == [
        "Nothing got better.",
        cannot + "; over what both list, two pathways are no longer certain.",
      ])
    #expect(
      try summary(unlisted, unlisted, Self.ways).sentences == ["Nothing got better.", cannot + "."])
    let partly = Self.town(
      boundary: "boundary: {rule: all, complete: [organizations]}",
      organizations: [Self.desk, Self.refuge], relations: [Self.toRefuge])
    #expect(
      try summary(reached, partly, Self.ways).sentences.last
        == "What got worse cannot be said, as the network does not list all organizations and referrals."
    )
  }

  @Test(
    "What was certain and is assumed is worse, the other way round better; so is what has eased")
  func certainty() throws {
    let reached = Self.town(organizations: [Self.desk, Self.refuge], relations: [Self.toRefuge])
    let open = "{from: desk, to: refuge, kind: refers_to, groups: [adult.male=unknown]}"
    let assumed = Self.town(organizations: [Self.desk, Self.refuge], relations: [open])
    #expect(
      try summary(reached, assumed, Self.ways).sentences
        == ["Nothing got better.", "Worse: two pathways are no longer certain."])
    #expect(
      try summary(assumed, reached, Self.ways).sentences
        == ["Better: two pathways are certain now.", "Nothing got worse."])
    // Of two districts with no way one has a possible one: the finding has eased.
    let neither = Self.town(organizations: [Self.desk, Self.refuge])
    let perhaps = Self.town(
      organizations: [Self.desk, Self.refuge],
      relations: ["{from: desk, to: refuge, kind: refers_to, areas: [west=unknown]}"])
    #expect(
      try summary(neither, perhaps, Self.ways).sentences
        == ["Better: one finding about the Desk has eased.", "Nothing got worse."])
    #expect(
      try summary(reached, reached, Self.ways).sentences
        == ["Nothing got better.", "Nothing got worse."])
  }

  @Test("Where people are met no more, or an area is listed no more, what was reached is lost")
  func gone() throws {
    let second = "{id: second, name: Second Helpline, entry_point: true}"
    let toToo = "{from: second, to: refuge, kind: refers_to}"
    func two(_ second: String, _ areas: [String] = ["east", "west"]) -> String {
      Self.town(
        areas: areas, organizations: [Self.desk, second, Self.refuge],
        relations: [Self.toRefuge, toToo])
    }
    let both = two(second)
    let one = Self.town(organizations: [Self.desk, Self.refuge], relations: [Self.toRefuge])
    let unmet = "Worse: people are no longer met at the Second Helpline: 2 pathways."
    let left = try summary(both, one, Self.ways)
    #expect(left.sentences == ["Nothing got better.", unmet] && left.gone == 2, "\(left)")
    // It is there, and meets nobody any more.
    let shut = try summary(both, two("{id: second, name: Second Helpline}"), Self.ways)
    #expect(shut.sentences.last == unmet && shut.gone == 2, "\(shut)")
    let east = "{id: second, name: Second Helpline, entry_point: {areas: [east]}}"
    let fewer = try summary(both, two(east), Self.ways)
    #expect(
      fewer.sentences.last == "Worse: fewer people are met at the Second Helpline: 1 pathway."
        && fewer.gone == 1, "\(fewer)")
    let area = try summary(both, two(second, ["east"]), Self.ways)
    #expect(
      area.sentences.last == "Worse: west is no longer listed: 2 pathways." && area.gone == 2,
      "\(area)")
    // What is new makes nothing worse; where not all is listed, who is absent may only be unlisted.
    #expect(try summary(one, both, Self.ways).gone == 0)
    let unlisted = Self.town(
      boundary: "", organizations: [Self.desk, Self.refuge], relations: [Self.toRefuge])
    #expect(try summary(both, unlisted, Self.ways).gone == 0)
  }

  @Test(
    "A service type that nobody offers any more, a group or a case listed no more: what was reached is lost"
  )
  func listedNoMore() throws {
    // Without an expectation of pathways all of them count.
    func state(
      _ services: String = "[{id: beds, type: shelter.emergency}]", _ more: String = ""
    ) -> String {
      Self.town(
        areas: ["east"],
        organizations: [Self.desk, "{id: refuge, name: Refuge, services: \(services)}"],
        relations: [Self.toRefuge], more: more)
    }
    func last(_ before: String, _ after: String) throws -> (String?, Int) {
      let told = try summary(before, after, Self.cover)
      return (told.sentences.last, told.gone)
    }
    let two = state("[{id: beds, type: shelter.emergency}, {id: law, type: legal_counsel}]")
    #expect(
      try last(two, state())
        == ("Worse: legal counsel is no longer listed as a service: 6 pathways.", 6))
    #expect(try last(state(), two).1 == 0)
    // A type drawn finer is another word for the same.
    #expect(try last(state(), state("[{id: beds, type: shelter}]")).1 == 0)
    let elders = """
      vocabulary:
        groups:
          elder: {name: older person, plural: older people}
      """
    let known = state("[{id: beds, type: shelter.emergency}]", elders)
    let elder = try last(known, state())
    #expect(
      elder.1 == 1 && elder.0?.hasSuffix("are no longer listed as a group: 1 pathway.") == true,
      "\(elder)")
    #expect(try last(state(), known).1 == 0)
    // A case of its own that a relation tells apart.
    func told(_ cases: String, _ vocabulary: String) -> String {
      Self.town(
        areas: ["east"], organizations: [Self.desk, Self.refuge],
        relations: ["{from: desk, to: refuge, kind: refers_to, cases: [\(cases)]}"],
        more: vocabulary)
    }
    let fraud = """
      vocabulary:
        cases:
          fraud: {name: fraud, phrase: in fraud}
      """
    #expect(
      try last(told("fraud", fraud), told("any", ""))
        == ("Worse: cases of fraud are no longer listed: 6 pathways.", 6))
  }

  @Test("An entry point or a provider that is over by its dates is lost as one that is not listed")
  func overByDate() throws {
    func state(_ second: String = "", refuge: String = Self.refuge) -> String {
      Self.town(
        organizations: [
          Self.desk, "{id: second, name: Second Helpline, entry_point: true\(second)}", refuge,
        ],
        relations: [Self.toRefuge, "{from: second, to: refuge, kind: refers_to}"])
    }
    let over = ", valid_until: 2025-06-29"
    for end in [over, ", status: defunct"] {
      let left = try summary(state(), state(end), Self.ways)
      #expect(
        left.sentences.last
          == "Worse: people are no longer met at the Second Helpline: 2 pathways."
          && left.gone == 2, "\(left)")
    }
    // Whether it is alive is not known: no pathway is gone, none is certain any more.
    let dormant = try summary(state(), state(", status: dormant"), Self.ways)
    #expect(
      dormant.sentences.last == "Worse: two pathways are no longer certain." && dormant.gone == 0,
      "\(dormant)")
    let closed = Self.refuge.replacing("name: Refuge", with: "name: Refuge\(over)")
    #expect(try natures(state(), state(refuge: closed), Self.cover) == ["opened lost cover"])
  }

  @Test("Where cases are told apart no more, what was reached of one of them is lost all the same")
  func foldedCases() throws {
    func state(_ relations: [String]) -> String {
      Self.town(organizations: [Self.desk, Self.refuge], relations: relations)
    }
    let labour = state(["{from: desk, to: refuge, kind: refers_to, cases: [labour]}"])
    let lost = try summary(labour, state([]), Self.ways).sentences
    #expect(lost.last?.hasPrefix("Worse: ") == true, "\(lost)")
    let back = try summary(state([]), labour, Self.ways).sentences
    #expect(back.first?.hasPrefix("Better: ") == true, "\(back)")
  }
}
