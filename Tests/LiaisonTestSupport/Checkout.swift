public import Foundation

/// This checkout: its folders and what lies beside it.
public enum Checkout {
  /// The root of the package.
  public static var root: URL {
    var url = URL(filePath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url
  }

  /// A file or folder of the package.
  public static func path(_ relative: String) -> String { root.appending(path: relative).path }

  /// A file or folder of the shared fixtures beside the checkout; nil where they are absent, and the
  /// test that needs them then skips.
  public static func shared(_ relative: String) -> String? {
    let url = root.deletingLastPathComponent().appending(path: "shared/\(relative)")
    return FileManager.default.fileExists(atPath: url.path) ? url.path : nil
  }
}
