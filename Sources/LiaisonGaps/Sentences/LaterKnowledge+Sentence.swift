public import LiaisonModel

extension LaterKnowledge {
  /// "What was observed later does not count: evidence on three relations, two of which nothing else tells
  /// and which are taken as not known; the answer of one organization."; nil where nothing was.
  public var sentence: String? {
    guard !isEmpty else { return nil }
    var parts: [String] = []
    if relations > 0 {
      var part = "evidence on \(Wording.count(relations, "relation"))"
      if onlyLater == relations {
        part += onlyLater == 1 ? ", which is taken as not known" : ", which are taken as not known"
      } else if onlyLater > 0 {
        part +=
          ", \(Wording.number(onlyLater)) of which nothing else tells and "
          + (onlyLater == 1 ? "which is taken as not known" : "which are taken as not known")
      }
      parts.append(part)
    }
    if answers > 0 {
      parts.append(
        answers == 1
          ? "that one organization answered"
          : "that \(Wording.count(answers, "organization")) answered")
    }
    if capacities > 0 {
      parts.append("the capacity of \(Wording.count(capacities, "service"))")
    }
    return "What was observed later does not count: \(parts.joined(separator: "; "))."
  }
}
