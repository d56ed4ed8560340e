public import LiaisonModel

/// What an expectation found of everything that it asks about, fulfilled or not: who must work with
/// whom for each activity, what each agreement carries. A briefing shows it where it is about that.
public struct GapAccount: Sendable, Equatable {
  /// One thing.
  public struct Row: Sendable, Equatable {
    /// The elements that it speaks of, the first of them what it is about.
    public var subjects: [Finding.Subject]
    /// What is said of it.
    public var sentence: String
    /// With whom it may be shared.
    public var tlp: TrafficLight
  }

  /// The expectation's id.
  public var expectation: String
  /// A heading.
  public var title: String
  /// What is said, in an order that does not depend on the files.
  public var rows: [Row]
}
