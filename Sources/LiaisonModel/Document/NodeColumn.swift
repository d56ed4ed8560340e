/// A column of the table of nodes that goes with a plain edge list.
public struct NodeColumn: Sendable, Equatable {
  /// What the column is read as.
  public enum Content: Sendable {
    /// What edges name a node by.
    case id
    /// What a node is called.
    case name
    /// The sector of a node.
    case sector
    /// Something of the table's own, kept with each node under the heading.
    case other
  }

  /// The heading, as it is written.
  public var heading: String
  /// What the column is read as.
  public var content: Content

  /// Creates a column.
  public init(heading: String, content: Content) {
    self.heading = heading
    self.content = content
  }
}
