import GonogoCore

@testable import GonogoEvidence

extension Capture {
  /// `mean_exec_time[1] = 0.33 (0.33 ms)`; a `~` in front of captures that are not primary.
  var summary: String {
    let kind =
      switch value {
      case .quantity(let quantity):
        quantity.unit == .none
          ? " (\(quantity.value))" : " (\(quantity.value) \(quantity.unit.symbol))"
      case .text: ""
      case .truth(let truth): " (\(truth))"
      }
    return "\(isPrimary ? "" : "~")\(reference) = \(text)\(kind)"
  }
}

/// What `recognizer` finds when `command` prints this.
func found(
  _ recognizer: any Recognizer, _ command: String, _ stdout: String, stderr: String = "",
  isTruncated: Bool = false, exitStatus: Int32? = nil
) -> [String] {
  recognizer.captures(
    in: CommandOutput(
      command: command, stdout: stdout, stderr: stderr, isTruncated: isTruncated,
      exitStatus: exitStatus)
  ).map(\.summary)
}

/// What all recognizers together find, what `LineRecognizer` says of any output left out.
func foundByAll(
  _ command: String, _ stdout: String, stderr: String = "", isTruncated: Bool = false
) -> [String] {
  Recognition().captures(
    in: CommandOutput(
      command: command, stdout: stdout, stderr: stderr, isTruncated: isTruncated)
  ).filter { $0.recognizer != "lines" }.map(\.summary)
}
