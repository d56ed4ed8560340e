public import LiaisonCatalog
import LiaisonFiles
public import LiaisonLintCommand
public import LiaisonModel

/// The shelf of layers: a page each, made of what `StakeholderNetwork.layer(_:on:)` itself asks.
public enum LayerShelf: Shelf {
  /// `layers`
  public static var name: String { "layers" }

  /// The page of a layer.
  public static func page(of layer: Layer.Name) -> CatalogPage {
    CatalogPage(
      id: layer.rawValue, summary: summary(layer),
      meaning: meaning(layer) + "\n\n" + relations(layer),
      conventions: conventions(layer), doNotUseWhen: doNotUseWhen(layer),
      reference:
        "`liaison list relations` prints every kind of relation; a network may add its own",
      examples: [
        CatalogPage.Example(
          "The sample province", text: "liaison measure graphs/samundar --layer \(layer.rawValue)")
      ])
  }

  private static func summary(_ layer: Layer.Name) -> String {
    switch layer {
    case .referral: "Who sends people on to whom."
    case .information: "Who tells whom: reports and data."
    case .authority: "Who is above whom: supervision, mandates and accountability."
    case .resource: "Who supports whom: money, staff, training and help in kind."
    case .cooperation: "Who works with whom, whichever way it goes."
    case .membership: "Which organization sits on which body."
    case .all: "All by which organizations work together, in one network."
    case .negative: "Who is at odds with whom."
    }
  }

  private static func meaning(_ layer: Layer.Name) -> String {
    switch layer {
    case .referral:
      "An arc leads from the organization that refers people to the one that receives them. Feedback on "
        + "a referral is something that is recorded of it, and no arc back."
    case .information:
      "An arc leads from the organization that shares or reports to the one that it tells."
    case .authority:
      "An arc leads the way that the relation is written: from the organization that supervises, mandates "
        + "or inspects; from one that is accountable to another it leads up."
    case .resource:
      "An arc leads from the organization that gives to the one that receives."
    case .cooperation:
      "Two organizations are tied where one refers people to the other or shares information with it, "
        + "or where they do joint work. Sitting on one committee is not cooperation by itself."
    case .membership:
      "The nodes are organizations and bodies, such as committees and task forces; a tie is a seat. "
        + "It is a two-mode network: ties lead from one sort of node to the other alone."
    case .all:
      "Every relation but membership and those of conflict. It is what `liaison measure` takes where "
        + "no layer is named. A relation without a kind, as of a plain edge list, stands here alone."
    case .negative:
      "Conflict, competition, blocking and distrust, in a layer of their own: no other layer holds any of it."
    }
  }

  /// The kinds of relation that make ties of it.
  private static func relations(_ layer: Layer.Name) -> String {
    let kinds = Vocabulary.shipped.relations.filter {
      layer.contains(kind: $0.term.code, of: $0.family)
    }
    let words = kinds.map { "\($0.term.code) (\($0.term.name))" }.joined(separator: "; ")
    return "Its relations: \(words)."
  }

  private static func conventions(_ layer: Layer.Name) -> String {
    let direction =
      layer.isDirected
      ? "Ties have a direction; a relation that has none, such as joint work, gives one each way."
      : "Ties have no direction."
    let nodes =
      layer == .membership
      ? "Nodes are the organizations in force at the date, and the bodies."
      : "Nodes are the organizations in force at the date, those without a tie too."
    let scale = Layer.intensities
    return
      "\(nodes) \(direction) Relations that are not in force are left out, and what leads to a "
      + "service leads to its organization. However many relations join the same two, they make one tie. It "
      + "weighs the greatest `intensity` that any of them states, a whole number from "
      + "\(scale.lowerBound) (awareness) to \(scale.upperBound) (integration), and "
      + "\(Int(Layer.unstatedWeight)) where none states it. A weight is the strength of the tie; for paths "
      + "its length is 1 / weight, and measures say `inverse`."
  }

  private static func doNotUseWhen(_ layer: Layer.Name) -> String {
    switch layer {
    case .referral:
      "You ask whether one person gets through: a layer knows nothing of whom a service admits. Use "
        + "`liaison gaps NETWORK --path`."
    case .information, .resource:
      "Few of those asked said whom they share with: what is not recorded is no tie here."
    case .authority:
      "You look for brokers: who is in command stands between others by mandate."
    case .cooperation:
      "You ask who sends people to whom: direction is gone."
    case .membership:
      "You ask who works together: large committees tie everybody to everybody."
    case .all:
      "Kinds of ties mean different things to you: a referral and a grant weigh the same here."
    case .negative:
      "You look for paths or brokers: conflict leads nowhere. And mind who sees it."
    }
  }
}
