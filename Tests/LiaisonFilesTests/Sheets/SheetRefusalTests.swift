import LiaisonFiles
import LiaisonModel
import Testing

@Suite("A sheet that could be read in two ways is refused, with the cell that is in the way")
struct SheetRefusalTests {
  private func refusal(_ text: String, _ name: String = "s.csv") -> FileError? {
    do {
      _ = try SheetImport.read(bytes: Array(text.utf8), path: name)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "what it was taken for, where, and what to do",
    arguments: [
      // A heading over two rows, of what looks like a list and of a matrix.
      (
        "Referring agency,,Receiving agency,,\n,,Government,,NGO\n,,Police,Hospital,Shelter\n"
          + "Government,Police,,yes,no\n,Hospital,Yes,,maybe\nNGO,Shelter,,1,\nTotal,,1,2,1\n",
        "s.csv:2:15: taken for a list, but its heading stands over two rows: “NGO”"
      ),
      (
        ",Police,,Shelter,\n,refers,funds,refers,funds\nPolice,,,x,\nShelter,x,,,x\n",
        "s.csv:2:2: taken for a matrix of who refers to whom, but its heading stands over two rows"
      ),
      (
        ",Police,,Shelter,\nAgency,refers,funds,refers,funds\nPolice,,,x,\nShelter,x,,,x\n",
        "s.csv:2:8: taken for a matrix of who refers to whom, but its heading stands over two rows"
      ),
      // Groups beside the names of the rows.
      (
        ",,Police,Hospital,Shelter\nGovernment,Police,,yes,no\n,Hospital,Yes,,maybe\nNGO,Shelter,,1,\n",
        "s.csv:2:1: taken for a matrix, but the names of its rows stand in the second column"
      ),
      // Matrices without their corner, or without the names of their rows.
      (
        "Police,Shelter,Helpline\nPolice,,x,\nShelter,?,,\nHelpline,x,x,\n",
        "s.csv:1:1: taken for a matrix of who refers to whom, but its heading begins with “Police”"
      ),
      (
        "محکمہ پولیس,دارالامان,مددگار\nx,y,z\n",
        "s.csv:2:1: taken for a matrix of who refers to whom, but marks stand in its first column"
      ),
      // Whom one offers what.
      (
        ",Shelter beds,Legal aid,Counselling\nPolice,,x,\nDarul Aman,x,,x\nHelpline,,x,x\n",
        "s.csv:1:2: taken for a matrix of who refers to whom, but “Shelter beds” and all other columns are no"
      ),
      // Words in place of marks.
      (
        "Name,Police,Hospital,Shelter,Remarks\nPolice,,3x/month,,good cooperation\n"
          + "Hospital,often,,rarely,\nShelter,,weekly,,see note\n",
        "s.csv:3:10: taken for a matrix of who refers to whom, but “often” is no mark, as 4 of the 4"
      ),
      // Contacts: with a heading that Liaison does not know, and without one.
      (
        "Name\tContact\tPhone\nPolice\tAli Khan\t0300-1234567\n",
        "s.csv:1:14: taken for a list without a heading, but “Phone” is neither a kind of relation nor"
      ),
      (
        "Police,Control room,92511234567\nShelter,Front desk,92511234568\n",
        "s.csv:1:1: taken for a list without a heading, but no other row names whom the first one does"
      ),
      (
        "Police,Control room\nPolice,Front desk\nShelter,Reception\n",
        "s.csv:1:8: taken for a list without a heading, but nobody stands in both of its columns"
      ),
      // Heads in a language that Liaison does not know.
      (
        "从,到\nPolice,Shelter\nShelter,Clinic\n",
        "s.csv:1:1: taken for a list without a heading, but no other row names whom the first one does"
      ),
      // Nothing is a relation, or the lesser part.
      (
        "From,To,Kind\nPolice,,\nShelter,,\n",
        "s.csv:2:1: taken for a list, a row a relation, but nothing in it is a relation: here the row"
      ),
      (
        "From,To,Kind\nPolice,Shelter,refers to\nShelter,Clinic,lunch\nClinic,Police,tea\n",
        "s.csv:3:16: taken for a list, a row a relation, but 2 of its 3 rows are none: here “lunch” is no"
      ),
      (
        ",Police,Shelter\nPolice,,no\nShelter,,\n",
        "s.csv:1:1: taken for a matrix of who refers to whom, but nothing in it is a relation"
      ),
      (
        "name,town,since,size\nPolice,North,2001,40\nShelter,South,1999,12\n",
        "s.csv:1:11: taken for a matrix of who refers to whom, but “since” and all other columns are no row"
      ),
      (
        "name,town,work,room\nPolice,North,patrols,cells\nShelter,South,beds,halls\n",
        "s.csv:1:1: this sheet is neither a matrix nor a list"
      ),
      ("a b\nb c\n", "s.csv:1:1: all of this sheet stands in one column"),
      (",Police,Shelter\n", "s.csv:1:2: this sheet is one row, and nothing stands below it"),
      ("", "s.csv: the file is empty"), (",,\n,,\n", "s.csv: the sheet is empty"),
    ])
  func refused(text: String, said: String) throws {
    let error = try #require(refusal(text), "\(said)")
    #expect(error.exitCode == 65 && error.hint != nil)
    #expect(error.description.hasPrefix(said), "\(error.description)")
  }

  @Test("no name of a contact list is printed as a person's, and no phone number")
  func privacy() throws {
    let text = "Police,Ali Khan,+92 300 1234567\nPolice,Sana Bibi,+92 300 7654321\n"
    let error = try #require(refusal(text))
    #expect(!error.description.contains("1234567"), "\(error.description)")
  }

  @Test("a corner that says from and to lets the axes differ; columns without a row are told")
  func directed() throws {
    let sheet = try SheetImport.read(
      bytes: Array("From \\ To,Clinic,Legal Aid\nPolice,x,\nHelpline,,x\n".utf8), path: "s.csv")
    #expect(
      SheetImportTests.arcs(sheet) == ["police refers_to clinic", "helpline refers_to legal-aid"])
    #expect(sheet.report.columnsAlone == ["Clinic", "Legal Aid"])
    #expect(sheet.report.text.contains("In the columns and in no row: “Clinic”, “Legal Aid”\n"))
  }
}
