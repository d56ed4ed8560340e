import LiaisonModel

/// Why a sheet is refused: what it was taken for, the cell that is in the way, and what to do.
struct SheetObstacle: Error {
  var message: String
  var place: Place
  var hint: String

  init(_ message: String, at place: Place, hint: String) {
    self.message = message
    self.place = place
    self.hint = hint
  }
}
