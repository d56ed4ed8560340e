import ArgumentParser
import LiaisonFiles
public import LiaisonModel

extension ToolContext {
  /// The standards of a command line, each by id or file; where it names none, the network's own,
  /// else `four-pillars`.
  ///
  /// - Throws: what reading a file throws; `ValidationError` for an id that is not shipped.
  public func standards(
    _ names: [String], of network: StakeholderNetwork
  ) throws -> [Standard] {
    let wanted = names.isEmpty ? [network.header.standard ?? "four-pillars"] : names
    return try wanted.map(standard)
  }

  private func standard(named name: String) throws -> Standard {
    if let shipped = ShippedData.standard(name) { return shipped }
    let looksLikeFile = name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    if !looksLikeFile, DirectoryListing.kind(of: name) == nil {
      throw ValidationError(
        "There is no standard “\(name)”. Shipped: "
          + "\(ShippedData.standardIDs.joined(separator: ", ")); or name a file.")
    }
    return try StandardReader.read(path: name)
  }
}
