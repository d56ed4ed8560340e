import LiaisonModel

/// How far each sector works beyond itself: the E-I index of its ties in the cooperation layer.
///
/// E-I = (external − internal) / (external + internal) over the pairs of organizations, each with its
/// units, that a tie joins; from −1, among themselves only, to 1, with others only. Neither is better.
///
/// Reference: D. Krackhardt and R. N. Stern, Informal networks and organizational crises, Social
/// Psychology Quarterly 51 (1988) 123–140, doi:10.2307/2786835.
struct SectorBalance {
  /// The ties of one sector.
  struct Row: Equatable {
    var sector: Code
    /// Ties with organizations of other sectors.
    var external = 0
    /// Ties among its own.
    var `internal` = 0

    /// The index; 0 / 0 does not occur, as a sector without a tie has no row.
    var index: Double { Double(external - `internal`) / Double(max(1, external + `internal`)) }
  }

  /// The sectors with a tie, by code.
  let rows: [Row]

  /// The heading of its account.
  static let title =
    "How far sectors work beyond themselves (E-I index: −1 among themselves only, 1 with others "
    + "only; neither is better)"

  /// - Complexity: O(relations + ties log sectors).
  init(_ network: StakeholderNetwork, on date: CalendarDate) {
    var rows: [Code: Row] = [:]
    for pair in network.familyTieAnswers(.cooperation, on: date).keys {
      guard let one = network.organizations[pair.first].sector,
        let other = network.organizations[pair.second].sector
      else { continue }
      if one == other {
        rows[one, default: Row(sector: one)].internal += 1
      } else {
        rows[one, default: Row(sector: one)].external += 1
        rows[other, default: Row(sector: other)].external += 1
      }
    }
    self.rows = rows.keys.sorted().compactMap { rows[$0] }
  }

  /// The account of it.
  func account(_ expectation: String, _ judgement: Judgement) -> GapAccount {
    let vocabulary = judgement.network.vocabulary
    return GapAccount(
      expectation: expectation, title: Self.title,
      rows: rows.map { row in
        let name = Wording.sentence(vocabulary.plural(of: row.sector, in: .sectors))
        let hundredths = Int((row.index * 100).rounded())
        let digits = abs(hundredths) % 100
        let figure =
          "\(hundredths < 0 ? "−" : "")\(abs(hundredths) / 100).\(digits < 10 ? "0" : "")\(digits)"
        return GapAccount.Row(
          subjects: [],
          sentence: "\(name): \(Wording.counted(row.external, "tie")) with other sectors, "
            + "\(row.internal == 0 ? "none" : Wording.grouped(row.internal)) among themselves; \(figure).",
          tlp: .amber)
      })
  }
}
