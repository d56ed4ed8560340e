import LiaisonModel

/// An expectation of required, desirable or neutral cells.
struct MatrixExpectation: JudgedExpectation {
  var expectation: Expectation
  var wish: CooperationMatrix.Wish
  var dimension: CooperationMatrix.Dimension
  var cells: [CooperationMatrix.Cell]
  var ties: CooperationMatrix.Ties

  var order: CauseOrder { .relations }
  var question: GapReport.Question { .together }
  var services: [Code] { [] }

  func judge(_ judgement: inout Judgement) throws(GapError) {
    if case .kinds(let kinds) = ties,
      let odd = kinds.first(where: { judgement.network.vocabulary.relation($0) == nil })
    {
      judgement.note(
        notJudged: expectation.id, because: "the vocabulary has no kind of relation “\(odd.text)”")
      return
    }
    let matrix = CooperationMatrix(
      judgement.network, cells, by: dimension, ties, on: judgement.date)
    let asked = cells.filter { matrix.canHaveTie($0, in: judgement.network) }
    guard !asked.isEmpty else {
      judgement.note(
        notJudged: expectation.id,
        because: "no two \(dimension == .sector ? "sectors" : "levels") that it names are recorded")
      return
    }
    judgement.judged.append(expectation.id)
    let findings = MatrixFindings(judgement, self, matrix)
    if wish != .neutral {
      var figure = ScorecardLine(
        id: "cooperation/\(expectation.id)",
        label:
          "pairs of \(dimension == .sector ? "sectors" : "levels") with the tie required of them",
        count: 0, total: asked.count, upper: 0)
      figure.about = findings.about(asked)
      for cell in asked {
        if matrix.ties[cell] == .yes { figure.count += 1 }
        guard let finding = findings.finding(cell) else {
          figure.upper += 1
          continue
        }
        if finding.kind == .question { figure.upper += 1 }
        judgement.add(finding, to: .together)
      }
      // What is only desirable is told, and weighs in no headline.
      if wish == .required { judgement.add(figure) }
    }
    judgement.tell(findings.title) { _ in findings.account(asked) }
    judgement.tell(SectorBalance.title) { judgement in
      SectorBalance(judgement.network, on: judgement.date).account(expectation.id, judgement)
    }
  }
}
