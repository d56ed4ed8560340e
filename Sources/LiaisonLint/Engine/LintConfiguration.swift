/// What a run of lint is asked for.
public struct LintConfiguration: Sendable, Equatable {
  /// The ids of the only rules to run; empty is all.
  public var only: Set<String>
  /// The ids of rules not to run.
  public var disabled: Set<String>
  /// Whether warnings count as errors.
  public var isStrict: Bool
  /// The longest label that a figure shows whole, in characters.
  public var labelLength: Int
  /// The most organizations that one figure shows legibly.
  public var figureNodes: Int
  /// The least contrast of a colour with white (WCAG 2.2, 1.4.11).
  public var contrast: Double
  /// How many days before its end an agreement is spoken of.
  public var expiryDays: Int32

  /// All rules with their usual thresholds.
  public init(
    only: Set<String> = [], disabled: Set<String> = [], isStrict: Bool = false,
    labelLength: Int = 60, figureNodes: Int = 60, contrast: Double = 3, expiryDays: Int32 = 90
  ) {
    self.only = only
    self.disabled = disabled
    self.isStrict = isStrict
    self.labelLength = labelLength
    self.figureNodes = figureNodes
    self.contrast = contrast
    self.expiryDays = expiryDays
  }

  /// Whether a rule is to be run.
  public func runs(_ rule: String) -> Bool {
    !disabled.contains(rule) && (only.isEmpty || only.contains(rule))
  }

  /// Whether a rule is to be run; its page is made only where that is in question.
  func runs(_ rule: any LintRule) -> Bool {
    (only.isEmpty && disabled.isEmpty) || runs(rule.id)
  }
}
