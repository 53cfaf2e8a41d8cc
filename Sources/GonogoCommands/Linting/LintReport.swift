internal import GonogoCore

/// What lint found in all the files it was given.
struct LintReport {
  /// The files in the order they were given.
  var files: [String] = []
  /// The findings of all of them, in the order of the files and then of the places.
  private(set) var findings: [Diagnostic] = []
  /// The documents that findings point into.
  private(set) var sources: [Document] = []
  /// Texts that must not be shown.
  private(set) var secrets: [String] = []
  /// True when one of the files could not be read.
  private(set) var hasUnreadable = false
  /// Why shellcheck said nothing, or nil.
  var shellcheckAbsence: String?

  /// Adds the findings of one file.
  mutating func add(
    _ file: String, _ diagnostics: [Diagnostic], sources: [Document] = [], secrets: [String] = []
  ) {
    files.append(file)
    let ordered = Set(diagnostics).sorted { left, right in
      let start = SourceLocation(line: 0)
      // What a sidecar says comes after the document it belongs to.
      return (left.file == file ? 0 : 1, left.location ?? start, left.code, left.message)
        < (right.file == file ? 0 : 1, right.location ?? start, right.code, right.message)
    }
    self.sources += sources
    self.secrets += secrets
    let mask = SecretMask(secrets)
    findings += ordered.map { mask.hidden($0) }
  }

  /// Adds a file that cannot be read.
  mutating func add(unreadable file: String, _ failure: CommandFailure) {
    files.append(file)
    hasUnreadable = true
    findings.append(
      Diagnostic(
        .error, code: "unreadable-file", failure.message, cure: failure.cure, file: file))
  }

  /// How many findings are that bad.
  func count(_ severity: Diagnostic.Severity) -> Int {
    findings.count { $0.severity == severity }
  }

  /// `1 error, 3 warnings, 12 notes`; what there is none of is left out.
  var counts: String {
    let words = [
      Self.counted(count(.error), "error"), Self.counted(count(.warning), "warning"),
      Self.counted(count(.note), "note"),
    ].compactMap { $0 }
    return words.isEmpty ? "nothing found" : words.joined(separator: ", ")
  }

  private static func counted(_ count: Int, _ word: String) -> String? {
    count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
  }
}
