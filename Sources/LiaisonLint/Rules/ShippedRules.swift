extension LintEngine {
  /// The rules that are shipped, in the order of their pages: the one list to enter a new rule in.
  public static var shippedRules: [any LintRule] {
    [
      SyntaxPage(), UnreadableValuePage(), UnknownKeyPage(), UnfitPatchPage(),
      UndeclaredReference(), DuplicateID(), DuplicateLabel(), EndClasses(), DuplicateRelation(),
      SelfLoop(), UnknownStandard(),
      UnknownCode(), DeprecatedCode(), LanguageCode(),
      MissingDate(), ReversedDates(), ExpiredAgreement(), ExpiringAgreement(),
      ClosedService(),
      DeadEnd(), EntryWithoutReferral(), UnstatedFeedback(), ContradictedFeedback(),
      ExposedSite(), PersonalText(),
      LegibleFigure(),
      UnresolvedBasePage(), MissingCitationPage(), DuplicateExpectationPage(),
      UnknownSeverityPage(), UnfitChangePage(),
      UnknownKind(), UnreadableExpectation(), UnknownStandardCode(), ContradictedCell(),
    ]
  }
}
