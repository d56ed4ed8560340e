/// The layout engines of Graphviz that may be asked for.
///
/// `dot` draws layers, `neato`, `fdp` and `sfdp` springs, `twopi` rings, `circo` circles, `osage`
/// packed clusters; `nop2` moves nothing and routes nothing: it renders what already has positions.
public enum LayoutEngine: String, Sendable, Hashable, CaseIterable {
  case dot, neato, fdp, sfdp, twopi, circo, osage, nop2
}

/// The forms of a reply.
///
/// `json` holds positions and drawing operations, `json0` positions only; `dot` is the request with
/// its positions filled in.
public enum GraphvizFormat: String, Sendable, Hashable, CaseIterable {
  case svg, png, pdf, json, json0, xdot, dot, plain
}
