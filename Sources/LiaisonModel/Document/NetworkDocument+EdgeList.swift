extension NetworkDocument {
  /// Whether the document holds nothing but relations without a kind: a plain edge list.
  public var isPlainEdgeList: Bool {
    header.version.isAbsent && relations.allSatisfy(\.kind.isAbsent) && areas.isEmpty
      && bodies.isEmpty
  }
}
