import LiaisonModel
import Testing

@testable import LiaisonGaps

/// Two states compared: the endings and natures of what has become of the findings, each as "closed mended loops", and
/// the sentences.
struct StateComparison {
  var endings: Set<String> = []
  var natures: Set<String> = []
  var sentences: [String]

  init(_ before: String, _ after: String, _ expectations: String) throws {
    let old = try Written.report(before, expectations)
    let new = try Written.report(after, expectations)
    let ledger = GapLedger(before: old.findings, after: new.findings)
    var judge = ChangeNatures(before: old, after: new)
    var back = ChangeEndings(before: old, after: new)
    var known: (natures: [String: ChangeNature], endings: [String: ChangeEnding]) = ([:], [:])
    for entry in ledger.entries {
      let rule = entry.finding?.rule.split(separator: "/").last ?? ""
      if let id = entry.before?.id, let ending = back.ending(of: entry) {
        known.endings[id] = ending
        endings.insert("\(entry.state.rawValue) \(ending.rawValue) \(rule)")
      }
      if judge.isGrown(entry) {
        natures.insert("grown \(rule)")
      } else if let id = entry.after?.id, let nature = judge.nature(of: entry) {
        known.natures[id] = nature
        natures.insert("\(entry.state.rawValue) \(nature.rawValue) \(rule)")
      }
    }
    let summary = ChangeSummary(
      before: old, after: new, ledger: ledger, natures: known.natures, endings: known.endings)
    sentences = summary.sentences(since: nil)
    #expect(summary.isWorse == sentences.contains { $0.hasPrefix("Worse: ") })
  }
}
