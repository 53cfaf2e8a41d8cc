package import GonogoCore

/// Reads one kind of output into captures. What it is not sure of it leaves out.
package protocol Recognizer: Sendable {
  /// The name its captures carry: `psql-table`, `time`, …
  var name: String { get }
  /// How it gets on with the other recognizers.
  var standing: RecognizerStanding { get }
  /// Everything it finds; empty when the output is not of its kind. Takes time linear in the output
  /// and crashes on none.
  func captures(in output: CommandOutput) -> [Capture]
}

extension Recognizer {
  /// Most know one format.
  package var standing: RecognizerStanding { .specific }
}
