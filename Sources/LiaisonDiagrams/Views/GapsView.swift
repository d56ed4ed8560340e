public import LiaisonCatalog
public import LiaisonModel

/// The gaps: what is concerned in colour, what is missing red and dashed with its reason, the rest
/// grey.
public struct GapsView: DiagramView {
  /// Creates the view.
  public init() {}

  public var page: CatalogPage {
    CatalogPage(
      id: "gaps", summary: "what gap analysis found: red and dashed where something is missing",
      meaning: """
        A red dashed arrow leads from where a way stops to the nearest organization that could \
        help, with who cannot go there. A red dashed box is a sector or a service that is not \
        recorded. A red remark marks an organization on which everything rests. What is grey is \
        there, for orientation.
        """,
      doNotUseWhen: "the data has no boundary: every absence is then a question, not a gap.",
      reference: "SEMANTICS §4 and §5",
      examples: [
        CatalogPage.Example(
          "Gaps against a standard",
          text: "liaison draw graphs/samundar --view gaps --standard four-pillars -o gaps.svg",
          outcome: "an SVG of 960 × 540")
      ])
  }

  public func makeScene(_ network: StakeholderNetwork, _ context: DiagramContext) -> Scene {
    var maker = GapSceneMaker(network, context)
    return maker.make()
  }
}
