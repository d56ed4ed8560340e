import LiaisonGraphviz

/// Leaves out of a scene what the machine's fonts cannot draw, so that no empty box stands for it.
struct GlyphCheck {
  private let coverage: FontCoverage?
  private var lacking: [MissingGlyphs] = []
  private var replaced = 0

  init(_ coverage: FontCoverage?) { self.coverage = coverage }

  /// One sentence for each script that cannot be drawn, with the package to install.
  var warnings: [String] {
    guard replaced > 0 else { return [] }
    let names = replaced == 1 ? "1 name is" : "\(replaced) names are"
    return lacking.map { "\($0.description) \(names) left out or replaced." }
  }

  /// The scene without what cannot be drawn: a second name goes, a first one gives way to the
  /// second, else to the id; other text loses the characters.
  mutating func checked(_ scene: Scene) -> Scene {
    guard let coverage else { return scene }
    var scene = scene
    var texts: [String] = [scene.title, scene.subtitle, scene.sourceNote]
    for node in scene.nodes { texts += [node.name, node.localName ?? "", node.note ?? ""] }
    texts += scene.clusters.map(\.title) + scene.edges.map { $0.label ?? "" }
    lacking = coverage.missing(in: texts.map { LabelText.clean($0) })
    if lacking.isEmpty { return scene }
    let missing = Set(lacking.flatMap(\.characters))
    func isWhole(_ text: String) -> Bool { !text.unicodeScalars.contains { missing.contains($0) } }
    func reduced(_ text: String) -> String {
      String(String.UnicodeScalarView(text.unicodeScalars.filter { !missing.contains($0) }))
    }
    for index in scene.nodes.indices {
      let node = scene.nodes[index]
      if let local = node.localName, !isWhole(local) {
        scene.nodes[index].localName = nil
        replaced += 1
      }
      if !isWhole(node.name) {
        let local = node.localName.flatMap { isWhole($0) ? $0 : nil }
        scene.nodes[index].name = local ?? (isWhole(node.id) ? node.id : reduced(node.name))
        if local != nil { scene.nodes[index].localName = nil }
        replaced += 1
      }
      scene.nodes[index].note = node.note.map(reduced)
    }
    for text in [scene.title, scene.subtitle, scene.sourceNote] where !isWhole(text) {
      replaced += 1
    }
    scene.title = reduced(scene.title)
    scene.parts = scene.parts.map { reduced($0) }
    scene.sourceNote = reduced(scene.sourceNote)
    for index in scene.clusters.indices where !isWhole(scene.clusters[index].title) {
      scene.clusters[index].title = reduced(scene.clusters[index].title)
      replaced += 1
    }
    for index in scene.edges.indices {
      scene.edges[index].label = scene.edges[index].label.map(reduced)
    }
    return scene
  }
}
