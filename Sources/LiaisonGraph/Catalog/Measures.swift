/// The measures that Liaison ships, in the order in which they are listed.
public enum Measures {
  /// Every measure. To add one, write its file and enter it here.
  public static let shipped: [any Measure] = [
    SizeMeasure(),
    DegreeMeasure(),
    WeightedDegreeMeasure(),
    ClosenessMeasure(),
    HarmonicMeasure(),
    EccentricityMeasure(),
    ReachMeasure(),
    BetweennessMeasure(),
    EdgeBetweennessMeasure(),
    EigenvectorMeasure(),
    KatzMeasure(),
    PageRankMeasure(),
    HITSMeasure(),
    CoreMeasure(),
    ComponentsMeasure(),
    ArticulationMeasure(),
    DominatorsMeasure(),
    ReciprocityMeasure(),
    DensityMeasure(),
    DistancesMeasure(),
    ConnectednessMeasure(),
    CentralizationMeasure(),
  ]
}
