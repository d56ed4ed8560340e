import LiaisonModel
import Testing

@testable import LiaisonGaps

/// Amounts against what is asked: 30 people a month come to a hotline and need shelter, shelter A takes ten, shelter
/// C five; of referrals half are to bring feedback.
@Suite("An amount that moves within a finding that stays is worse or better by it")
struct ChangeAmountTests {
  private static let room = """
    - {id: room, kind: capacity, services: [shelter.emergency], severity: warning, citation: ours}
    """
  private static let feedback = """
    - {id: back, kind: feedback, families: [referral], min: 0.8, severity: info, citation: ours}
    """

  private static func town(
    a: String = "{unit: people_per_month, maximum: 10}",
    c: String = "{unit: people_per_month, maximum: 5}",
    hotline: String = "caseload: [{per_month: 30}]",
    relations: [String] = ["from: hot, to: a, kind: refers_to"]
  ) -> String {
    """
    liaison: 1
    title: Town
    as_of: 2025-06-30
    boundary: {rule: all}
    assume: {areas: any, groups: any, cases: any}
    areas: [{id: north, name: North}]
    organizations:
      - {id: hot, name: Hotline, entry_point: true, \(hotline)}
      - {id: desk, name: Help Desk, entry_point: true, caseload: [{per_month: 8}]}
      - {id: a, name: Shelter A, services: [{id: s, type: shelter.emergency, capacity: \(a)}]}
      - {id: c, name: Shelter C, services: [{id: s, type: shelter.emergency, capacity: \(c)}]}
    relations: [\(relations.map { "{\($0)}" }.joined(separator: ", "))]
    """
  }

  private static let both = [
    "from: hot, to: a, kind: refers_to", "from: hot, to: c, kind: refers_to",
  ]

  @Test("A way to more room is better: it is one finding, whoever is full")
  func wayToRoom() throws {
    let more = try StateComparison(Self.town(), Self.town(relations: Self.both), Self.room)
    #expect(more.endings == ["eased mended room"] && more.natures.isEmpty, "\(more)")
    #expect(
      more.sentences == [
        "Better: people a month with room for emergency shelter: 10 of 30, 15 now.",
        "Nothing got worse.",
      ], "\(more.sentences)")
    let less = try StateComparison(Self.town(relations: Self.both), Self.town(), Self.room)
    #expect(
      less.natures == ["worsened lost room"]
        && less.sentences.last
          == "Worse: people a month with room for emergency shelter: 15 of 30, 10 now.",
      "\(less)")
  }

  @Test("Less room with the same provider is worse, a tenth of a person as well; more is better")
  func roomOfOne() throws {
    for (maximum, word) in [("4", "4"), ("9.9", "9.9"), ("25", "25")] {
      let after = Self.town(a: "{unit: people_per_month, maximum: \(maximum)}")
      let moved = try StateComparison(Self.town(), after, Self.room)
      let told =
        "\(maximum == "25" ? "Better" : "Worse"): people a month with room for emergency shelter: "
        + "10 of 30, \(word) now."
      #expect(moved.sentences.contains(told), "\(moved)")
    }
    // Ten beds for a mean month are ten people a month: nothing has moved.
    let beds = Self.town(a: "{unit: beds, maximum: 10, mean_stay_days: 30.4375}")
    let same = try StateComparison(Self.town(), beds, Self.room)
    #expect(same.sentences == ["Nothing got better.", "Nothing got worse."], "\(same)")
  }

  @Test("People who had no way and find the only provider full lose nothing")
  func newcomers() throws {
    let more = ["from: hot, to: a, kind: refers_to", "from: desk, to: a, kind: refers_to"]
    let grown = try StateComparison(Self.town(), Self.town(relations: more), Self.room)
    #expect(grown.natures == ["grown room"], "\(grown)")
    #expect(
      grown.sentences == [
        "Better: anyone met at the Help Desk now reach emergency shelter.", "Nothing got worse.",
      ])
    let fewer = try StateComparison(Self.town(relations: more), Self.town(), Self.room)
    #expect(fewer.endings == ["eased moot room"], "\(fewer)")
    // They had room for all, and are too many with the others.
    let desk = ["from: desk, to: a, kind: refers_to"]
    let opened = try StateComparison(
      Self.town(relations: desk), Self.town(relations: more), Self.room)
    #expect(opened.natures == ["opened newcomer room"], "\(opened)")
    // With them, room was lost: four who had it have none.
    let lost = try StateComparison(
      Self.town(), Self.town(a: "{unit: people_per_month, maximum: 6}", relations: more), Self.room)
    #expect(lost.natures == ["worsened lost room"], "\(lost)")
    // More people arrive than did, and no more of them find room.
    let busy = try StateComparison(
      Self.town(), Self.town(hotline: "caseload: [{per_month: 40}]"), Self.room)
    #expect(busy.natures == ["worsened lost room"], "\(busy)")
  }

  @Test("How many a provider takes was a question; that it is too few is the answer")
  func answered() throws {
    let open = Self.town(a: "{unit: beds, maximum: 10}", relations: Self.both)
    let known = try StateComparison(open, Self.town(relations: Self.both), Self.room)
    #expect(known.natures == ["opened newly_known room"], "\(known)")
    // A way to somebody who does not state it: whether there is room is a question.
    let unrated = "{unit: rooms, maximum: 5}"
    let asked = try StateComparison(
      Self.town(c: unrated), Self.town(c: unrated, relations: Self.both), Self.room)
    #expect(
      asked.endings == ["closed asked room"]
        && asked.sentences == [
          "Nothing got better.", "Nothing got worse.",
          "One important finding has become a question.",
        ], "\(asked)")
    // So it is where the way may not be there.
    let rich = Self.town(c: "{unit: people_per_month, maximum: 90}")
    let dormant = rich.replacing(
      "relations: [", with: "relations: [{from: hot, to: c, kind: refers_to, status: dormant}, ")
    #expect(try StateComparison(rich, dormant, Self.room).endings == ["closed asked room"])
    let active = dormant.replacing("dormant", with: "active")
    #expect(try StateComparison(rich, active, Self.room).endings == ["closed mended room"])
  }

  @Test("Two providers, each full with people of its own, are one finding")
  func apart() throws {
    let report = try Written.report(
      Self.town(
        relations: ["from: hot, to: a, kind: refers_to", "from: desk, to: c, kind: refers_to"]),
      Self.room)
    // Twenty of thirty at the hotline, three of eight at the desk.
    let finding = try #require(report.findings.first)
    #expect(report.findings.count == 1 && finding.key == ["shelter.emergency"])
    #expect(finding.value == 15 && finding.threshold == 38 && finding.cells == 23)
    #expect(
      finding.sentence
        == "For 20 of 30 people a month no room is recorded for emergency shelter: Shelter A takes 10 a "
        + "month, and those who arrive at the Hotline reach no other provider. The same holds for 3 of 8 "
        + "at Shelter C, where 5 a month find room.")
  }

  @Test("A way to a provider with room is recommended, for the people a month for whom it has room")
  func recommended() throws {
    let (document, report, standard) = try Written.judged(Self.town(), Self.room)
    let recommendation = Recommendation(for: document, report, against: standard, count: 1)
    let step = try #require(recommendation.steps.first)
    #expect(step.action == .relation(from: "hot", to: "c"))
    #expect(step.easedCells == 5 && step.gain == 15)
    let item = try #require(RecommendationWords(recommendation, on: report).items.first)
    #expect(
      item.effect == "It eases one important finding (5 people a month fewer).", "\(item.effect)")
    // Of somebody who does not state it, it is not known whether anything is to be had.
    let (unstated, short, same) = try Written.judged(
      Self.town(c: "{unit: rooms, maximum: 5}"), Self.room)
    #expect(Recommendation(for: unstated, short, against: same, count: 1).steps.isEmpty)
    // Nor where nobody else provides it.
    let (alone, full, asked) = try Written.judged(Self.town(relations: Self.both), Self.room)
    #expect(Recommendation(for: alone, full, against: asked, count: 1).steps.isEmpty)
  }

  private static func referrals(_ answers: [String?]) -> String {
    Self.town(
      relations: answers.enumerated().map { index, answer in
        "id: r\(index), from: hot, to: a, kind: refers_to"
          + (answer.map { ", feedback: \($0)" } ?? "")
      })
  }

  @Test("Feedback that comes back no more is worse, and more of it better, within one finding")
  func feedback() throws {
    let half = Self.referrals(["ad_hoc", "systematic", "none", "none"])
    let quarter = Self.referrals(["ad_hoc", "none", "none", "none"])
    let less = try StateComparison(half, quarter, Self.feedback)
    #expect(
      less.natures == ["worsened lost back"]
        && less.sentences == [
          "Nothing got better.", "Worse: referrals with feedback: 2 of 4, 1 now.",
        ], "\(less)")
    let more = try StateComparison(quarter, half, Self.feedback)
    #expect(
      more.endings == ["eased mended back"]
        && more.sentences.first == "Better: referrals with feedback: 1 of 4, 2 now.", "\(more)")
    // The same half of more referrals is no less of them.
    let eight = Self.referrals(
      ["ad_hoc", "systematic", "none", "none", "ad_hoc", "ad_hoc", "none", "none"])
    let same = try StateComparison(half, eight, Self.feedback)
    #expect(same.natures.isEmpty && same.endings.isEmpty, "\(same)")
  }

  @Test("A share that falls by what is answered or new is not lost")
  func feedbackAnswered() throws {
    let half = Self.referrals(["ad_hoc", "none", nil])
    let answered = try StateComparison(
      half, Self.referrals(["ad_hoc", "none", "none"]), Self.feedback)
    #expect(answered.natures == ["worsened newly_known back"], "\(answered)")
    let new = try StateComparison(
      half, Self.referrals(["ad_hoc", "none", nil, "none"]), Self.feedback)
    #expect(new.natures == ["worsened newcomer back"], "\(new)")
    let met = try StateComparison(
      Self.referrals(["ad_hoc", nil]), Self.referrals(["ad_hoc", "none"]), Self.feedback)
    #expect(met.natures == ["opened newly_known back"], "\(met)")
    let lost = try StateComparison(
      Self.referrals(["ad_hoc", nil]), Self.referrals(["none", "none"]), Self.feedback)
    #expect(lost.natures == ["opened lost back"], "\(lost)")
  }
}
