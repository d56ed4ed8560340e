import Foundation
import LiaisonFiles
import LiaisonModel
import LiaisonTestSupport
import Testing

@Suite("A planner's sheet becomes a network")
struct SheetImportTests {
  static func read(_ text: String, _ options: SheetImport.Options = .init()) throws -> SheetImport {
    try SheetImport.read(bytes: Array(text.utf8), path: "day one.csv", options: options)
  }

  static func arcs(_ sheet: SheetImport) -> [String] {
    sheet.document.relations.map {
      "\($0.from.value ?? "") \($0.kind.value?.text ?? "") \($0.to.value ?? "")"
    }
  }

  @Test("a matrix with a title, totals, blanks, Urdu names and marks of all sorts")
  func matrix() throws {
    let sheet = try Self.read(
      """
      Who refers to whom,,,,
      ,Police,Women's Shelter,محکمہ محنت,Total
      Police,x,✓,?,2
      women’s  SHELTER,0,,1,1
      محکمه محنت,maybe,yes,-,1
      ,,,,
      Total,1,2,1,
      """)
    #expect(
      Self.arcs(sheet) == [
        "police refers_to womens-shelter", "police refers_to org-3",
        "womens-shelter refers_to org-3", "org-3 refers_to womens-shelter",
      ])
    #expect(
      sheet.document.organizations.map(\.name.value) == ["Police", "women’s SHELTER", "محکمه محنت"])
    #expect(
      sheet.document.relations.map { $0.evidence[0].answer.value } == [.yes, .unknown, .yes, .yes])
    #expect(sheet.document.header.boundary.isAbsent)
    let report = sheet.report
    #expect(report.shape == .matrix)
    #expect(report.rows == 3 && report.columns == 3 && report.cells == 9)
    #expect(report.organizations == 3 && report.relations == 4 && report.unknown == 1)
    #expect(report.noes == 1 && report.blanks == 0 && report.selves == 3 && report.leftOut == 4)
    #expect(report.unread.map(\.text) == ["“maybe” is no mark"])
    #expect(report.unread[0].place == "day one.csv:5:21")
    #expect(report.merged.map(\.into) == ["women’s SHELTER", "محکمه محنت"])
    #expect(report.questions.isEmpty && report.numbers.meaning == .mark)
    #expect(report.text.contains("No boundary is set"))
    // Every cell is counted once.
    #expect(
      report.cells
        == report.relations + report.noes + report.blanks + report.selves + report.repeated
        + report.unreadCount)
  }

  @Test("numbers from 1 to 4 are the intensity, others a weight, 1 alone a mark")
  func numbers() throws {
    let strong = try Self.read(",a1,b1\na1,,3\nb1,1,\n")
    #expect(strong.report.numbers.meaning == .intensity)
    #expect(strong.document.relations.map(\.intensity.value) == [3, 1])
    let heavy = try Self.read(",a1,b1\na1,,30\nb1,1,\n")
    #expect(heavy.report.numbers.meaning == .weight)
    #expect(heavy.document.relations.map(\.weight.value) == [30, 1])
    let marks = try Self.read(",a1,b1\na1,,1\nb1,0,\n")
    #expect(marks.report.numbers.meaning == .mark)
    #expect(marks.document.relations.map(\.weight.value) == [nil])
  }

  @Test("one number that is no strength leaves all as they stand, and is told with its place")
  func oddNumbers() throws {
    let sheet = try Self.read(
      ",a1,b1,c1\na1,9,2,7.5\nb1,n/a,,3\nc1,1,#N/A,\n")
    // What an organization has with itself is not counted.
    #expect(sheet.report.numbers.count == 4 && sheet.report.numbers.oddCount == 1)
    #expect(sheet.report.numbers.range == 1...7.5)
    #expect(sheet.report.numbers.odd.map(\.place) == ["day one.csv:2:8"])
    #expect(sheet.document.relations.map(\.weight.value) == [2, 7.5, 3, 1])
    #expect(sheet.document.relations.allSatisfy { $0.intensity.isAbsent })
    let text = sheet.report.text
    #expect(text.contains("4 numbers, from 1 to 7.5."), "\(text)")
    #expect(text.contains("  day one.csv:2:8: 7.5\n"), "\(text)")
    #expect(text.contains("       2  that say n/a: nothing is recorded"), "\(text)")
    #expect(sheet.report.notApplicable == 2 && sheet.report.noes == 0)
    #expect(
      sheet.report.cells
        == sheet.report.relations + sheet.report.notApplicable + sheet.report.blanks
        + sheet.report.selves)
    let strong = try Self.read(",a1,b1\na1,,4\nb1,2,\n").report.text
    #expect(strong.contains("2 numbers are recorded as `intensity`, from 1 (awareness)"))
  }

  @Test("a list says whether and how strong in columns of their own, or in the third")
  func marksOfLists() throws {
    let named = try Self.read(
      """
      from,to,answer,strength,intensity
      Police,Shelter,yes,3,
      Police,Clinic,?,,
      Police,Court,no,2,
      Shelter,Clinic,n/a,,
      Shelter,Court,perhaps,,
      Clinic,Court,,much,7
      """)
    #expect(
      Self.arcs(named) == [
        "police refers_to shelter", "police refers_to clinic", "clinic refers_to court",
      ])
    #expect(named.document.relations.map { $0.evidence[0].answer.value } == [.yes, .unknown, .yes])
    #expect(named.document.relations.map(\.intensity.value) == [3, nil, nil])
    let report = named.report
    #expect(report.noes == 1 && report.notApplicable == 1 && report.unknown == 1)
    #expect(report.unreadCount == 1 && report.partlyUnread == 2 && report.kept.isEmpty)
    #expect(
      report.rows
        == report.relations + report.noes + report.notApplicable + report.unreadCount)
    let bare = try Self.read("Police,Shelter,x\nShelter,Clinic,?\nClinic,Police,12\n")
    #expect(bare.document.relations.map { $0.evidence[0].answer.value } == [.yes, .unknown, .yes])
    #expect(bare.document.relations.map(\.weight.value) == [nil, nil, 12])
    #expect(bare.document.relations.allSatisfy { $0.kind.value == "refers_to" })
  }

  @Test("transposed, the columns refer to the rows")
  func transposed() throws {
    let text = ",aa,bb\naa,,x\nbb,,\n"
    #expect(try Self.arcs(Self.read(text)) == ["aa refers_to bb"])
    #expect(
      try Self.arcs(Self.read(text, .init(kind: "funds", isTransposed: true))) == ["bb funds aa"])
  }

  @Test("a list with kinds by whatever people call them; near names are asked about")
  func list() throws {
    let sheet = try Self.read(
      """
      From,To,Kind,Feedback,remark
      Provincial Police,Dar-ul-Aman,refers to,ad_hoc,a
      PROVINCIAL POLICE,Dar ul Amaan,referral,,
      Provincial Police,FIA,telephones,,
      FIA,,refers_to,,
      FIA,Provincial Police,shares information with,,
      FIA,Provincial Police,shares_information_with,,
      FIA,FIA,refers_to,,
      """)
    #expect(
      Self.arcs(sheet) == [
        "provincial-police refers_to dar-ul-aman", "provincial-police refers_to dar-ul-amaan",
        "fia shares_information_with provincial-police",
      ])
    #expect(sheet.document.relations[0].feedback.value == "ad_hoc")
    #expect(sheet.report.kept == ["remark"])
    #expect(sheet.report.rows == 7 && sheet.report.repeated == 1 && sheet.report.selves == 1)
    #expect(
      sheet.report.questions.map(\.name) == ["Dar ul Amaan"]
        && sheet.report.questions[0].candidates == ["Dar-ul-Aman"])
    #expect(
      sheet.report.unread.map(\.text) == [
        "“telephones” is no kind of relation", "the row lacks one of the two names",
      ])
  }

  @Test("names that differ by a number are not asked about")
  func numbered() throws {
    let sheet = try Self.read(
      "from,to\nStation Area 1,Station Area 2\nStation Area 3,Station Area 1\n")
    #expect(sheet.report.questions.isEmpty)
  }

  @Test("a list without a header, and a sheet that is neither")
  func others() throws {
    let sheet = try Self.read("Police,Shelter,refers_to\nShelter,Clinic,refers_to\n")
    #expect(Self.arcs(sheet) == ["police refers_to shelter", "shelter refers_to clinic"])
    for text in ["", "a\nb\n", "name,town,since,size\nA,B,C,D\n", "\"open\n"] {
      #expect(throws: FileError.self, "\(text)") { try Self.read(text) }
    }
  }

  @Test("what is imported reads back, resolves, and holds no two ids alike", arguments: 0..<10)
  func generated(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let names = [
      "Police", "police", "پولیس", "Shelter (North)", "Shelter – North", "A & B", "A and B", "É",
      "e",
      "محکمہ", "محكمه", "1099", "—", "Office of the Very Long Name That Goes On And On And On",
    ]
    var text = "," + names.map { "\"\($0)\"" }.joined(separator: ",") + "\n"
    for name in names {
      let cells = names.map { _ in ["", "x", "0", "?", "2", "x"][random.below(6)] }
      text += "\"\(name)\"," + cells.joined(separator: ",") + "\n"
    }
    let sheet = try Self.read(text)
    let read = NetworkReader.document(yaml: NetworkWriter.yaml(sheet.document))
    #expect(read == sheet.document)
    #expect(read.problems.map(\.sentence) == [])
    let ids = read.organizations.compactMap(\.id.value)
    #expect(Set(ids).count == ids.count)
    _ = try NetworkResolver.resolve(read, vocabulary: .shipped)
  }

  @Test("the network to begin with is in order")
  func starter() throws {
    let document = NetworkReader.document(yaml: StarterNetwork.text)
    #expect(document.problems.map(\.sentence) == [])
    let network = try NetworkResolver.resolve(document, vocabulary: .shipped)
    #expect(network.organizations.count == 2 && network.relations.count == 1)
  }
}
