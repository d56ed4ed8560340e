public import LiaisonGaps
import LiaisonModel

extension ToolContext {
  /// A piece of a briefing in its colour on standard output.
  public func styled(_ text: String, _ style: GapBriefing.Style) -> String {
    switch style {
    case .heading: output.styled(text, .strong)
    case .faint: output.styled(text, .faint)
    case .severity(.error): output.styled(text, .error)
    case .severity(.warning): output.styled(text, .warning)
    case .severity(.info): output.styled(text, .info)
    }
  }
}
