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
    return [try standard(nil, of: network)]
  }

  /// The standard of a command line, by id or file; where it names none, the network's own, else
  /// `four-pillars`.
  ///
  /// - Throws: what reading a file throws; `ValidationError` for an id on the command line that is not
  ///   shipped, and `badData` with its place for one in the network's header.
  public func standard(_ name: String?, of network: StakeholderNetwork) throws -> Standard {
    if let name { return try standard(named: name) }
    let own = network.header.standard ?? "four-pillars"
    let place = network.header.standardPlace.flatMap { network.sources.location(of: $0) }
    if StandardReader.isPath(own), let file = network.sources.files.first {
      do throws(FileError) {
        return try StandardReader.read(own, besideNetwork: file.path)
      } catch {
        var error = error
        if error.path == file.path { error.location = error.location ?? place }
        throw error
      }
    }
    guard let shipped = ShippedData.standard(own) else {
      throw FileError(
        .badData, "`standard` in the network's header: " + StandardReader.unknown(own),
        path: network.sources.files.first?.path,
        location: place,
        hint: "or name a standard with --standard")
    }
    return shipped
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
