import LiaisonGaps
import LiaisonModel

/// Chapter 5: what breaks.
extension Report {
  var fragileChapter: [ReportBlock] {
    let found = folds(.fragile)
    return [
      .heading(level: 2, "5 What breaks"),
      .paragraph(
        "Where every recorded way runs through one organization, its illness, its move or the end "
          + "of its funding ends the ways. That is no fault of the organization: it carries what "
          + "nobody else is recorded to carry."),
      found.isEmpty
        ? nothingFound(
          in: "resilience",
          all: "No single organization is found on which every recorded way rests.",
          none: "Nothing that could break is recorded.")
        : .list(items(found), numbered: false),
    ]
  }
}
