import LiaisonModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folders from which a standard may extend another: those that the user named, and those of the
/// files that the user named. A standard may come from anyone, so what it extends must lie in one of
/// them, links resolved.
struct StandardFolders {
  /// Why a file is not read, as a sentence.
  struct Refusal: Error {
    var sentence: String

    init(_ sentence: String) { self.sentence = sentence }
  }

  private let roots: [String]

  /// - Parameter folders: the folders; what is not there is left out.
  init(_ folders: [String]) { roots = folders.compactMap(Self.resolved) }

  /// Whether what `extends` names is a file and not a shipped standard.
  static func isPath(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// A path with links, `.` and `..` resolved; nil where there is nothing.
  static func resolved(_ path: String) -> String? {
    guard POSIX.isPath(path), let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Reads the file that `extends` names.
  ///
  /// - Parameters:
  ///   - name: the path that is written, from the folder of the file in which it stands.
  ///   - path: that file.
  ///   - limits: what is refused as too large.
  /// - Returns: the file, named as a person would, and its path with links resolved.
  func base(
    _ name: String, from path: String, limits: InputLimits
  ) throws(Refusal) -> (file: InputFile, resolved: String) {
    if name.hasPrefix("/") {
      throw Refusal(
        "A standard is named by its path from this file, not from the root: \(Quoted(name)).")
    }
    let folder = POSIX.folder(of: path)
    let shown = folder == "." ? name : folder + "/" + name
    guard !roots.isEmpty else {
      throw Refusal("Only a shipped standard can be extended here, not a file: \(Quoted(name)).")
    }
    // Of what lies outside it is not told whether it is there.
    guard let real = Self.resolved(shown),
      roots.contains(where: { $0 == "/" || real.utf8.starts(with: ($0 + "/").utf8) })
    else {
      throw Refusal(
        "No file \(Quoted(name)) is found in the folder of this one or below it; put it there.")
    }
    do throws(FileError) {
      // Links were resolved: one that has been put there since is not followed.
      let file = try InputFile.read(real, limits: limits, followingLinks: false)
      return (InputFile(path: shown, bytes: file.bytes), real)
    } catch {
      throw Refusal("The file \(Quoted(name)) cannot be read: \(error.message).")
    }
  }
}
