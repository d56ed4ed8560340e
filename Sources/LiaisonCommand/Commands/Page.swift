import ArgumentParser
import LiaisonFiles
import LiaisonGaps
import LiaisonLintCommand

/// What a command says, in the forms in which it can be printed.
protocol Page {
  /// For a terminal of 80 columns.
  func text(styled: (String, GapBriefing.Style) -> String) -> String
  /// For a document.
  func markdown() -> String
  /// As JSON.
  func json() -> JSONValue
}

/// How a page is printed.
enum PageFormat: String, ExpressibleByArgument, CaseIterable { case text, markdown, json }

extension ToolContext {
  /// Prints a page; what is written to a file has no colours.
  ///
  /// - Parameter path: where to; standard output where it is nil.
  func deliver(_ page: some Page, as format: PageFormat, to path: String?) throws {
    let bytes: [UInt8]
    switch format {
    case .json: bytes = page.json().bytes()
    case .markdown: bytes = Array(page.markdown().utf8)
    case .text: bytes = Array(page.text { path == nil ? self.styled($0, $1) : $0 }.utf8)
    }
    try deliver(bytes, to: path)
  }
}
