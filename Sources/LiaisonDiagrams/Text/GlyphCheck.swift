import LiaisonGraphviz

/// Leaves out of a scene what the machine's fonts cannot draw, so that no empty box stands for it,
/// and says so.
struct GlyphCheck {
  private let coverage: FontCoverage?
  private var lacking: [MissingGlyphs] = []
  /// Names in whose place the id is shown.
  private var ids = 0
  /// Names that gave way to the one in the other language.
  private var exchanged = 0
  /// Names in a second language that are left out.
  private var seconds = 0
  /// Other texts that lost characters.
  private var reduced = 0
  /// Whether there is anything that cannot be checked, for want of a list of fonts.
  private var isBlind = false

  init(_ coverage: FontCoverage?) { self.coverage = coverage }

  /// One sentence for each script that cannot be drawn, with the package to install, and what
  /// became of the names.
  var warnings: [String] {
    if isBlind {
      return [
        "Whether the fonts here can draw all names could not be checked: there is no fc-list. "
          + "Install fontconfig."
      ]
    }
    guard !lacking.isEmpty else { return [] }
    var losses: [String] = []
    func add(_ count: Int, _ one: String, _ several: String) {
      if count > 0 { losses.append("\(count) \(count == 1 ? one : several)") }
    }
    add(ids, "name is shown by its id", "names are shown by their ids")
    add(exchanged, "name is in the other language", "names are in the other language")
    add(
      seconds, "name in a second language is left out", "names in a second language are left out")
    add(reduced, "other text lacks characters", "other texts lack characters")
    return lacking.map(\.description)
      + (losses.isEmpty ? [] : [losses.joined(separator: ", ") + "."])
  }

  /// The scene without what cannot be drawn: a second name goes, a first one gives way to the
  /// second, else to the id, which the legend says; other text loses the characters.
  mutating func checked(_ scene: Scene) -> Scene {
    var scene = scene
    let texts = Self.texts(of: scene)
    guard let coverage else {
      isBlind = texts.contains { text in
        text.unicodeScalars.contains { $0.value > 0x24F && $0.properties.isAlphabetic }
      }
      return scene
    }
    lacking = coverage.missing(in: texts.map { LabelText.clean($0) })
    if lacking.isEmpty { return scene }
    let missing = Set(lacking.flatMap(\.characters))
    func isWhole(_ text: String) -> Bool { !text.unicodeScalars.contains { missing.contains($0) } }
    func less(_ text: String) -> String {
      String(String.UnicodeScalarView(text.unicodeScalars.filter { !missing.contains($0) }))
    }
    func reduce(_ text: inout String) {
      if isWhole(text) { return }
      text = less(text)
      reduced += 1
    }
    for index in scene.nodes.indices {
      let node = scene.nodes[index]
      if !isWhole(node.name) {
        if let local = node.localName, isWhole(local) {
          scene.nodes[index].name = local
          scene.nodes[index].localName = nil
          exchanged += 1
        } else if isWhole(node.id) {
          scene.nodes[index].name = node.id
          ids += 1
        } else {
          reduce(&scene.nodes[index].name)
        }
      }
      if let local = scene.nodes[index].localName, !isWhole(local) {
        scene.nodes[index].localName = nil
        seconds += 1
      }
      if var note = node.note {
        reduce(&note)
        scene.nodes[index].note = note
      }
    }
    reduce(&scene.title)
    for index in scene.parts.indices { reduce(&scene.parts[index]) }
    for index in scene.sources.indices { reduce(&scene.sources[index]) }
    for index in scene.clusters.indices { reduce(&scene.clusters[index].title) }
    for index in scene.edges.indices {
      if var label = scene.edges[index].label {
        reduce(&label)
        scene.edges[index].label = label
      }
    }
    for index in scene.legend.indices where !isWhole(scene.legend[index].text) {
      scene.legend[index].text = less(scene.legend[index].text)
      reduced += 1
    }
    if ids > 0 {
      scene.legend.append(
        .words(
          ids == 1
            ? "1 name has no font here: its id stands for it"
            : "\(ids) names have no font here: their ids stand for them"))
    }
    return scene
  }

  /// Whatever of a scene is drawn.
  private static func texts(of scene: Scene) -> [String] {
    var texts = [scene.title] + scene.parts + scene.sources + scene.legend.map(\.text)
    for node in scene.nodes { texts += [node.name, node.localName ?? "", node.note ?? ""] }
    return texts + scene.clusters.map(\.title) + scene.edges.map { $0.label ?? "" }
  }
}
