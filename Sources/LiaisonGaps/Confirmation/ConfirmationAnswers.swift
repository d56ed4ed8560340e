public import LiaisonModel

/// What an organization has answered, as a patch of the network.
///
/// A yes or no about a relation becomes evidence of its side; about a service or an organization, its
/// status where that changes; about an area, a group or a kind of case, a mark of the scope. Whoever
/// answers has answered: `answered` takes the day.
public struct ConfirmationAnswers: Sendable {
  /// The answer to one point.
  public struct Answered: Sendable, Equatable {
    /// The point.
    public var key: ConfirmationPoint.Key
    /// What was written: yes, no, unknown; organizations for `refers_to`; words for `in_words`.
    public var answer: String
    /// A remark.
    public var remark: String

    /// Creates an answer.
    public init(_ key: ConfirmationPoint.Key, _ answer: String, remark: String = "") {
      self.key = key
      self.answer = answer
      self.remark = remark
    }
  }

  /// An answer that cannot be taken down.
  public struct Refusal: Error, Sendable, Equatable {
    /// The position of the answer.
    public var position: Int
    /// One sentence.
    public var message: String
  }

  /// The answers as a change of the network, which `what-if` takes.
  public let patch: NetworkPatch
  /// What is to be read by a person: remarks, and answers that no mark of the network can hold.
  public let remarks: [String]

  /// Takes down the answers of one organization.
  ///
  /// - Parameters:
  ///   - answers: the answers; an empty one is none.
  ///   - organization: who answers, for itself and its units.
  ///   - network: the network of the sheet.
  ///   - date: the day on which it answered.
  ///   - source: what evidence names as its source.
  /// - Throws: `Refusal` where an answer is about something else, or cannot be understood.
  /// - Complexity: O(answers × size of the network).
  public init(
    _ answers: [Answered], of organization: Int, in network: StakeholderNetwork,
    on date: CalendarDate, source: String
  ) throws(Refusal) {
    var notes = AnswerNotes(network, organization, date, source)
    for (position, answer) in answers.enumerated() {
      do throws(AnswerNotes.Problem) {
        try notes.take(answer)
      } catch {
        throw Refusal(position: position, message: error.message)
      }
    }
    patch = notes.patch()
    remarks = notes.remarks
  }
}
