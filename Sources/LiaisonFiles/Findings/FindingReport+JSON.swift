import LiaisonModel

extension FindingReport {
  /// The findings as JSON, in a form that stays: keys are added, never renamed or removed.
  ///
  /// ```json
  /// {"liaison_findings": 1,
  ///  "counts": {"error": 1, "warning": 0, "info": 0},
  ///  "findings": [
  ///    {"id": "5d2f…", "rule": "REF001", "severity": "error", "kind": "finding",
  ///     "sentence": "…", "path": "graphs/x.yaml", "line": 18, "column": 25,
  ///     "end_line": 18, "end_column": 32, "subjects": ["police"],
  ///     "subject_kinds": ["organization"], "tlp": "AMBER",
  ///     "related": [{"path": "…", "line": 3, "column": 5, "text": "…"}],
  ///     "fix": {"line": 18, "column": 25, "end_line": 18, "end_column": 32, "text": "…"}}],
  ///  "omitted": 0}
  /// ```
  ///
  /// Lines and columns count from 1, columns UTF-8 bytes. `id` is the fingerprint of the finding: the
  /// same as long as the rule and what it speaks of are the same, wherever it stands. `subject_kinds`
  /// says of what kind each of the `subjects` is, where that is known. Keys without a value are left out.
  ///
  /// - Complexity: O(findings printed).
  public func json() -> JSONValue {
    .object([
      .init("liaison_findings", 1),
      .init(
        "counts",
        .object(
          [Severity.error, .warning, .info].map { .init($0.code, .int(count($0))) })),
      .init("findings", .array(shown.map { Self.json(of: $0) })),
      .init("omitted", .int(omitted)),
    ])
  }

  /// One finding as an object of the JSON form.
  public static func json(of item: Item) -> JSONValue {
    let finding = item.finding
    var members: [JSONValue.Member] = [
      .init("id", .string(finding.id)), .init("rule", .string(finding.rule)),
      .init("severity", .string(finding.severity.code)),
      .init("kind", finding.kind == .question ? "question" : "finding"),
      .init("sentence", .string(finding.sentence)),
    ]
    if let span = item.span {
      members.append(.init("path", .string(span.start.path)))
      members += position(span)
    }
    let subjects = finding.subjects.filter { !Quoted.withholds($0.id) }
    if !subjects.isEmpty {
      members.append(.init("subjects", .strings(subjects.map(\.id))))
    }
    if subjects.contains(where: { $0.kind != .element }) {
      members.append(.init("subject_kinds", .strings(subjects.map(\.kind.rawValue))))
    }
    if let needs = finding.needs { members.append(.init("needs", json(of: needs))) }
    if finding.cells != 1 { members.append(.init("cells", .int(finding.cells))) }
    if let value = finding.value { members.append(.init("value", .number(value))) }
    if let threshold = finding.threshold { members.append(.init("threshold", .number(threshold))) }
    if !finding.evidence.isEmpty {
      members.append(.init("evidence", .strings(finding.evidence)))
    }
    if let confidence = finding.confidence {
      members.append(.init("confidence", .number(confidence)))
    }
    if let suggestion = finding.suggestion {
      members.append(.init("suggestion", .string(suggestion)))
    }
    if let missing = finding.missing {
      members.append(
        .init(
          "closed_by",
          .object([.init("from", .string(missing.from)), .init("to", .string(missing.to))])))
    }
    if let citation = finding.citation { members.append(.init("citation", .string(citation))) }
    members.append(.init("tlp", .string(finding.tlp.code)))
    if !item.related.isEmpty {
      members.append(
        .init(
          "related",
          .array(
            item.related.map { related in
              .object([
                .init("path", .string(related.span.start.path)),
                .init("line", .int(related.span.start.line)),
                .init("column", .int(related.span.start.column)),
                .init("text", .string(related.text)),
              ])
            })))
    }
    if let span = item.fix, let fix = finding.fix {
      members.append(
        .init("fix", .object(position(span) + [.init("text", .string(fix.replacement))])))
    }
    return .object(members)
  }

  private static func position(_ span: Span) -> [JSONValue.Member] {
    [
      .init("line", .int(span.start.line)), .init("column", .int(span.start.column)),
      .init("end_line", .int(span.end.line)), .init("end_column", .int(span.end.column)),
    ]
  }

  private static func json(of needs: Finding.Needs) -> JSONValue {
    var members: [JSONValue.Member] = []
    if let entry = needs.entry { members.append(.init("entry", .string(entry))) }
    if let service = needs.service { members.append(.init("service", .string(service.text))) }
    if !needs.areas.isEmpty { members.append(.init("areas", .strings(needs.areas))) }
    if !needs.groups.isEmpty {
      members.append(.init("groups", .strings(needs.groups.map(\.text))))
    }
    if !needs.cases.isEmpty { members.append(.init("cases", .strings(needs.cases.map(\.text)))) }
    return .object(members)
  }
}
