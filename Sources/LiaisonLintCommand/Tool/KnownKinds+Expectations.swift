import LiaisonCatalog
import LiaisonGaps
import LiaisonLint
import LiaisonModel

extension KnownKinds {
  /// What lint has to know of kinds of expectation: each reads what is asked of it.
  init(_ kinds: [any ExpectationKind]) {
    self.init(ids: kinds.map(\.page.id)) { expectation, standard in
      guard let kind = kinds.first(where: { $0.page.id == expectation.kind }) else { return nil }
      do throws(GapError) {
        _ = try kind.read(expectation, of: standard)
        return nil
      } catch {
        return error.message
      }
    }
  }
}
