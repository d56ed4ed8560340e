import Foundation
import LiaisonTestSupport
import Testing

@Suite("liaison what-if and liaison diff", .serialized)
struct CompareCommandTests {
  private func liaison(_ arguments: [String], in folder: String? = nil) throws -> ToolRun {
    try ToolRun.run(ToolRun.built("liaison"), arguments, in: folder, limit: 60)
  }

  private let samundar = Checkout.path("graphs/samundar")

  @Test("One referral from the police to the refuge closes the four findings that name it")
  func whatIf() throws {
    let run = try liaison([
      "what-if", samundar, Checkout.path("graphs/patches/refuge.yaml"), "--fail-on", "worse",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for line in [
      "What if: Provincial Police refers men to the Men's Refuge", "Added 1 relation.", "2 grown",
      "pathways reached: 1,744 of 1,848 (up to 1,809) →", "Closed (7) urgent No arrangement",
      "Labour Inspectorate in North District reaches emergency shelter: the",
    ] {
      #expect(words.contains(line), "\(line)\n\(run.output)")
    }
    // Two findings count more pathways, as men get as far as what they speak of: nothing is worse.
    #expect(!run.output.contains("Lost: ") && !run.output.contains("Newcomers: "))
    #expect(words.contains("Nothing got worse."), "\(run.output)")
    #expect(words.contains("Grown only as more people get that far (2)"), "\(run.output)")
  }

  @Test("Closing the refuge makes things worse: exit code 1 where that is asked")
  func worse() throws {
    let folder = try TemporaryFolder()
    let patch = try folder.write(
      "liaison_patch: 1\ntitle: The refuge closes\nremove: {organizations: [mens-refuge]}\n",
      to: "p.yaml")
    let run = try liaison(["what-if", samundar, patch, "--fail-on", "worse"])
    #expect(run.status == 1)
    #expect(run.output.contains("Lost: worse than before"), "\(run.output)")
    #expect(run.output.contains("Removed organization “mens-refuge”, with"))
    #expect(try liaison(["what-if", samundar, patch]).status == 0)
    let json = try liaison(["what-if", samundar, patch, "--format", "json"])
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(json.outputBytes)) as? [String: Any])
    #expect(root["liaison_comparison"] as? Int == 1 && root["is_worse"] as? Bool == true)
    let ledger = try #require(root["ledger"] as? [[String: Any]])
    #expect(
      ledger.contains { $0["state"] as? String == "opened" && $0["nature"] as? String == "lost" })
  }

  /// What `what-if` says of a patch of Samundar, on one line, and its exit code with `--fail-on worse`.
  private func tried(_ patch: String, _ more: [String] = []) throws -> (
    words: String, status: Int32
  ) {
    let folder = try TemporaryFolder()
    let path = try folder.write("liaison_patch: 1\ntitle: Tried\n\(patch)\n", to: "p.yaml")
    let run = try liaison(["what-if", samundar, path, "--fail-on", "worse"] + more)
    return (
      run.output.split(whereSeparator: \.isWhitespace).joined(separator: " "), run.status
    )
  }

  @Test("A donor that goes leaves services without a recorded funder: worse")
  func donor() throws {
    let told = try tried("remove: {organizations: [nordland-fund]}")
    #expect(
      told.words.contains(
        "Nothing got better. Worse: four services have no recorded funder any more, legal")
        && told.status == 1, "\(told)")
    #expect(told.words.contains("1 told no more") && !told.words.contains("Closed ("), "\(told)")
  }

  @Test("Pathways that are no longer certain are worse, on the page, as JSON and by exit code")
  func certainty() throws {
    let told = try tried("remove: {relations: [r53]}")
    // The referral that goes is one with feedback.
    let worse =
      "Worse: 14 pathways are no longer certain; referrals with feedback: 57 of 84, 56 of 83 now."
    #expect(told.words.contains(worse) && told.status == 1, "\(told)")
    #expect(told.words.contains("Removed “"), "\(told)")
    let json = try tried("remove: {relations: [r53]}", ["--format", "json"])
    #expect(json.words.contains("\"is_worse\": true"), "\(json)")
    // The questions that this asks stand on the page.
    #expect(told.words.contains("New questions (3)"), "\(told)")
  }

  @Test("An end to what is prohibited: urgent, so told first, with what changed and who decides")
  func ending() throws {
    let told = try tried("change: {relations: [{id: i12, status: ended}]}")
    for words in [
      "Better: one urgent finding about the Coast Civil Hospital and Samundar Television has closed",
      "Changed “Coast Civil Hospital shares information with Samundar Television”: status “ended”, where none was written.",
      "To end what goes from the Coast Civil Hospital to Samundar Television: the Coast Civil Hospital can decide it alone.",
    ] {
      #expect(told.words.contains(words), "\(words)\n\(told)")
    }
  }

  @Test("What differs in the header, its lists and fields is told")
  func header() throws {
    let folder = try TemporaryFolder()
    func network(_ title: String, _ accepted: String, _ label: String) -> String {
      """
      liaison: 1
      title: \(title)
      as_of: 2025-06-30
      areas: [{id: coast, name: Coast}]
      organizations:
        - {id: a, name: Alpha, tlp: \(label)}
        - {id: b, name: Beta, answered: 2025-01-01, tlp: \(label)}
      accepted: [{finding: 28b6118d07bfc1de, reason: known, by_role: board, until: \(accepted)}]

      """
    }
    let old = try folder.write(network("One", "2025-12-31", "GREEN"), to: "old.yaml")
    let new = try folder.write(
      network("Two", "2026-12-31", "AMBER").replacing("2025-01-01", with: "2025-05-01"),
      to: "new.yaml")
    let run = try liaison(["diff", old, new])
    let words = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for line in [
      "2 organizations changed (label of 2, answer date of 1): Alpha; Beta",
      "1 accepted finding changed (until): 28b6118d07bfc1de (known)",
      "changed in the header: title",
    ] {
      #expect(words.contains(line), "\(line)\n\(run.output)\(run.errors)")
    }
    let same = try liaison(["diff", new, new])
    #expect(same.output.hasSuffix("What is different in the files\n  Nothing.\n"), "\(same.output)")
  }

  @Test("A patch that does not fit is refused at its line")
  func misfit() throws {
    let folder = try TemporaryFolder()
    let patch = try folder.write(
      "liaison_patch: 1\nremove:\n  organizations: [mens-refug]\n", to: "p.yaml")
    let run = try liaison(["what-if", samundar, patch])
    #expect(run.status == 65)
    #expect(run.errors.contains("p.yaml:3:19: error:"), "\(run.errors)")
    #expect(run.errors.contains("Did you mean `mens-refuge`?"))
    let added = try folder.write(
      "liaison_patch: 1\nadd:\n  relations:\n    - {from: police, to: nobody, kind: refers_to}\n",
      to: "added.yaml")
    let refused = try liaison(["what-if", samundar, added])
    #expect(refused.status == 65)
    #expect(
      refused.errors.contains(
        "added.yaml:4:26: error: “nobody” is not declared as an organization, service or body."),
      "\(refused.errors)")
  }

  @Test("All that a patch names and nobody has is told at once, by what-if and by lint of both")
  func misfits() throws {
    let folder = try TemporaryFolder()
    let patch = try folder.write(
      """
      liaison_patch: 1
      add:
        organizations:
          - {id: police, name: Police}
          - {id: clinic, name: Clinic, areas: [nort]}
        services: [{organization: umed, id: line, type: hotline}]
        relations:
          - {from: polise, to: clinic, kind: refers_to}
          - {from: clinic, to: mens-refuge/shelte, kind: refers_to, agreement: mou-nowhere}
      change:
        agreements: [{id: mou-fis-welfar, valid_until: 2026-12-31}]
      remove:
        organizations: [mens-refug]

      """, to: "p.yaml")
    let run = try liaison(["what-if", samundar, patch])
    #expect(run.status == 65 && run.output.isEmpty, "\(run.output)")
    let told = [
      "4:7: error: The network has an organization “police” already; `change:` gives it other values.",
      "5:41: error: “nort” is not declared as an area. Did you mean “north”?",
      "6:29: error: The network has no organization “umed”. Did you mean `umeed`?",
      "8:14: error: “polise” is not declared as an organization, service or body. Did you mean “police”?",
      "9:26: error: Men's Refuge has no service “shelte”. Did you mean “mens-refuge/shelter”?",
      "9:74: error: “mou-nowhere” is not declared as an agreement. Declare it, or name one that is.",
      "11:16: error: The network has no agreement “mou-fis-welfar”. Did you mean `mou-fis-welfare`?",
      "13:19: error: The network has no organization “mens-refug”. Did you mean `mens-refuge`?",
    ]
    #expect(
      Set(run.errors.split(separator: "\n").map(String.init)) == Set(told.map { "\(patch):\($0)" }))
    let lint = try liaison(["lint", samundar, patch])
    for line in told {
      let parts = line.split(separator: " error: ", maxSplits: 1)
      #expect(
        lint.output.split(separator: "\n").contains {
          $0.contains("p.yaml:\(parts[0]) ") && $0.contains(parts[1]) && $0.hasSuffix("[PAT001]")
        }, "\(line)\n\(lint.output)")
    }
  }

  @Test("What changed in Samundar since last year")
  func diff() throws {
    let run = try liaison(["diff", Checkout.path("graphs/samundar-2024"), samundar])
    #expect(run.status == 0, "\(run.errors)")
    for line in [
      "What changed: Referral network, Province of Samundar", "Judged on 2024-06-30 → 2025-06-30",
      "TLP:AMBER+STRICT", "Better since 2024-06-30: ", "Worse: ", "Lost: worse than before (",
      "Newly known: a question before (", "Newcomers: about what was not there before (",
      "What is different in the files", "organizations that both list", "Referrals among ",
    ] {
      #expect(run.output.contains(line), "\(line)\n\(run.output)")
    }
    let same = try liaison(["diff", samundar, samundar, "--fail-on", "worse"])
    #expect(same.status == 0)
    #expect(same.output.contains("No headline figure moves."), "\(same.output)")
    let markdown = try liaison(
      ["diff", Checkout.path("graphs/samundar-2024"), samundar, "--format", "markdown"])
    #expect(markdown.output.hasPrefix("# What changed: Referral network"))
  }

  @Test("That sites changed is said, and which of them is not")
  func sites() throws {
    let folder = try TemporaryFolder()
    func network(_ latitude: String) -> String {
      """
      liaison: 1
      title: Sites
      as_of: 2025-06-30
      boundary: {rule: all}
      areas: [{id: coast, name: Coast, level: district}]
      organizations: [{id: shelter, name: Shelter, sector: ngo.specialised}]
      sites: [{id: house, of: shelter, located_in: coast, tlp: RED, latitude: \(latitude)}]
      """
    }
    let old = try folder.write(network("24.5"), to: "old.yaml")
    let new = try folder.write(network("24.25"), to: "new.yaml")
    let run = try liaison(["diff", old, new])
    #expect(run.output.contains("sites; which is not said here"), "\(run.output)\(run.errors)")
    #expect(!run.output.contains("house") && !run.output.contains("24.25"))
    #expect(try liaison(["diff", old, old]).output.contains("Nothing."))
  }

  @Test("An organization under a new id is the same one, where `formerly` says so")
  func renamed() throws {
    let folder = try TemporaryFolder()
    func network(_ id: String, _ more: String = "") -> String {
      """
      liaison: 1
      title: Renamed
      as_of: 2025-06-30
      boundary: {rule: all}
      assume: {areas: any, groups: any, cases: any}
      areas: [{id: coast, name: Coast, level: district}]
      organizations:
        - {id: \(id), name: Police\(more), sector: gov.law_enforcement, entry_point: true}
        - id: shelter
          name: Shelter
          sector: ngo.specialised
          services: [{id: beds, type: shelter.emergency}]
      agreements: [{id: mou, name: MoU, parties: [\(id), shelter], valid_until: 2024-12-31}]
      relations:
        - from: \(id)
          to: shelter
          kind: refers_to
          agreement: mou
          evidence: [{source: survey, date: 2025-05-01, reporter: from, answer: yes}]
      """
    }
    let old = try folder.write(network("police"), to: "old.yaml")
    let new = try folder.write(network("pol-1", ", formerly: [police]"), to: "new.yaml")
    let run = try liaison(["diff", old, new, "--fail-on", "worse"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(!run.output.contains("Lost: ") && !run.output.contains("Closed"), "\(run.output)")
    #expect(!run.output.contains("organization more"), "\(run.output)")
    // Without the word it is another one.
    let other = try folder.write(network("pol-1"), to: "other.yaml")
    let apart = try liaison(["diff", old, other])
    #expect(apart.output.contains("1 organization more: Police"), "\(apart.output)")
  }

  @Test("A revision of git is read as a file and as a folder; no name reaches git as an option")
  func revisions() throws {
    let folder = try TemporaryFolder()
    func git(_ arguments: [String]) throws {
      let run = try ToolRun.run(
        "git", ["-c", "user.name=t", "-c", "user.email=t@example.org"] + arguments,
        in: folder.url.path)
      #expect(run.status == 0, "\(run.errors)")
    }
    try FileManager.default.copyItem(atPath: samundar, toPath: folder.path("net"))
    try FileManager.default.copyItem(
      atPath: Checkout.path("graphs/islamabad-2022.yaml"), toPath: folder.path("one.yaml"))
    try git(["init", "-q", "-b", "main"])
    try git(["add", "."])
    try git(["commit", "-q", "-m", "as it was"])
    for table in ["relations", "evidence"] {
      let path = folder.path("net/\(table).csv")
      var rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      rows.removeAll { $0.hasPrefix("r06,") }
      try (rows.joined(separator: "\n") + "\n").write(
        toFile: path, atomically: true, encoding: .utf8)
    }
    let run = try liaison(["diff", "main:net", "net"], in: folder.url.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains("1 relation fewer: Provincial Police → Dar-ul-Aman"), "\(run.output)")
    let file = try liaison(["diff", "HEAD:one.yaml", "one.yaml"], in: folder.url.path)
    #expect(file.status == 0, "\(file.errors)")
    for wrong in ["nowhere:net", "main:nothing", "--output=x:net", "-x:net"] {
      let run = try liaison(["diff", "--", wrong, "net"], in: folder.url.path)
      #expect(run.status == 66, "\(wrong): \(run.errors)")
      #expect(run.errors.split(separator: "\n").first?.contains("error:") == true)
    }
  }

  @Test("What recommend says its actions close, what-if closes with its patch")
  func recommend() throws {
    let folder = try TemporaryFolder()
    let patch = folder.path("next.yaml")
    let run = try liaison([
      "recommend", samundar, "-k", "1", "--signer", "mens-refuge", "--patch", patch, "--format",
      "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(run.outputBytes)) as? [String: Any])
    let actions = try #require(root["actions"] as? [[String: Any]])
    let told = Set(actions.flatMap { $0["closes"] as? [String] ?? [] })
    #expect(told.count == 7)
    let tried = try liaison(["what-if", samundar, patch, "--format", "json"])
    #expect(tried.status == 0, "\(tried.errors)")
    let page = try #require(
      JSONSerialization.jsonObject(with: Data(tried.outputBytes)) as? [String: Any])
    let ledger = try #require(page["ledger"] as? [[String: Any]])
    let closed = ledger.filter { $0["state"] as? String == "closed" }
      .compactMap { ($0["finding"] as? [String: Any])?["id"] as? String }
    #expect(Set(closed) == told)
  }

  @Test("An organization that is not there is refused, with the one that was meant")
  func signer() throws {
    let run = try liaison(["recommend", samundar, "--signer", "mens-refug"])
    #expect(run.status == 64)
    #expect(run.errors.contains("Did you mean “mens-refuge” (“Men's Refuge”)?"), "\(run.errors)")
    #expect(try liaison(["recommend", samundar, "-k", "0"]).status == 64)
  }
}
