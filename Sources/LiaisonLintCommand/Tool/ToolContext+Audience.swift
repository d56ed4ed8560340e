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
    let strict = network.labelled(above: audience)
    var reasons: [String] = []
    if audience < network.header.tlp {
      reasons.append("the network is \(network.header.tlp.label) by the `tlp:` of its header")
    }
    for (position, element) in strict.prefix(Self.namedElements).enumerated() {
      // The first stands at the head of the message, unless that names the header.
      let place =
        position == 0 && reasons.isEmpty ? nil : network.sources.location(of: element.place)
      reasons.append(
        "\(element.name) is \(element.label.label)" + (place.map { " (\($0.text))" } ?? ""))
    }
    if strict.count > Self.namedElements {
      reasons.append(
        "\(strict.count - Self.namedElements) more are labelled above \(audience.label)")
    }
    if reasons.isEmpty { reasons = ["what it says is \(TrafficLight.amber.label) at least"] }
    throw FileError(
      .wouldLeak,
      "gap findings of this network are \(least.label) and cannot be shown to \(audience.label): "
        + reasons.joined(separator: ", "),
      path: path,
      location: audience < network.header.tlp
        ? nil : strict.first.flatMap { network.sources.location(of: $0.place) },
      hint: "write for --audience \(least.code.lowercased()); "
        + (strict.isEmpty || audience < .amber
          ? "" : "where all that it names may be told to \(audience.label), a lower `tlp:` there; ")
        + "or `release:` in the network lets single findings go to `gaps` and `report`, in fixed words"
    )
  }

  /// How many elements a refusal names.
  private static var namedElements: Int { 3 }
}
