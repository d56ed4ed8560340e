import LiaisonModel
import Testing

@Suite("Personal data is found by its form")
struct PersonalDataTests {
  @Test(
    "what names a person is found",
    arguments: [
      ("write to amina.k@example.org today", PersonalData.email),
      ("call +92 300 1234567", .phone), ("0300-1234567", .phone), ("0092 300 1234567", .phone),
      ("(042) 3712 3456", .phone), ("۰۳۰۰۱۲۳۴۵۶۷", .phone), ("03\u{200B}001234567", .phone),
      ("٠٣٠٠-١٢٣٤٥٦٧", .phone), ("+1 (202) 555-0143", .phone),
      ("35202-1234567-1", .identityCard), ("3520212345671", .identityCard),
      ("passport AB1234567", .passport),
      ("PK36SCBL0000001123456702", .account), ("PK36 SCBL 0000 0011 2345 6702", .account),
      ("24.8607, 67.0011", .coordinates), ("24.860712 67.001134", .coordinates),
      ("24°51'38\"N", .coordinates), ("https://maps.app.goo.gl/x1", .coordinates),
      ("geo:24.86,67.00", .coordinates),
      ("ask Dr. Amina Bibi", .personName), ("Mr Khan", .personName), ("Ms. Z", .personName),
    ])
  func found(text: String, kind: PersonalData) {
    #expect(PersonalData.kinds(in: text).contains(kind))
  }

  @Test(
    "false friends are left alone",
    arguments: [
      "", "Labour Inspectorate", "1099", "hotline 1121", "0800 22444", "0800-1234567",
      "2025-06-30", "2024-01-01 to 2025-12-31", "doi:10.1145/357062.357071", "PK602", "PK6021304",
      "978-0-13-110362-7", "410000", "24.5, 67.0", "version 1.2.3", "a @ b", "@handle",
      "0123456789abcdef", "Dr", "MS Office", "drug court", "org-10000", "14 people in 2025",
      "محکمہ محنت", "shelter.emergency", "3.14159", "Miss", "mrs",
    ])
  func spared(text: String) {
    #expect(PersonalData.kinds(in: text) == [])
  }
}

@Suite("Input is quoted safely")
struct QuotedTests {
  @Test("controls are taken out and long texts are cut")
  func cleaned() {
    #expect(Quoted("police").description == "“police”")
    #expect(Quoted("a\u{1B}]0;x\u{7}b").description == "“a ]0;x b”")
    #expect(Quoted("a\u{202E}b\u{200B}c").description == "“abc”")
    #expect(Quoted(String(repeating: "é", count: 70)).description.count == 63)
    #expect(Quoted(String(repeating: "x", count: 1_000_000)).description.count == 63)
  }

  @Test("personal data and sensitive fields are withheld")
  func withheld() {
    #expect(Quoted("0300-1234567").description == "(withheld)")
    #expect(Quoted("House 5", isSensitive: true).description == "(withheld)")
  }
}

@Suite("Numbers and ids have their own grammar")
struct GrammarTests {
  @Test(
    "numbers",
    arguments: [
      ("0", 0), ("24", 24), ("-3.5", -3.5), ("1e3", 1000), ("0.25", 0.25), ("2E-2", 0.02),
    ] as [(String, Double)])
  func number(text: String, value: Double) {
    #expect(DecimalNumber.double(text) == value)
  }

  @Test(
    "no numbers",
    arguments: [
      "", " 1", "1 ", "+1", "007", "1.", ".5", "0x10", "1_000", "1,000", "inf", "nan", "1e",
      "1e999",
      "٣", "1:0:0", "--1", "-",
    ])
  func noNumber(text: String) {
    #expect(DecimalNumber.double(text) == nil)
    #expect(DecimalNumber.whole(text) == nil)
  }

  @Test("whole numbers are read to the last digit")
  func whole() {
    #expect(DecimalNumber.whole("9223372036854775807") == .max)
    #expect(DecimalNumber.whole("9223372036854775808") == nil)
    #expect(DecimalNumber.whole("-1") == -1)
    #expect(DecimalNumber.whole("1.0") == nil)
  }

  @Test(
    "numbers are written so that they read back",
    arguments: [
      0, -0.0, 24, 0.1, 1 / 3, 1e-7, 1e15, 1e300, .leastNonzeroMagnitude, -12.5,
    ] as [Double])
  func written(value: Double) {
    #expect(DecimalNumber.double(DecimalNumber.text(value)) == value)
  }

  @Test("ids")
  func ids() {
    for id in ["a", "org-1", "A.b_c", "0", String(repeating: "x", count: 128)] {
      #expect(Identifier.isNative(id))
    }
    for id in [
      "", "-a", ".a", "a b", "a/b", "é", "a\u{200B}", "پولیس", "a\n",
      String(repeating: "x", count: 129),
    ] {
      #expect(!Identifier.isNative(id), "\(id)")
    }
    #expect(Identifier.isVisible("پولیس") && Identifier.isVisible("Acme & Sons"))
    #expect(!Identifier.isVisible("a\u{202E}b") && !Identifier.isVisible(" a"))
    #expect(!Identifier.isVisible("a\u{0}") && !Identifier.isVisible(""))
  }
}
