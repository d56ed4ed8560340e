import LiaisonModel

/// What a network lacks that has just been read from a sheet, where its planner will look for it:
/// comments at the top of the header, and columns and tables that wait to be filled.
enum BegunNetwork {
  /// The columns that wait, by table; a table without a row is written for them.
  static let columns: [(table: NetworkTable, keys: [String])] = [
    (.areas, ["id", "name", "level", "within"]),
    (.organizations, ["sector", "areas", "groups", "entry_point"]),
    (.services, ["organization", "id", "type", "groups"]),
  ]

  /// The comments for a form.
  static func comments(_ form: NetworkWriter.Form) -> String {
    let rows: String
    switch form {
    case .folder:
      rows = """
        # Then fill the columns that wait in the tables beside this file (one row is given as an example):
        #   areas.csv          id north, name North District, level district
        #   organizations.csv  sector ngo.specialised, areas north, groups any, entry_point true (people arrive here first)
        #   services.csv       organization womens-shelter, id beds, type shelter.emergency, groups adult.female
        """
    case .yaml:
      rows = """
        # areas:
        #   - {id: north, name: North District, level: district}
        # Then give each organization what it lacks, as here:
        #   - {id: womens-shelter, name: Women's Shelter, sector: ngo.specialised, areas: [north], groups: [any], entry_point: true,
        #      services: [{id: beds, type: shelter.emergency, groups: [adult.female]}]}
        """
    }
    return """
      # Begun from a sheet. To be judged by `liaison gaps`, it needs a little more. Take away the # and fill in:
      # as_of: 2025-06-30                                # the day at which all this holds
      # boundary: {rule: whom we asked, complete: [organizations, referral]}   # only if that is so; else every absence is a question
      # assume: {areas: any, groups: any, cases: any}    # what is meant where a row says nothing; else it is a question
      \(rows)
      # `liaison list vocabulary` prints the tables of codes, `liaison list sectors` the codes of sectors.

      """
  }
}
