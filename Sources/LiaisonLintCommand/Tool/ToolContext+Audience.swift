import ArgumentParser
public import LiaisonFiles
import LiaisonGaps
public import LiaisonModel

extension ToolContext {
  /// A label of the command line: who will see the result.
  ///
  /// - Throws: `ValidationError` for what is no label.
  public func audience(_ text: String?) throws -> TrafficLight? {
    guard let text else { return nil }
    guard let label = TrafficLight(code: text) else {
      throw ValidationError(
        "“\(text)” is not a label: clear, green, amber, amber+strict or red.")
    }
    return label
  }

  /// Tells where nothing of a network is left for an audience, which an empty page would not.
  public func warnIfNothing(
    isLeftOf whole: StakeholderNetwork, in part: StakeholderNetwork, for audience: TrafficLight
  ) {
    guard part.organizations.isEmpty, !whole.organizations.isEmpty else { return }
    say(
      "warning: No organization is labelled \(audience.label) or lower: what may be shown says so by "
        + "`tlp:`, each organization and each relation.")
  }

  /// Refuses an audience that may not see what gap analysis says of a network.
  ///
  /// - Throws: `wouldLeak` (77).
  public func require(
    _ audience: TrafficLight, seesGapsOf network: StakeholderNetwork, at path: String
  ) throws(FileError) {
    let least = network.gapLabel
    guard audience < least else { return }
    throw FileError(
      .wouldLeak,
      "gap findings of this network are \(least.label) and cannot be shown to \(audience.label)",
      path: path,
      hint:
        "`release:` in the network lets single findings go to `gaps` and `report`, in fixed words")
  }
}
