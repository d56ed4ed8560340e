public import LiaisonCatalog
public import LiaisonModel

/// `connection`: nobody stands apart.
public struct ConnectionKind: ExpectationKind {
  /// Creates the kind.
  public init() {}

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "connection",
      summary: "Every organization works with another, and not only over a donor or at meetings.",
      meaning: """
        Looks at one layer of relations: who has no tie in it at all; who has none but with a donor or a \
        foundation; who meets others in a committee only; and which groups have ties among themselves \
        and none with the rest. Sitting on one committee is never cooperation. An organization and its \
        units count as one; donors and foundations are not asked about.
        """,
      doNotUseWhen: """
        the relations of that layer are not listed completely, or the organization did not answer: then \
        what is printed is a question. More ties are not better by themselves.
        """,
      reference: """
        K. G. Provan, M. A. Veazie, L. K. Staten and N. I. Teufel-Shone, The use of network analysis to \
        strengthen community partnerships, Public Administration Review 65 (2005) 603–613, \
        doi:10.1111/j.1540-6210.2005.00487.x
        """,
      examples: [
        CatalogPage.Example(
          "As a standard writes it",
          text: """
            - id: connection
              kind: connection
              layer: cooperation
              severity: warning
              citation: our own plan, 2025
            """)
      ])
  }

  private static let layers: [String] = [
    "referral", "information", "authority", "resource", "cooperation", "all",
  ]

  /// Reads `layer`, which is `cooperation` unless written, and `sectors`, which are all.
  public func read(
    _ expectation: Expectation, of standard: Standard
  ) throws(GapError) -> any JudgedExpectation {
    var reader = ExpectationReader(expectation, of: standard)
    let layer = try reader.choice("layer", of: Self.layers) ?? "cooperation"
    let sectors = try reader.codes("sectors")
    try reader.finish()
    return ConnectionExpectation(
      expectation: expectation, layer: Layer.Name(rawValue: layer) ?? .cooperation,
      sectors: sectors)
  }
}

struct ConnectionExpectation: JudgedExpectation {
  var expectation: Expectation
  var layer: Layer.Name
  var sectors: [Code]?

  var order: CauseOrder { .relations }
  var question: GapReport.Question { .together }
  var services: [Code] { [] }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    judgement.judged.append(expectation.id)
    let connection = Connection(judgement.network, layer, on: judgement.date)
    let asked = connection.families.filter { isAsked($0, judgement.network) }
    let findings = ConnectionFindings(judgement, expectation, layer)
    var figure = ScorecardLine(
      id: "connection/\(expectation.id)", label: "organizations that work with another",
      count: 0, total: asked.count, upper: 0)
    for standing in Connection.Standing.allCases {
      let members = asked.filter { connection.standing[$0] == standing }
      guard standing != .tied else {
        figure.count = members.count { connection.surelyTied.contains($0) }
        figure.upper += members.count
        continue
      }
      let open = members.filter { isOpen($0, judgement) }
      let sure = members.filter { !open.contains($0) }
      if findings.isComplete {
        if !sure.isEmpty {
          judgement.add(findings.apart(standing, sure, connection, .finding), to: .together)
        }
        if !open.isEmpty {
          judgement.add(findings.apart(standing, open, connection, .question), to: .together)
        }
        figure.upper += open.count
      } else if !members.isEmpty {
        judgement.add(findings.apart(standing, members, connection, .question), to: .together)
        figure.upper += members.count
      }
    }
    for fragment in connection.fragments where fragment.contains(where: { asked.contains($0) }) {
      let isSure = findings.isComplete && !fragment.contains { isOpen($0, judgement) }
      judgement.add(
        findings.fragment(fragment, connection, isSure ? .finding : .question), to: .together)
    }
    judgement.add(figure)
  }

  /// Whether an organization stayed silent, or neither it nor a unit of it is sure to be in force.
  private func isOpen(_ family: Int, _ judgement: Judgement) -> Bool {
    let network = judgement.network
    return network.isSilent(family: family)
      || !network.withUnits([family]).contains {
        network.organizations[$0].validity.answer(on: judgement.date) == .yes
      }
  }

  private func isAsked(_ family: Int, _ network: StakeholderNetwork) -> Bool {
    guard let sectors else { return true }
    guard let own = network.organizations[family].sector else { return false }
    return sectors.contains { $0.covers(own) }
  }
}
