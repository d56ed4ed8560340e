/// What one person may need: a service type, for a leaf area, a leaf group and a case (SEMANTICS §2).
public struct Need: Hashable, Sendable {
  /// The service type.
  public var service: Code
  /// The index of the leaf area.
  public var area: Int
  /// The leaf group.
  public var group: Code
  /// The case; `any` where no scope tells cases apart.
  public var caseCode: Code

  /// Creates a need.
  public init(service: Code, area: Int, group: Code, caseCode: Code = .any) {
    self.service = service
    self.area = area
    self.group = group
    self.caseCode = caseCode
  }
}
