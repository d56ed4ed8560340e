public import LiaisonModel

/// Who was asked and stayed silent: those who are missing distort who looks central.
///
/// Reference: J. A. Smith and J. Moody, Structural effects of network sampling coverage I: Nodes
/// missing at random, Social Networks 35 (2013) 652–668, doi:10.1016/j.socnet.2013.09.003.
public struct NonResponse: Sendable, Equatable {
  /// The organizations of one sector.
  public struct Row: Sendable, Equatable {
    /// The sector; nil where none is recorded.
    public var sector: Code?
    /// How many of it were asked.
    public var asked: Int
    /// How many of those answered.
    public var answered: Int
  }

  /// Those asked, by sector code; those without a sector last.
  public var rows: [Row]
  /// How many were asked.
  public var asked: Int { rows.reduce(0) { $0 + $1.asked } }
  /// How many of those answered.
  public var answered: Int { rows.reduce(0) { $0 + $1.answered } }

  /// The share of silent organizations above which nobody is ranked, unless a standard says otherwise.
  public static let limit = 0.2

  /// The non-response of a network; organizations of which nothing is said were not asked.
  public init(_ network: StakeholderNetwork) {
    var counts: [Code: (asked: Int, answered: Int)] = [:]
    var rest = (asked: 0, answered: 0)
    for place in network.organizations where place.response != .unstated {
      var count = place.sector.map { counts[$0] ?? (0, 0) } ?? rest
      count.asked += 1
      if place.response != .silent { count.answered += 1 }
      if let sector = place.sector { counts[sector] = count } else { rest = count }
    }
    rows = counts.keys.sorted().map { sector in
      let count = counts[sector] ?? (0, 0)
      return Row(sector: sector, asked: count.asked, answered: count.answered)
    }
    if rest.asked > 0 { rows.append(Row(sector: nil, asked: rest.asked, answered: rest.answered)) }
  }

  /// Why nobody is ranked: a sentence, where more than a share of those asked stayed silent.
  public func refusal(above limit: Double = Self.limit) -> String? {
    let silent = asked - answered
    guard asked > 0, Double(silent) > limit * Double(asked) else { return nil }
    return
      "Nobody is ranked: \(Wording.grouped(silent)) of the \(Wording.counted(asked, "organization")) "
      + "asked stayed silent, more than \(Wording.percent(limit)), and who they work with is not known."
  }
}
