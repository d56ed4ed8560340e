import ArgumentParser
import LiaisonFiles
public import LiaisonModel

extension ToolContext {
  /// The standards of a command line, each by id or file; where it names none, the network's own,
  /// which its header names by id or by a path from its own folder; else `four-pillars`.
  ///
  /// - Throws: what reading a file throws; `ValidationError` for an id that is not shipped.
  public func standards(
    _ names: [String], of network: StakeholderNetwork
  ) throws -> [Standard] {
    guard names.isEmpty else { return try names.map(standard) }
    let own = network.header.standard ?? "four-pillars"
    if StandardReader.isPath(own), let file = network.sources.files.first {
      return [try StandardReader.read(own, besideNetwork: file.path)]
    }
    return [try standard(named: own)]
  }

  /// A standard that the user names, by id or file.
  ///
  /// - Throws: what reading a file throws; `ValidationError` for an id that is not shipped.
  public func standard(named name: String) throws -> Standard {
    if let shipped = ShippedData.standard(name) { return shipped }
    if !StandardReader.isPath(name), DirectoryListing.kind(of: name) == nil {
      throw ValidationError(
        "There is no standard “\(name)”. Shipped: "
          + "\(ShippedData.standardIDs.joined(separator: ", ")), told by `\(toolName) list standards`; "
          + "or name a file.")
    }
    return try StandardReader.read(path: name)
  }
}
