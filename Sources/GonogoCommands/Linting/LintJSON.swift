internal import GonogoCore

/// Findings for machines. Version 1.
struct LintJSON {
  let report: LintReport

  func json() -> JSONValue {
    [
      "v": 1, "files": .array(report.files.map { .string($0) }),
      "findings": .array(report.findings.map(Self.finding)),
      "errors": .integer(report.count(.error)), "warnings": .integer(report.count(.warning)),
      "notes": .integer(report.count(.note)),
      "shellcheck_missing": report.shellcheckAbsence.map { .string($0) } ?? .null,
    ]
  }

  private static func finding(_ diagnostic: Diagnostic) -> JSONValue {
    [
      "severity": .string(diagnostic.severity.rawValue), "code": .string(diagnostic.code),
      "message": .string(diagnostic.message),
      "cure": diagnostic.cure.map { .string($0) } ?? .null, "file": .string(diagnostic.file),
      "line": diagnostic.location.map { .integer($0.line) } ?? .null,
      "column": diagnostic.location.map { .integer($0.column) } ?? .null,
    ]
  }
}
