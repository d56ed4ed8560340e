import Foundation
import LiaisonTestSupport
import Testing

/// The ten questions of README, each with the words that decide its answer.
@Suite("Ten questions that a planner asks, each answered by one command", .serialized)
struct TenQuestionsTests {
  struct Question: CustomTestStringConvertible, Sendable {
    /// Its number in README.
    var number: Int
    /// What the answer says, to the word.
    var answer: [String]
    /// The file that holds the answer, where it is not printed.
    var file: String?

    var testDescription: String { "Question \(number)" }
  }

  static let questions = [
    Question(number: 1, answer: ["important No trade union is recorded in North District."]),
    Question(
      number: 2,
      answer: [
        "Emergency shelter: no way is recorded No arrangement is recorded by which an adult man "
          + "identified by the Labour Inspectorate in North District reaches emergency shelter: the "
          + "path stops at Provincial Police, whose only relation of its own, to the Dar-ul-Aman Women's "
          + "Shelter, admits women only, and none of whose units leads to such a service for them.",
        "An adult man identified by the Labour Inspectorate in North District reaches legal counsel at "
          + "the Insaf Legal Aid Centre in one hop.",
        "An adult man identified by the Labour Inspectorate in North District reaches wage recovery at "
          + "the Payment of Wages Authority in one hop.",
      ]),
    Question(
      number: 3,
      answer: [
        "The closure of Provincial Police would cut most pathways: 459 of 1,805 (the 1,744 that are "
          + "reached and 61 that may be), and 24 of 345 needs have no way left from anywhere."
      ]),
    Question(
      number: 4,
      answer: [
        "Feedback is recorded on 57 of 84 referrals that state it, where the standard asks for 63;",
        "Which referrals never report back",
        "Provincial Police to the Dar-ul-Aman Women's Shelter.",
        "The Human Rights Commission to the Hunar Skills Centre.",
      ]),
    Question(
      number: 5,
      answer: [
        "“MoU on workers' claims” (mou-unions) ends on 2025-08-31, in 62 days: two relations rest on "
          + "it, from the Labour Inspectorate to the Workers' Federation and from the Workers' "
          + "Federation to the Labour Inspectorate; 52 pathways have no other sure way."
      ]),
    Question(
      number: 6,
      answer: [
        "1. Emergency shelter for boys in Samundar could be set up at Khair Relief, and the Child Protection "
          + "Bureau could refer to it. It closes one urgent finding.",
        "What puts it here: 32 pathways in one urgent finding.",
        "The plan has “A place for boys” (pap-2.2): the Child Protection Bureau leads it, due 2026-03-31, "
          + "delayed. To sign: the Child Protection Bureau and Khair Relief, a referral protocol. It says "
          + "whom it is for and what may be passed on about a person.",
        "2. Agree a referral from Provincial Police to the Men's Refuge. It closes four urgent and three "
          + "important findings",
        "By itself: pathways reached 1,744 → 1,751 of 1,848;",
        "3. End that case data pass from the Coast Civil Hospital to Samundar Television. It closes one "
          + "urgent finding.",
      ]),
    Question(
      number: 7,
      answer: [
        "urgent No provider of emergency shelter is recorded for boys in Samundar.",
        "1 organization fewer: Bachpan Boys' Hostel",
      ]),
    Question(
      number: 8,
      answer: [
        "Referral network, Province of Samundar · a part: what may be shared as TLP:CLEAR · 12 organizations in 9 sectors",
        "TLP:CLEAR",
      ],
      file: "public.svg"),
    Question(
      number: 9,
      answer: [
        "40 of the 45 organizations asked have answered;",
        "39 ties rest on weak evidence (confidence under 0.5, or one side alone has spoken). Without "
          + "them 43 of 45 findings hold.",
      ]),
    Question(
      number: 10,
      answer: [
        "“Joint inspections of kilns” (pap-3.2), due on 2025-12-31: the Labour Inspectorate with "
          + "Provincial Police and the Workers' Federation (recorded)."
      ]),
  ]

  /// The commands of README's table, by the number of their question.
  static func commands() throws -> [Int: String] {
    let text = try String(contentsOfFile: Checkout.path("README.md"), encoding: .utf8)
    var commands: [Int: String] = [:]
    for line in text.split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, let number = Int(cells[0]) else { continue }
      let parts = cells[2].split(separator: "`")
      commands[number] = parts.first.map(String.init)
    }
    return commands
  }

  /// Runs a command of README in a folder that holds `graphs`.
  func run(_ command: String, in folder: TemporaryFolder) throws -> ToolRun {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("graphs"), withDestinationPath: Checkout.path("graphs"))
    let words = command.split(separator: " ").map(String.init)
    #expect(words.first == "liaison")
    return try ToolRun.run(
      ToolRun.built("liaison"), Array(words.dropFirst()), in: folder.url.path)
  }

  /// Words with one space between them.
  func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("README lists ten, and each is answered to the word", arguments: questions)
  func answers(_ question: Question) throws {
    let commands = try Self.commands()
    #expect(commands.keys.sorted() == Self.questions.map(\.number))
    let folder = try TemporaryFolder()
    let run = try run(try #require(commands[question.number]), in: folder)
    #expect(run.status == 0, "\(run.errors)")
    var text = run.output
    if let file = question.file {
      text = try String(contentsOfFile: folder.path(file), encoding: .utf8)
    }
    for sentence in question.answer {
      #expect(words(text).contains(sentence), "\(sentence)\n\(text)")
    }
  }

  @Test("What may be shown to the media names no shelter; what the committee sees does")
  func slides() throws {
    let command = try #require(try Self.commands()[8])
    let shelter = "Dar-ul-Aman"
    for (command, isShown, label) in [
      (command, false, "TLP:CLEAR"),
      (command.replacing(" --audience clear", with: ""), true, "TLP:AMBER"),
    ] {
      let folder = try TemporaryFolder()
      let run = try run(command, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let text = try String(contentsOfFile: folder.path("public.svg"), encoding: .utf8)
      #expect(text.contains(shelter) == isShown && text.contains(label), "\(command)")
    }
  }
}
