import Foundation
import LiaisonModel
import LiaisonTestSupport
import Testing

@testable import LiaisonFiles

private func read(_ text: String, limits: InputLimits = .standard) -> CSVTable {
  CSVReader.read(bytes: Array(text.utf8), limits: limits)
}

private func cells(_ table: CSVTable) -> [[String]] {
  [table.header.map(\.text)] + table.rows.map { $0.map(\.text) }
}

private func found(_ text: String, limits: InputLimits = .standard) -> [String] {
  places(of: read(text, limits: limits).problems, in: text)
}

@Suite struct CSVReaderTests {
  @Test("A table is the same whatever spreadsheet wrote it")
  func dialects() {
    let expected = [["id", "name"], ["1", "x"], ["2", "y z"]]
    for text in [
      "id,name\n1,x\n2,y z\n", "id,name\n1,x\n2,y z", "id,name\r\n1,x\r\n2,y z\r\n",
      "id,name\r1,x\r2,y z\r", "\u{feff}id,name\n1,x\n2,y z\n", "id;name\n1;x\n2;y z\n",
      "id\tname\n1\tx\n2\ty z\n", "id|name\n1|x\n2|y z\n", "sep=;\nid;name\n1;x\n2;y z\n",
      "SEP=_\r\nid_name\r\n1_x\r\n2_y z\r\n", "\"id\",\"name\"\n\"1\",\"x\"\n\"2\",\"y z\"\n",
      "\n\nid,name\n\n1,x\n\n2,y z\n\n",
    ] {
      let table = read(text)
      #expect(cells(table) == expected, "\(text.debugDescription)")
      #expect(table.problems.isEmpty, "\(text.debugDescription)")
    }
  }

  @Test("Quoted cells hold delimiters, quotes and line breaks")
  func quotes() {
    let table = read("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"l1\r\nl2\",\"\"\n5\" pipe,a\"b\"c\n")
    #expect(
      cells(table) == [
        ["a", "b"], ["x,y", "say \"hi\""], ["l1\r\nl2", ""], ["5\" pipe", "a\"b\"c"],
      ])
    #expect(table.problems.isEmpty)
    #expect(table.rows[1][1].isQuoted)
    #expect(!table.rows[1][1].isEmpty)
    #expect(read("a,b\n,\n").rows == [[read("a,b\n,\n").rows[0][0], read("a,b\n,\n").rows[0][1]]])
  }

  @Test("Places are those of the cells, quotes included")
  func places() {
    let text = "id,name\n1,\"two\nlines\"\n22,x\n"
    var sources = SourceSet()
    _ = sources.add(path: "t.csv", bytes: Array(text.utf8))
    let table = read(text)
    #expect(sources.location(of: table.rows[1][1].place)?.text == "t.csv:4:4")
    #expect(table.rows[0][1].place.spot == .bytes(10..<21))
    #expect(CSVTable.place(of: table.rows[0]).spot == .bytes(8..<21))
    #expect(table.column("name") == 1)
    #expect(short(table.node) == "[{id=1 name=two\nlines} {id=22 name=x}]")
    #expect(short(read("a,b\n1,\n\"\",2\n").node) == "[{a=1 b=~} {a= b=2}]")
  }

  private static let script = """
    import sys, csv, io
    for i in range(int(sys.argv[2])):
        text = open('%s/%d' % (sys.argv[1], i), newline='').read()
        rows = [r for r in csv.reader(io.StringIO(text, newline='')) if r]
        print('|'.join(','.join(c.encode().hex() for c in r) for r in rows))
    """

  @Test(
    "Generated tables are read as Python reads them",
    .enabled(if: Python.has("csv"), "python3 is missing"))
  func oracle() throws {
    var random = SeededRandom(seed: 4_180)
    let pieces = ["a", "b", ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "é", ";", "'", "x y"]
    let documents = (0..<2_000).map { _ in
      (0..<random.below(24)).map { _ in pieces[random.below(pieces.count)] }.joined()
    }
    let theirs = try Python.lines(of: Self.script, documents: documents.map { Array($0.utf8) })
    try #require(theirs.count == documents.count)
    var compared = 0
    for (document, theirs) in zip(documents, theirs) {
      let table = CSVReader.read(
        bytes: Array(document.utf8), delimiter: 0x2C, removesMarks: false)
      if table.problems.contains(where: { $0.ruleID == SourceRule.csvQuote }) { continue }
      let rows = table.header.isEmpty ? table.rows : [table.header] + table.rows
      let ours = rows.map { $0.map { Python.hex($0.text) }.joined(separator: ",") }
      #expect(ours.joined(separator: "|") == theirs, "\(document.debugDescription)")
      compared += 1
    }
    #expect(compared > 1_000)
  }

  @Test("What is wrong is told where it is")
  func problems() {
    #expect(found("id,name\n1,\"abc\n2,def\n") == ["2:3 csv-quote"])
    #expect(found("id,name\n1,\"abc\"x\n2,y\n") == ["2:8 csv-quote"])
    // A quote that stays open takes the rest of the file into one cell: that is one error, and no row.
    #expect(found("id,name\n1,2\n\"3,4\n5,6\n") == ["3:1 csv-quote"])
    #expect(read("id,name\n1,2\n\"3,4\n5,6\n").rows.count == 1)
    #expect(found("\"id,name\n1,2\n") == ["1:1 csv-quote"])
    #expect(found("id,name\n\"1,2\n3,\"4\"\n") == ["3:4 csv-quote"])
    #expect(found("id,name\n1\n1,2,3\n1,2\n") == ["2:1 csv-ragged", "3:5 csv-ragged"])
    #expect(found("id,,id\n1,2,3\n") == ["1:4 csv-header", "1:5 csv-header"])
    #expect(found("a\n1\u{0}\n") == ["2:2 control-character"])
    #expect(found("a,b\ncccccccccc,d\n", limits: InputLimits(fieldBytes: 8)) == ["2:1 input-limit"])
    #expect(found("a,b\n1,2\n3,4\n", limits: InputLimits(nodes: 5)).contains("3:3 input-limit"))
    #expect(found("").isEmpty)
    let cp1252 = CSVReader.read(bytes: Array("id\nCaf".utf8) + [0xE9, 0x0A])
    #expect(cp1252.problems.map(\.ruleID) == ["encoding"])
    #expect(cp1252.problems.first?.hint == "save it as “CSV UTF-8”")
    #expect(
      cp1252.problems.first?.message
        == "the file is not UTF-8 but looks like Latin-1, Windows-1252 or the like: here is the byte "
        + "0xE9")
    #expect(cp1252.isUnread)
    // One line for the file, not one a byte: saving it anew mends all of them.
    let many = CSVReader.read(bytes: Array("id\nCaf".utf8) + [0xE9, 0x0A, 0xFC, 0x0A])
    #expect(many.problems.count == 1)
    // What is UTF-8 but for a byte is not said to be of another encoding.
    let cut = CSVReader.read(bytes: Array("id\né,ü,پ".utf8) + [0xD9, 0x0A])
    #expect(cut.problems.map(\.message) == ["the file is not UTF-8: here is the byte 0xD9"])
    let utf16 = CSVReader.read(bytes: [0xFF, 0xFE, 0x69, 0, 0x64, 0])
    #expect(utf16.problems.first?.message == "the file is UTF-16, not UTF-8")
    // One line for what is no text, not one a byte.
    let workbook = CSVReader.read(bytes: Array("PK\u{3}\u{4}\u{14}".utf8) + [0, 6, 0, 0xFF, 0xFE])
    #expect(
      workbook.problems.map(\.message) == [
        "the file is an Excel workbook or another ZIP archive, not text"
      ])
    #expect(workbook.problems.first?.hint == "save the sheet as CSV (UTF-8) and give that")
    let ragged = String(repeating: "1\n", count: 50)
    #expect(found("a,b\n" + ragged, limits: InputLimits(problems: 10)).count == 10)
  }
}

@Suite struct CSVWriterTests {
  private func written(_ row: [String], _ writer: CSVWriter = CSVWriter()) -> String {
    var output: [UInt8] = []
    writer.append(row, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test("Text that a spreadsheet would run is marked, and numbers in their columns are not")
  func formulas() {
    #expect(written(["=1+1", "-5", "a"]) == "\"'=1+1\",\"'-5\",a\n")
    #expect(written(["=1+1", "-5"], CSVWriter(numericColumns: [0, 1])) == "\"'=1+1\",-5\n")
    #expect(written(["-2+3", "+1e3"], CSVWriter(numericColumns: [0, 1])) == "\"'-2+3\",+1e3\n")
    #expect(written([" @SUM(1)", "\u{ff1d}1"]) == "\"' @SUM(1)\",\"'\u{ff1d}1\"\n")
    #expect(written(["\t=1", "\r=1", "'=1", "it's"]) == "\"'\t=1\",\"'\r=1\",\"''=1\",it's\n")
    #expect(written(["=1"], CSVWriter(marksFormulas: false)) == "=1\n")
    #expect(written(["a", ""], CSVWriter(quoting: .all, usesCRLF: true)) == "\"a\",\"\"\r\n")
    #expect(written([""]) == "\"\"\n")
    #expect(written(["sep=;"]) == "\"sep=;\"\n")
  }

  @Test("A table that is written piece by piece has the same bytes, and no piece holds much of it")
  func stream() {
    let rows = (0..<40_000).map { ["row \($0)", "=\($0)", "\"x\", y"] }
    let writer = CSVWriter()
    let whole = writer.bytes(header: ["a", "b", "c"], rows: rows)
    for count in [0, 1, rows.count] {
      var pieces: [[UInt8]] = []
      writer.stream(header: ["a", "b", "c"], rows: rows.prefix(count)) { pieces.append($0) }
      #expect(
        Array(pieces.joined()) == writer.bytes(header: ["a", "b", "c"], rows: rows.prefix(count)))
      #expect(pieces.allSatisfy { $0.count < 70_000 })
      if count == rows.count { #expect(pieces.count >= whole.count / 70_000 && pieces.count > 5) }
    }
  }

  @Test("What is written is read back the same", arguments: 0..<10)
  func roundTrip(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces =
      YAMLTrees.pieces + [
        "=", "+", "-", "@", "'", "''", "\t", "\r\n", "\u{ff1d}", "\u{3000}", ";",
      ]
    func text() -> String {
      (0..<random.below(5)).map { _ in pieces[random.below(pieces.count)] }.joined()
    }
    for round in 0..<200 {
      let columns = 1 + random.below(4)
      let rows = (0..<random.below(5)).map { _ in (0..<columns).map { _ in text() } }
      let header = (0..<columns).map { "\(text())\($0)" }
      let writer = CSVWriter(
        delimiter: [0x2C, 0x3B, 0x09, 0x7C][round % 4], quoting: round % 3 == 0 ? .all : .needed,
        usesCRLF: round % 5 == 0)
      let bytes = writer.bytes(header: header, rows: rows)
      let table = CSVReader.read(bytes: bytes, delimiter: writer.delimiter)
      let expected = [header] + rows
      let same = zip(cells(table), expected).allSatisfy { left, right in
        left.count == right.count
          && zip(left, right).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
      }
      #expect(same && table.rows.count == rows.count, "\(expected) \(cells(table))")
      #expect(table.problems.isEmpty)
    }
  }

  @Test("A mark taken off gives exactly the text back")
  func marks() {
    for text in ["=a", "'=a", "''-a", "' =a", "'a", "a", "", "'", "\u{a0}=a", "'\n@", "\u{ff0d}1"] {
      #expect(FormulaMark.unmarked(FormulaMark.marked(text)) == text)
    }
    #expect(FormulaMark.marked("'a") == "'a")
  }
}
