public import LiaisonModel

/// Reads standards: YAML files that begin with `liaison_standard: 1`.
///
/// Every key that is not known is an error, as a misspelt expectation would silently expect nothing.
/// The parameters of an expectation are left to its kind.
///
/// What a standard extends is read with it: a shipped standard by its id, or a file by its path from
/// the folder of the file that names it. Such a file must lie, links resolved, in one of the folders
/// that the user named or whose files the user named.
public enum StandardReader {
  /// How many files a standard may consist of, itself included.
  public static let depth = 8

  /// What came of reading.
  public struct Result: Sendable {
    /// The standard; nil where any problem is an error.
    public var standard: Standard?
    /// What can be read of it, which lint judges where there is no standard; nil where the file is no YAML.
    public var draft: Standard?
    /// The file as it is written.
    public var document: StandardDocument
    /// What it extends; nil where it extends nothing, or what cannot be had.
    public var base: Standard?
    /// What is wrong with the file.
    public var problems: [Finding]
    /// Why the standard cannot be had, in whichever of its files that stands.
    public var cause: Finding?
    /// The files: the standard's own first, then what it extends.
    public var sources: SourceSet
  }

  /// Reads a file; what it extends may lie in its folder or below.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - folders: folders besides its own from which it may extend.
  ///   - limits: what is refused as too large.
  /// - Throws: what reading a file throws; `badData` (65) with the first problem and its place.
  public static func read(
    path: String, within folders: [String] = [], limits: InputLimits = .standard
  ) throws(FileError) -> Standard {
    let result = try result(path: path, within: folders, limits: limits)
    if let standard = result.standard { return standard }
    let cause = result.cause ?? result.problems.first
    let more = result.problems.count { $0.severity == .error } - 1
    throw FileError(
      .badData,
      "this standard cannot be read: " + (cause?.sentence ?? "it is empty")
        + (more > 0 ? " (and \(more) more)" : ""),
      path: path, location: cause.flatMap { result.sources.location(of: $0.place) })
  }

  /// Reads a file, and gives what is wrong with it instead of refusing it.
  ///
  /// - Throws: what reading a file throws.
  public static func result(
    path: String, within folders: [String] = [], limits: InputLimits = .standard
  ) throws(FileError) -> Result {
    let file = try InputFile.read(path, limits: limits)
    return decode(
      file.bytes, path: file.path, within: [POSIX.folder(of: path)] + folders,
      limits: limits)
  }

  /// Reads the standard that a network's header names by a path.
  ///
  /// - Parameters:
  ///   - name: the path, from the folder of the network's file; it must stay in that folder.
  ///   - network: the network's file, or the header of its folder.
  ///   - limits: what is refused as too large.
  /// - Throws: `badData` (65) where there is no such file in that folder or it cannot be read.
  public static func read(
    _ name: String, besideNetwork network: String, limits: InputLimits = .standard
  ) throws(FileError) -> Standard {
    let path: String
    do throws(StandardFolders.Refusal) {
      path = try file(name, besideNetwork: network, limits: limits)
    } catch {
      throw FileError(
        .badData, "`standard` in the network's header: " + error.sentence, path: network,
        hint: "or name a standard with --standard")
    }
    return try read(path: path, limits: limits)
  }

  /// Why the file that a network's header names as its standard cannot be had; nil where it can be
  /// read, whatever it holds.
  public static func refusal(
    of name: String, besideNetwork network: String, limits: InputLimits = .standard
  ) -> String? {
    do throws(StandardFolders.Refusal) {
      _ = try file(name, besideNetwork: network, limits: limits)
      return nil
    } catch {
      return error.sentence
    }
  }

  private static func file(
    _ name: String, besideNetwork network: String, limits: InputLimits
  ) throws(StandardFolders.Refusal) -> String {
    try StandardFolders([POSIX.folder(of: network)]).base(name, from: network, limits: limits)
      .file.path
  }

  /// How a file that is to be written can extend a standard's file: its path from there; nil where that
  /// file is not in the folder of the new one or below it.
  public static func reference(to standard: String, from file: String) -> String? {
    guard let folder = StandardFolders.resolved(POSIX.folder(of: file)),
      let base = StandardFolders.resolved(standard)
    else { return nil }
    let prefix = folder == "/" ? folder : folder + "/"
    guard base.utf8.starts(with: prefix.utf8) else { return nil }
    let path = String(decoding: base.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    return isPath(path) ? path : "./" + path
  }

  /// Whether a name of a standard is the path of a file and not the id of a shipped one.
  public static func isPath(_ name: String) -> Bool { StandardFolders.isPath(name) }

  /// That no standard of an id is shipped, and which are.
  public static func unknown(_ name: String) -> String {
    var near = NearestMatch(ShippedData.standardIDs)
    let question = near.nearest(to: name).map { " Did you mean `\($0)`?" } ?? ""
    return "There is no shipped standard \(Quoted(name)).\(question) Shipped are "
      + ShippedData.standardIDs.map { "`\($0)`" }.joined(separator: " and ")
      + "; a file is named by its path, such as `base.yaml`."
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: the bytes.
  ///   - path: where they are from.
  ///   - folders: the folders from which it may extend; without any, only shipped standards.
  ///   - limits: what is refused as too large.
  /// - Complexity: O(bytes of it and of what it extends).
  public static func decode(
    _ bytes: [UInt8], path: String, within folders: [String] = [],
    limits: InputLimits = .standard
  ) -> Result {
    var chain = StandardChain(limits, StandardFolders(folders))
    chain.read(InputFile(path: path, bytes: bytes))
    return chain.assembled()
  }
}

/// The files of one standard: its own, what it extends, what that extends.
private struct StandardChain {
  private struct Link {
    var document: StandardDocument
    var problems: [Finding]
    var path: String
    /// Whether it is YAML, so that its parts can be told.
    var isWritten: Bool
  }

  private let limits: InputLimits
  private let folders: StandardFolders
  private var links: [Link] = []
  private var sources = SourceSet()
  /// The shipped standard that the last file extends.
  private var root: Standard?

  init(_ limits: InputLimits, _ folders: StandardFolders) {
    self.limits = limits
    self.folders = folders
  }

  /// Reads a file and what it extends, until nothing more is extended or something is wrong.
  mutating func read(_ first: InputFile) {
    var next: InputFile? = first
    var seen = [StandardFolders.resolved(first.path) ?? first.path]
    while let file = next {
      next = nil
      links.append(link(file))
      let last = links.count - 1
      guard case .value(let name, let place) = links[last].document.extends else { return }
      func refuse(_ sentence: String) -> Finding {
        Finding(
          rule: StandardProblem.base, severity: .error, key: ["extends"], place: place,
          sentence: sentence)
      }
      guard StandardFolders.isPath(name) else {
        root = ShippedData.standard(name)
        // The places of a shipped standard are in none of these files.
        for index in root?.expectations.indices ?? 0..<0 {
          root?.expectations[index].origin = Origin()
        }
        if root == nil { links[last].problems.append(refuse(StandardReader.unknown(name))) }
        return
      }
      do throws(StandardFolders.Refusal) {
        let found = try folders.base(name, from: file.path, limits: limits)
        if let start = seen.firstIndex(of: found.resolved) {
          let names = links[start...].map { Quoted($0.path).description }
          throw StandardFolders.Refusal(
            "These standards extend each other in a circle: "
              + (names + names.prefix(1)).joined(separator: ", ") + ".")
        }
        guard links.count < StandardReader.depth else {
          throw StandardFolders.Refusal(
            "A standard is made of at most \(StandardReader.depth) files, each extending the next; "
              + "this one would be one more.")
        }
        seen.append(found.resolved)
        next = found.file
      } catch {
        links[last].problems.append(refuse(error.sentence))
      }
    }
  }

  private mutating func link(_ input: InputFile) -> Link {
    let file = sources.add(path: input.path, bytes: input.bytes)
    let yaml = YAMLReader.read(bytes: input.bytes, file: file, limits: limits)
    var problems = yaml.problems.numberedFindings(path: input.path)
    var decoder = EntryDecoder()
    var document = StandardDocument()
    if let root = yaml.root {
      document = StandardDocument.schema.decode(root, &decoder) ?? document
    } else if problems.isEmpty {
      problems.append(
        Finding(
          rule: ReadingRule.syntax, severity: .error, key: ["empty"],
          place: Place(file: file, spot: .whole),
          sentence: "The file is empty; a standard begins with `liaison_standard: 1`."))
    }
    problems += decoder.findings.map { finding in
      var finding = finding
      finding.severity = .error
      return finding
    }
    return Link(
      document: document, problems: problems, path: input.path,
      isWritten: yaml.root != nil && yaml.problems.isEmpty)
  }

  /// The standard, put together from the last of its files to the first.
  mutating func assembled() -> StandardReader.Result {
    var base = root
    var standard: Standard?
    var draft: Standard?
    var cause: Finding?
    for index in links.indices.reversed() {
      base = index == links.count - 1 ? root : standard
      if index < links.count - 1, base == nil, let cause {
        let place = sources.location(of: cause.place).map { " (\($0.text))" } ?? ""
        links[index].problems.append(
          Finding(
            rule: StandardProblem.base, severity: .error, key: ["extends"],
            place: links[index].document.extends.place ?? .none,
            sentence: "What this standard extends cannot be used: \(cause.sentence)\(place)"))
      }
      standard = nil
      draft = nil
      if links[index].isWritten {
        standard = links[index].document.standard(on: base, &links[index].problems)
        draft = links[index].document.draft(on: base)
      }
      if !links[index].problems.isEmpty { standard = nil }
      if cause == nil { cause = links[index].problems.first }
    }
    return StandardReader.Result(
      standard: standard, draft: draft, document: links.first?.document ?? StandardDocument(),
      base: base,
      problems: links.first?.problems ?? [], cause: cause, sources: sources)
  }
}
