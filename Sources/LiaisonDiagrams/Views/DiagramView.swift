public import LiaisonCatalog
public import LiaisonGaps
public import LiaisonGraph
public import LiaisonModel

/// A way to show a network: makes a scene of it.
///
/// A view that is asked for less detail folds organizations into their parents, then into their
/// sectors, or draws them as points. The renderer asks for the most detail that can be read on a
/// slide in type of 9 points.
public protocol DiagramView: Sendable {
  /// The page that `liaison explain` prints; its id is the view's.
  var page: CatalogPage { get }

  /// How much of a network the view can show, from the most detail to the least.
  var details: [SceneDetail] { get }

  /// The scene of a network.
  ///
  /// - Complexity: as the view's page says; linear in the network where it says nothing.
  func makeScene(_ network: StakeholderNetwork, _ context: DiagramContext) -> Scene
}

extension DiagramView {
  /// The view's id.
  public var id: String { page.id }

  /// Every detail in which each organization has its name.
  public var details: [SceneDetail] { [.organizations, .units, .parents, .sectors] }
}

/// How much of a network a scene shows.
public enum SceneDetail: Int, Sendable, CaseIterable, Comparable {
  /// Each organization and unit.
  case organizations
  /// The units of one organization folded into one node.
  case units
  /// Units folded into their organizations.
  case parents
  /// Each organization and unit as a point, the most telling ones named.
  case points
  /// Organizations folded into their sectors.
  case sectors

  /// From the most detail to the least.
  public static func < (left: SceneDetail, right: SceneDetail) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// Which names a figure shows.
public enum NameChoice: Sendable, Hashable {
  /// The network's own names and, where there is room, those in its other language.
  case automatic
  /// The names in one language only; the network's own where an element has none.
  case only(String)
  /// The network's own names and those in one other language, where there is room.
  case with(String)
}

/// What a view is given besides the network.
public struct DiagramContext: Sendable {
  /// The date at which the network is drawn; its own `as_of` where nil.
  public var asOf: CalendarDate?
  /// The layer whose relations are drawn; nil is the view's own choice.
  public var layer: Layer.Name?
  /// The measure that sizes the nodes of the network view.
  public var measure: any Measure
  /// What gap analysis found, as it is read, for the view of gaps.
  public var findings: [FindingFold]
  /// How many questions gap analysis left open.
  public var openQuestions = 0
  /// Whether anything could be judged that was asked for.
  public var isAnythingJudged = true
  /// How many of the findings are drawn at the most, the heaviest first; nil is all.
  public var findingLimit: Int?
  /// Who will see it, where that was said; the network itself is redacted for them before.
  public var audience: TrafficLight?
  /// Which names are shown.
  public var names: NameChoice
  /// How much is shown.
  public var detail: SceneDetail

  /// Creates a context.
  public init(
    asOf: CalendarDate? = nil, layer: Layer.Name? = nil,
    measure: any Measure = BetweennessMeasure(),
    findings: [FindingFold] = [], names: NameChoice = .automatic,
    detail: SceneDetail = .organizations
  ) {
    self.asOf = asOf
    self.layer = layer
    self.measure = measure
    self.findings = findings
    self.names = names
    self.detail = detail
  }
}

/// The views that are shipped.
public enum DiagramViews {
  /// In the order in which `liaison list views` prints them.
  public static var shipped: [any DiagramView] {
    [PathwayView(), SectorsView(), NetworkView(), GapsView()]
  }
}
