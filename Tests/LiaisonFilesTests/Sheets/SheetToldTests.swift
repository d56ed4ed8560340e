import LiaisonFiles
import LiaisonModel
import Testing

@Suite("What of a sheet is left out, doubled or contradicted is told, with its place")
struct SheetToldTests {
  private func read(_ text: String) throws -> SheetImport { try SheetImportTests.read(text) }

  private func said(_ items: [SheetReport.Unread]) -> [String] {
    items.map { $0.place.replacing("day one.csv:", with: "") + " " + $0.text }
  }

  @Test("rows above the heading are passed over, whatever stands in them")
  func titles() throws {
    let sheet = try read(
      "Referral matrix 2025,,,\nPrepared by,Dept,,\n,,,\n,Police,Shelter,Helpline\nPolice,,x,\n"
        + "Shelter,?,,\nHelpline,x,x,\n")
    #expect(
      SheetImportTests.arcs(sheet) == [
        "police refers_to shelter", "shelter refers_to police", "helpline refers_to police",
        "helpline refers_to shelter",
      ])
    #expect(sheet.document.organizations.map(\.name.value) == ["Police", "Shelter", "Helpline"])
    #expect(sheet.report.text.contains("Above the heading, passed over: lines 1, 2.\n"))
    let list = try read("Prepared by,Dept,\n,,\nFrom,To,Kind\nPolice,Shelter,\n")
    #expect(SheetImportTests.arcs(list) == ["police refers_to shelter"])
    #expect(list.report.above == [1])
  }

  @Test("marks in a column or a row without a name are lost, and told with place and count")
  func nameless() throws {
    let sheet = try read(
      ",Police,,Helpline\nPolice,,x,\nShelter,?,,x\nHelpline,x,x,,x\n,x,?,\n")
    #expect(
      said(sheet.report.strays) == [
        "5:2 the row has no name: 2 filled cells left out",
        "1:9 column 3 has no name: 2 filled cells left out",
        "4:15 column 5 has no name: 1 filled cell left out",
      ])
    #expect(sheet.report.strayCells == 5 && sheet.report.leftOut == 0)
    let text = sheet.report.text
    #expect(text.contains("       5  filled cells outside of them, left out (below)\n"), "\(text)")
  }

  @Test("remarks, groups and footers are no organizations")
  func strays() throws {
    let sheet = try read(
      ",Police,Shelter,Remarks,Notes\nGovernment,,,,\nPolice,,x,by phone,\nShelter,x,,,\n"
        + "Source: survey of March,,,,\n")
    #expect(sheet.document.organizations.map(\.name.value) == ["Police", "Shelter"])
    #expect(
      said(sheet.report.strays) == [
        "2:1 “Government” heads an empty row and no column",
        "5:1 “Source: survey of March” heads an empty row and no column",
        "1:17 “Remarks” heads no row, and no mark: 1 filled cell left out",
        "1:25 “Notes” heads an empty column and no row",
      ])
  }

  @Test("an organization with two columns is told; where its cells differ, it is not known")
  func doubledColumns() throws {
    let sheet = try read(
      ",Police,Shelter,Police\nPolice,,x,\nShelter,?,,x\nHelpline,x,no,\nShelter,,,no\n")
    #expect(
      said(sheet.report.doubled) == [
        "5:1 “Shelter” has a row already, at day one.csv:3:1: both are read",
        "1:17 “Police” has a column already, at day one.csv:1:2: both are read",
      ])
    #expect(
      said(sheet.report.contradictions) == [
        "3:9 “?” here, “x” at day one.csv:3:12: from “Shelter” to “Police”"
      ])
    #expect(
      SheetImportTests.arcs(sheet) == [
        "police refers_to shelter", "shelter refers_to police", "helpline refers_to police",
      ])
    #expect(
      sheet.document.relations.map { $0.evidence[0].answer.value } == [.yes, .unknown, .yes])
    let report = sheet.report
    #expect(report.repeated == 1 && report.noes == 2 && report.unknown == 1)
    #expect(
      report.cells
        == report.relations + report.noes + report.blanks + report.selves + report.repeated)
    // A mark and a no differ too; two strengths leave the relation, and neither of them.
    let differ = try read(",Police,Shelter,Police\nPolice,,2,\nShelter,x,,no\nPolice,,3,\n")
    #expect(differ.document.relations.map { $0.evidence[0].answer.value } == [.yes, .unknown])
    #expect(differ.document.relations.allSatisfy { $0.intensity.isAbsent })
    #expect(
      said(differ.report.contradictions) == [
        "2:9 “2” here, “3” at day one.csv:4:9: neither strength is recorded",
        "3:9 “x” here, “no” at day one.csv:3:12: from “Shelter” to “Police”",
      ])
  }

  @Test("a list loses no column and no row untold")
  func lists() throws {
    let sheet = try read(
      """
      from,to,kind,note,Note,,From
      Police,Shelter,refers to,first,second,lost1,x
      Shelter,Clinic,refers to,,,lost2,
      Clinic,Police,refers to,a,,,
      Clinic,Police,refers to,b,,,
      Source: a survey,,,,,,
      Total,4,,,,,
      """)
    #expect(
      said(sheet.report.strays) == [
        "1:24 column 6 has no name: 2 filled cells left out",
        "1:19 “Note” says again what column 4 says: 1 filled cell left out",
        "1:25 “From” says again what column 1 says: 1 filled cell left out",
      ])
    #expect(sheet.document.relations.map(\.note.value) == ["first", nil, "a", "b"])
    #expect(sheet.document.relations.map(\.id.value) == [nil, nil, nil, "relation-4"])
    #expect(sheet.report.doubled.count == 1 && sheet.report.repeated == 0)
    #expect(sheet.document.organizations.count == 3 && sheet.report.leftOut == 1)
    #expect(said(sheet.report.unread) == ["6:1 the row lacks one of the two names"])
    _ = try NetworkResolver.resolve(sheet.document, vocabulary: .shipped)
  }

  @Test("rows of a list that differ on one relation leave it not known, in each scope by itself")
  func contradictedRows() throws {
    let sheet = try read(
      """
      from,to,answer,groups
      Police,Shelter,yes,adult.female
      Police,Shelter,no,adult.female
      Police,Shelter,yes,child
      Shelter,Clinic,no,
      """)
    #expect(sheet.document.relations.map { $0.evidence[0].answer.value } == [.unknown, .yes])
    #expect(
      said(sheet.report.contradictions) == [
        "2:16 “yes” here, “no” at day one.csv:3:16: from “Police” to “Shelter”"
      ])
    #expect(sheet.report.noes == 2)
  }

  @Test("a label that is not understood is left out as it says, with the number of its relation")
  func labels() throws {
    let sheet = try read(
      "from,to,tlp\nPolice,Shelter,GREEN\nShelter,Clinic,PURPLE\nClinic,Police,RED\n")
    #expect(sheet.document.relations.map(\.tlp.value) == [.green, nil, .red])
    #expect(sheet.document.relations[1].tlp.isAbsent && sheet.report.partlyUnread == 1)
    let told = said(sheet.report.unread)
    #expect(told.count == 1)
    #expect(told[0].hasPrefix("3:16 `tlp` of relation number 2 is “PURPLE”; expected"), "\(told)")
    #expect(told[0].hasSuffix(" It is left out."), "\(told)")
    _ = try NetworkResolver.resolve(sheet.document, vocabulary: .shipped)
  }

  @Test(
    "a list may be headed in Urdu, Arabic or Persian, and with remarks in parentheses",
    arguments: [
      "من,إلى,نوع", "من,الى,النوع", "از,به,نوع رابطه", "سے,کو,قسم", "از,تک,نوع",
      "منجانب,بجانب,نوعیت",
      "الجهة المحيلة,الجهة المستقبلة,نوع العلاقة", "\"From\n(agency)\",\"To\n(agency)\",Kind",
    ])
  func heads(heading: String) throws {
    let sheet = try read("\(heading)\nپولیس,دارالامان,refers_to\nپولیس,ہسپتال,\n")
    #expect(sheet.document.organizations.map(\.name.value) == ["پولیس", "دارالامان", "ہسپتال"])
    #expect(SheetImportTests.arcs(sheet) == ["org-1 refers_to org-2", "org-1 refers_to org-3"])
    #expect(sheet.report.kept.isEmpty && sheet.report.kindless == 1)
    let text = sheet.report.text
    #expect(
      text.contains("Ids without a word of the name: “پولیس” is org-1, “دارالامان” is org-2"),
      "\(text)"
    )
  }

  @Test("one is one, none is not counted, and a cell of two names is asked about")
  func counts() throws {
    let text = try read("from,to\nPolice,Shelter; Clinic\n").report.text
    for line in [
      "       1  row and 2 columns with data\n", "       1  row read\n",
      "       2  organizations\n", "       1  relation\n",
      "more than one organization? It was read as one:\n  day one.csv:2:8: “Shelter; Clinic”\n",
    ] { #expect(text.contains(line), "\(line)\(text)") }
    #expect(!text.contains("  0  "), "\(text)")
    let matrix = try read(",Police,Shelter\nPolice,,x\nShelter,,\n").report.text
    #expect(!matrix.contains("say no") && !matrix.contains("  0  "), "\(matrix)")
  }

  @Test("where cells end at a semicolon, 1,5 is a number, and 1.500 may be two")
  func decimalComma() throws {
    let sheet = try read(";Police;Shelter;Clinic\nPolice;;1,5;0,0\nShelter;1.500;;3\nClinic;x;;\n")
    #expect(sheet.document.relations.map(\.weight.value) == [1.5, 3, nil])
    #expect(sheet.report.noes == 1)
    #expect(said(sheet.report.unread) == ["3:9 “1.500” is no mark"])
    let list = try read("from;to;strength\nPolice;Shelter;2,5\nShelter;Police;3\n")
    #expect(list.document.relations.map(\.weight.value) == [2.5, 3])
    #expect(list.report.text.contains("the measures of a network use `intensity` alone"))
    let comma = try read(",Police,Shelter\nPolice,,\"1,5\"\nShelter,x,\n")
    #expect(said(comma.report.unread) == ["2:9 “1,5” is no mark"])
  }
}
