public import LiaisonModel

/// What a sheet was understood as, and what of it was not: for the person whose sheet it is.
public struct SheetReport: Sendable, Equatable {
  /// The shapes of sheets.
  public enum Shape: String, Sendable {
    /// Names on both axes, marks in the cells.
    case matrix
    /// A row a relation.
    case list
  }

  /// A text that was not understood, and where it stands.
  public struct Unread: Sendable, Equatable {
    /// The place, as `path:line:column`.
    public var place: String
    /// What is wrong.
    public var text: String
  }

  /// Two names that may be one organization.
  public struct Question: Sendable, Equatable {
    /// The name that stands later.
    public var name: String
    /// The names that it is like.
    public var candidates: [String]
  }

  /// What the sheet was taken for.
  public var shape: Shape
  /// The rows that hold data.
  public var rows = 0
  /// The columns that hold data.
  public var columns = 0
  /// The cells that were looked at.
  public var cells = 0
  /// The organizations.
  public var organizations = 0
  /// The relations recorded.
  public var relations = 0
  /// Of these, how many rest on an answer “unknown”.
  public var unknown = 0
  /// Cells that say there is no relation.
  public var noes = 0
  /// Cells that say that it does not apply or was not available.
  public var notApplicable = 0
  /// Cells with nothing in them.
  public var blanks = 0
  /// Cells in which an organization meets itself.
  public var selves = 0
  /// Relations that the sheet says twice.
  public var repeated = 0
  /// Rows and columns left out: titles, totals, empty ones.
  public var leftOut = 0
  /// The numbers, and what they were taken for.
  public var numbers = SheetNumbers()
  /// The lines above the heading that hold something, and are passed over.
  public var above: [Int] = []
  /// The kind of a relation where the sheet names none.
  public var kind: Code = "refers_to"
  /// How many rows of a list name no kind.
  public var kindless = 0
  /// What the columns of a list were taken for, each with the text that heads it.
  public var headings: [(name: String, text: String)] = []
  /// What is written where it means nothing: in a column or row without a name, in a column that says again
  /// what another says, or that names no organization of the rows and holds no mark.
  public var strays: [Unread] = []
  /// The cells there.
  public var strayCells = 0
  /// The rows and columns of an organization that has one already, and the rows of a list that are
  /// another relation between the same two.
  public var doubled: [Unread] = []
  /// Where two cells differ on one relation, which is then recorded as not known.
  public var contradictions: [Unread] = []
  /// The organizations that stand in the columns of a matrix and in none of its rows.
  public var columnsAlone: [String] = []
  /// The organizations whose id is a number, as their name has no Latin word.
  public var numbered: [(name: String, id: String)] = []
  /// Names that may be lists of names.
  public var compound: [Unread] = []
  /// The columns of a list that mean nothing to Liaison; they are kept as they stand.
  public var kept: [String] = []
  /// Spellings that were taken for one organization, each with the spelling kept.
  public var merged: [(name: String, into: String)] = []
  /// Names that may be one.
  public var questions: [Question] = []
  /// What was not understood; the first hundred.
  public var unread: [Unread] = []
  /// How much was not understood and is lost with it.
  public var unreadCount = 0
  /// How much was not understood of relations that are recorded all the same.
  public var partlyUnread = 0

  /// The first row or cell that was left out because it was not understood.
  var firstLost: (place: Place, text: String)?

  init(shape: Shape) { self.shape = shape }

  /// Equal reports.
  public static func == (left: SheetReport, right: SheetReport) -> Bool { left.text == right.text }

  /// - Parameter isLost: whether the row or cell is left out with it.
  mutating func addUnread(_ place: String, _ text: String, isLost: Bool = true) {
    if isLost { unreadCount += 1 } else { partlyUnread += 1 }
    if unread.count < 100 { unread.append(Unread(place: place, text: text)) }
  }
}
