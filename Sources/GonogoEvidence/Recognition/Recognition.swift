package import GonogoCore

/// Every recognizer there is, run in order on one output.
package struct Recognition: Sendable {
  /// The most captures one output gives; a larger table is data to look at, not values to compare.
  static let captureLimit = 10_000

  /// All recognizers, the more specific before the less; a new one is added here and nowhere else.
  static let all: [any Recognizer] = [
    TimeRecognizer(),
    HTTPTraceRecognizer(),
    PSQLRecognizer(),
    PSQLCSVRecognizer(),
    GitStatusRecognizer(),
    GitLogRecognizer(),
    GitDiffRecognizer(),
    GitFactRecognizer(),
    HTTPStatusRecognizer(),
    CurlTimingRecognizer(),
    PytestRecognizer(),
    CoverageReportRecognizer(),
    CargoTestRecognizer(),
    GoTestRecognizer(),
    GoTestJSONRecognizer(),
    JestRecognizer(),
    VitestRecognizer(),
    NodeTestRecognizer(),
    AuditRecognizer(),
    WordCountRecognizer(),
    DiskFreeRecognizer(),
    DiskUsageRecognizer(),
    FileListRecognizer(),
    MemoryRecognizer(),
    UptimeRecognizer(),
    ProcessListRecognizer(),
    PingRecognizer(),
    KubernetesTableRecognizer(),
    KubernetesRolloutRecognizer(),
    KubernetesTopRecognizer(),
    ContainerTableRecognizer(),
    HelmRecognizer(),
    TerraformRecognizer(),
    ServiceStateRecognizer(),
    ServiceStatusRecognizer(),
    ServiceListRecognizer(),
    JournalRecognizer(),
    SocketRecognizer(),
    CertificateRecognizer(),
    NameLookupRecognizer(),
    RedisRecognizer(),
    PostgresReadyRecognizer(),
    PackageUpdateRecognizer(),
    DateRecognizer(),
    JQRecognizer(),
    JSONRecognizer(),
    ColumnTableRecognizer(),
    KeyValueRecognizer(),
    NumberRecognizer(),
    LineRecognizer(),
  ]

  /// The recognizers of this release.
  package init() {}

  /// The captures of `output`: each name stands for one value, or for one value per table row. A
  /// name that would stand for more than one is left out altogether, because nobody could say which.
  package func captures(in output: CommandOutput) -> [Capture] {
    var found: [Capture] = []
    var isClaimed = false
    for recognizer in Self.all {
      if isClaimed, recognizer.standing != .beside { continue }
      let captures = recognizer.captures(in: output)
      if !captures.isEmpty, recognizer.standing != .beside { isClaimed = true }
      found += captures
    }
    return Self.unambiguous(found)
  }

  private static func unambiguous(_ found: [Capture]) -> [Capture] {
    let captures = found.count <= captureLimit ? found : found.filter { !$0.isPrimary }
    var rowsByName: [String: Set<Int>] = [:]
    var ambiguous: Set<String> = []
    for capture in captures {
      // 0 is no row: it stands for the value that is the only one of its name.
      let row = capture.row ?? 0
      var rows = rowsByName[capture.name, default: []]
      let isFirst = rows.insert(row).inserted
      if !isFirst || (rows.count > 1 && rows.contains(0)) { ambiguous.insert(capture.name) }
      rowsByName[capture.name] = rows
    }
    return captures.filter { !ambiguous.contains($0.name) }
  }
}
