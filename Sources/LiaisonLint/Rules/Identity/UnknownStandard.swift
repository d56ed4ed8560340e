public import LiaisonCatalog
import LiaisonFiles
public import LiaisonModel

/// REF007: the header names a standard that is neither shipped nor a file beside it.
public struct UnknownStandard: DocumentRule {
  /// Creates the rule.
  public init() {}

  /// An error: nothing can be judged.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "REF007", summary: "The header names a standard that cannot be had.",
      meaning: """
        `standard:` is what `gaps`, `recommend`, `what-if`, `diff` and `report` compare the network \
        with where the command line names none: the id of a shipped standard, or the path of a file in \
        the network's own folder or below it. Whether that file is right is told by linting it.
        """,
      reference: "DESIGN §4",
      examples: [
        .init(
          "A slip of the pen",
          text: """
            liaison: 1
            as_of: 2025-06-30
            standard: four-pilars
            organizations: [{id: a, name: Union}]
            """,
          outcome:
            "The header's `standard` cannot be had. There is no shipped standard “four-pilars”. Did you mean `four-pillars`? Shipped are `four-pillars` and `partnership`; a file is named by its path, such as `base.yaml`."
        ),
        .init(
          "A file that is not there",
          text: """
            liaison: 1
            as_of: 2025-06-30
            standard: no-such/standard.yaml
            organizations: [{id: a, name: Union}]
            """,
          outcome:
            "The header's `standard` cannot be had. No file “no-such/standard.yaml” is found in the folder of this one or below it; put it there."
        ),
        .init(
          "A shipped standard",
          text: """
            liaison: 1
            as_of: 2025-06-30
            standard: partnership
            organizations: [{id: a, name: Union}]
            """),
      ])
  }

  /// One finding where the standard cannot be had.
  public func findings(in context: LintContext) -> [Finding] {
    let document = context.document
    guard case .value(let name, let place) = document.header.standard,
      let path = document.sources.files.first?.path
    else { return [] }
    let reason: String
    if StandardReader.isPath(name) {
      guard let refusal = StandardReader.refusal(of: name, besideNetwork: path) else { return [] }
      reason = refusal
    } else if ShippedData.standardIDs.contains(name) {
      return []
    } else {
      reason = StandardReader.unknown(name)
    }
    return [
      Finding(
        rule: "REF007", severity: severity, key: ["header", "standard"],
        place: place, sentence: "The header's `standard` cannot be had. \(reason)")
    ]
  }
}
