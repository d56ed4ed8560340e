import Foundation
import LiaisonFiles
import LiaisonGaps
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("Samundar against the four pillars")
struct SamundarTests {
  func report(_ standard: String = "four-pillars") throws -> GapReport {
    try GapAnalysis.run(
      Written.samundar(), against: try #require(ShippedData.standard(standard)))
  }

  /// Those of the findings beside the first eight that are of what breaks.
  static let further = [
    "If the Lakeland Cooperation Agency goes, two organizations that nobody else is recorded to fund "
      + "stop: the Kiran Girls' Home and the Anti-Trafficking Secretariat. 64 pathways are lost with "
      + "that, and no way is left to emergency shelter for girls and children of another gender in "
      + "Samundar.",
    "If the Nordland Development Fund goes, four services that nobody else is recorded to fund stop: "
      + "legal counsel of the Insaf Legal Aid Centre, emergency shelter of the Khwaja Sira Society, "
      + "emergency shelter of the Men's Refuge and psychosocial support of the Umeed Counselling "
      + "Centre. 47 pathways are lost with that, and no way is left to emergency shelter for men and "
      + "adults of another gender in Samundar.",
  ]

  /// The expectations that the first eight sentences come of.
  static let first: Set<String> = [
    "four-pillars/presence-workplace", "four-pillars/coverage-support",
    "four-pillars/pathway-support", "four-pillars/redundancy", "four-pillars/feedback",
  ]

  @Test("Each finding stands in the sample's README to the word")
  func others() throws {
    let text = try String(
      contentsOf: Checkout.root.appending(path: "graphs/samundar/README.md"), encoding: .utf8)
    let readme = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for finding in try report().findings {
      #expect(readme.contains(finding.sentence), "\(finding.sentence)")
    }
  }

  @Test("What the README lists of cooperation, agreements and the plan is found")
  func listed() throws {
    let text = try String(
      contentsOf: Checkout.root.appending(path: "graphs/samundar/README.md"), encoding: .utf8)
    let start = try #require(text.range(of: "Of who works with whom"))
    let bullets = text[start.lowerBound...].components(separatedBy: "\n\n").flatMap { block in
      block.components(separatedBy: "\n* ").map {
        $0.hasPrefix("* ") ? String($0.dropFirst(2)) : $0
      }
    }.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter {
      $0.hasPrefix("No ") || $0.hasPrefix("Nothing ") || $0.hasPrefix("“")
    }
    let sentences = try report().findings.map(\.sentence)
    #expect(bullets.count >= 25)
    for bullet in bullets {
      #expect(sentences.contains { bullet.contains($0) }, "\(bullet)")
    }
  }

  @Test("The first eight sentences are right to the word")
  func sentences() throws {
    let report = try report()
    let sentences = report.findings.map(\.sentence)
    #expect(sentences.filter { Self.further.contains($0) }.sorted() == Self.further.sorted())
    #expect(
      report.findings.filter { Self.first.contains($0.rule) }.map(\.sentence) == [
        "No trade union is recorded in North District.",
        "No provider of emergency shelter is recorded for boys in Samundar.",
        "No arrangement is recorded by which an adult man identified by the Coast Police Station "
          + "in Coast District reaches emergency shelter: the path stops at Provincial Police, "
          + "whose only relation of its own, to the Dar-ul-Aman Women's Shelter, admits women only, and "
          + "none of whose units leads to such a service for them. One relation from Provincial Police "
          + "to the Men's Refuge would close this and three other findings.",
        "No arrangement is recorded by which an adult man identified by the North Police Station "
          + "in North District reaches emergency shelter: the path stops at Provincial Police, "
          + "whose only relation of its own, to the Dar-ul-Aman Women's Shelter, admits women only, and "
          + "none of whose units leads to such a service for them. One relation from Provincial Police "
          + "to the Men's Refuge would close this and three other findings.",
        "No arrangement is recorded by which an adult man identified by the Valley Police Station "
          + "in Valley District reaches emergency shelter: the path stops at Provincial Police, "
          + "whose only relation of its own, to the Dar-ul-Aman Women's Shelter, admits women only, and "
          + "none of whose units leads to such a service for them. One relation from Provincial Police "
          + "to the Men's Refuge would close this and three other findings.",
        "No arrangement is recorded by which an adult man identified by the Labour Inspectorate "
          + "in North District reaches emergency shelter: the path stops at Provincial Police, "
          + "whose only relation of its own, to the Dar-ul-Aman Women's Shelter, admits women only, and "
          + "none of whose units leads to such a service for them. One relation from Provincial Police "
          + "to the Men's Refuge would close this and three other findings.",
        "Every recorded way to legal counsel for children in Samundar passes through the Insaf Legal Aid "
          + "Centre. The same holds for legal counsel for adults in North and Valley District.",
        "Feedback is recorded on 57 of 84 referrals that state it, where the standard asks for 63; "
          + "there is none on the referrals of Provincial Police to the Dar-ul-Aman Women's "
          + "Shelter, the Valley Police Station to the Child Protection Bureau, the Human Rights "
          + "Commission to the Hunar Skills Centre and 24 others.",
      ])
  }

  @Test("Against the partnership the trade union, the men's shelter and the feedback are found too")
  func partnership() throws {
    let report = try report("partnership")
    let sentences = report.findings.map(\.sentence)
    // Who alone joins two sectors is named, and groups of sectors by their names.
    let brokers = report.findings.filter { $0.rule == "partnership/brokerage" }
    #expect((1...3).contains(brokers.count), "\(brokers.map(\.sentence))")
    #expect(brokers.contains { $0.sentence.hasPrefix("The Labour Inspectorate is the only") })
    #expect(
      brokers.flatMap(\.evidence).contains {
        $0.contains("employers' associations and specialised, national and international NGOs")
      })
    #expect(report.scope.judged.contains("cohesion"))
    #expect(sentences.contains("No trade union is recorded in North District."))
    #expect(
      sentences.filter {
        $0.contains("reaches emergency shelter: the path stops at Provincial Police")
      }
      .count == 4)
    #expect(sentences.contains { $0.hasPrefix("Feedback is recorded on 57 of 84 referrals") })
  }

  @Test("Each figure of the scorecard says what it is about; those that count alone say no more")
  func figures() throws {
    for standard in ["four-pillars", "partnership"] {
      let titles = try report(standard).scorecard.map(\.title)
      #expect(Set(titles).count == titles.count, "\(titles.sorted())")
    }
    let titles = try report().scorecard.map(\.title)
    for title in [
      "pathways reached", "sectors present where asked for: government coordinators",
      "needs with a provider: vocational training", "referrals with feedback",
      "seats in committees recorded where asked for: survivor-led organizations",
    ] {
      #expect(titles.contains(title), "\(titles)")
    }
  }

  @Test("The counts are those of a plain reading of the law in another language")
  func counts() throws {
    let report = try report()
    let line = try #require(report.scorecard.first { $0.id == "pathways" })
    #expect(line.count == 1744)
    #expect(line.total == 1848)
    #expect(line.upper == 1744 + 61 + 4)
    #expect(line.percent == 94)
    let spof = try #require(report.findings.first { $0.rule == "four-pillars/redundancy" })
    #expect(spof.value == 30)
    let open = try #require(
      report.questions.first {
        $0.rule == "four-pillars/redundancy" && $0.key == ["insaf", "silent"]
      })
    #expect(open.value == 6)
    let holes = try #require(report.findings.first { $0.rule == "four-pillars/coverage-support" })
    #expect(holes.cells == 32)
  }

  @Test("Each seeded question is asked")
  func questions() throws {
    let sentences = try report().questions.map(\.sentence)
    for start in [
      "Is there another way to legal counsel for adults in Coast District?",
      "Does the vocational training of the Hunar Skills Centre admit people from North District?",
      "Does the emergency shelter of the Kiran Girls' Home admit children of another gender?",
      "Does the referral from the Migrant Resource Centre to the Men's Refuge hold? The sides "
        + "disagree about it.",
      "To whom does the Dockers' Union refer people? It was asked and did not answer.",
    ] {
      #expect(sentences.contains { $0.hasPrefix(start) }, "\(start)")
    }
  }

  @Test("One relation from the police to the men's refuge closes all four findings")
  func closing() throws {
    var document = try NetworkReader.read(path: Written.samundarPath)
    var relation = RelationEntry()
    relation.id = .of("new")
    relation.from = .of("police")
    relation.to = .of("mens-refuge")
    relation.kind = .of("refers_to")
    document.relations.append(relation)
    let report = try GapAnalysis.run(
      Written.resolve(document), against: try #require(ShippedData.standard("four-pillars")))
    #expect(!report.findings.contains { $0.rule == "four-pillars/pathway-support" })
    #expect(report.scorecard.first?.count == 1744 + 7)
  }

  @Test("The ways from the port that rest on the expired agreement are marked")
  func expired() throws {
    let table = try report().pathways
    let marked = table.rows().filter { !($0.path?.expiredAgreements.isEmpty ?? true) }
    #expect(!marked.isEmpty)
    let ids = Set(
      marked.flatMap { $0.path?.expiredAgreements ?? [] }.map { table.network.agreements[$0].id })
    #expect(ids == ["mou-fis-welfare"])
    let entries = Set(marked.map { table.network.organizations[table.entries[$0.cell.entry]].id })
    #expect(entries.contains("fis-port"))
  }

  @Test("Without a boundary the same absences are questions, and nobody is accused")
  func noBoundary() throws {
    var document = try NetworkReader.read(path: Written.samundarPath)
    document.header.boundary = .absent
    let report = try GapAnalysis.run(
      Written.resolve(document), against: try #require(ShippedData.standard("four-pillars")))
    // What is recorded is no absence: what is prohibited, what has ended, what soon ends.
    #expect(
      report.findings.map(\.rule) == [
        "four-pillars/prohibited-media", "four-pillars/agreements-in-force",
        "four-pillars/agreements-to-renew",
      ])
    #expect(
      report.questions.contains {
        $0.sentence.hasPrefix(
          "Is there an arrangement by which an adult man identified by the Labour Inspectorate in "
            + "North District reaches emergency shelter? None is recorded: the path stops at")
      })
    let pathways = try #require(report.scorecard.first)
    #expect(pathways.count == 1744)
    #expect(pathways.upper == pathways.total)
  }

  @Test("A finding that the network accepts is kept and quiet, until its day has passed")
  func accepted() throws {
    var document = try NetworkReader.read(path: Written.samundarPath)
    let all = try report().findings
    let id = try #require(all.first).id
    var entry = AcceptedEntry()
    entry.finding = .of(id)
    entry.reason = .of("known")
    document.accepted = [entry]
    let standard = try #require(ShippedData.standard("four-pillars"))
    let quiet = try GapAnalysis.run(Written.resolve(document), against: standard)
    #expect(quiet.findings.count == all.count - 1)
    #expect(quiet.accepted.map(\.id) == [id])
    document.accepted[0].until = .of(CalendarDate(days: Written.date.days - 1))
    let later = try GapAnalysis.run(Written.resolve(document), against: standard)
    #expect(later.findings.count == all.count)
  }
}
