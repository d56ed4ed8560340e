import LiaisonModel

/// What mends that a sector is not recorded in an area. It differs by who can bring it there: a public
/// office is placed by the body above it, a union or an association by its members, a business decides
/// for itself.
enum SectorRemedy {
  /// The remedy in a sentence.
  ///
  /// - Parameters:
  ///   - sector: the sector; a code of the document's own falls back to whom it is under, else to the last.
  ///   - name: the sector's name, in the singular.
  ///   - area: the area or areas.
  static func sentence(_ sector: Code, named name: String, in area: String) -> String {
    let one = Wording.indefinite(name)
    if Code("gov").covers(sector) {
      return "Ask whose task it is in \(area), and have \(one) or an officer of one named for "
        + "it."
    }
    if Code("cso.survivor_led").covers(sector) {
      return "Ask survivors, through those whom they trust, whether and how they want to be heard "
        + "in \(area); a group is theirs to found."
    }
    if Code("worker").covers(sector) {
      return "Ask the workers' federations who organizes workers in \(area), and invite \(one)."
    }
    if Code("employer").covers(sector) {
      return "Ask the chambers and associations who speaks for employers in \(area), and invite "
        + "\(one)."
    }
    if Code("private").covers(sector) {
      return "Ask the employers' associations which \(name) in \(area) would take part, and agree "
        + "with it what it does."
    }
    if Code("media").covers(sector) {
      return
        "Find \(one) that is read or heard in \(area), and agree with it how it reports without "
        + "naming anybody."
    }
    if Code("academia").covers(sector) {
      return "Ask \(one) to take part in \(area), one from elsewhere where none stands there."
    }
    if Code("donor").covers(sector) || Code("foundation").covers(sector)
      || Code("embassy").covers(sector) || Code("igo").covers(sector)
    {
      return "Ask \(one) whether its work can reach \(area)."
    }
    return "Find out who does the work of \(one) in \(area), and invite them; else ask one that "
      + "works nearby to come."
  }
}
