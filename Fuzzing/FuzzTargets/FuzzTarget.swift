/// What a fuzzer can feed: one reader of bytes that others may have written.
///
/// Each stops the process by a precondition when a promise of the reader does not hold.
package enum FuzzTarget: String, CaseIterable, Sendable {
  /// The Markdown reader, the planner and the completion with made-up ticks and texts.
  case document
  /// The statement splitter and the reader of commands.
  case commands
  /// Annotations, sidecar, answers and front matter.
  case settings
  /// Tables, whatever stands in their cells.
  case table
  /// Signed documents and the wire format of signatures.
  case signature
  /// Journals, whole and cut off.
  case journal
  /// The stripper of terminal control and the redactor, in two chunkings.
  case redaction

  /// Feeds `bytes`.
  package func run(_ bytes: [UInt8]) {
    switch self {
    case .document: DocumentTarget.run(bytes)
    case .commands: CommandTarget.run(bytes)
    case .settings: SettingsTarget.run(bytes)
    case .table: TableTarget.run(bytes)
    case .signature: SignatureTarget.run(bytes)
    case .journal: JournalTarget.run(bytes)
    case .redaction: RedactionTarget.run(bytes)
    }
  }
}
