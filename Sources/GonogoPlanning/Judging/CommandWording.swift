package import GonogoCore

/// Sentences about commands and verdicts, the same wherever they are shown.
package enum CommandWording {
  /// `“Check size” exited with 1: psql: error: …`.
  package static func sentence(_ command: PlannedCommand, _ result: CommandResult?) -> String {
    let name = "“\(command.name)”"
    guard let result else { return "\(name) was not reached" }
    let note = result.note.map { ": \($0)" } ?? ""
    switch result.outcome {
    case .timedOut: return "\(name) was stopped at its time limit" + note
    case .interrupted: return "\(name) was interrupted" + note
    case .lost: return "\(name) ended unseen" + note
    case .background: return "\(name) was still running in the background" + note
    case .notApproved: return "\(name) was not approved, so it did not run"
    case .notRun: return "\(name) did not run" + note
    case .ran:
      let output = telling(result.stderr) ?? telling(result.stdout)
      let said =
        (output.map { ": \(clipped($0))" } ?? "") + (result.note.map { "; \($0)" } ?? "")
      if result.verdict == .pass { return "\(name) passed" }
      switch result.inner {
      case .failed(let status): return "\(name): a part of it failed with \(status)" + said
      case .mayBeMeant(let status):
        return "\(name): a part of it ended with \(status), which may or may not be meant" + said
      case .unseen(let why):
        if result.status == result.expectedStatus { return "\(name) \(why)" }
      case .none: break
      }
      let status = result.status ?? -1
      if status == result.expectedStatus {
        let statuses = result.pipeline.map(String.init).joined(separator: " | ")
        return "\(name) failed inside its pipeline (status \(statuses))" + said
      }
      return "\(name) exited with \(status)" + said
    }
  }

  /// `passed`, `failed`, `is open`.
  package static func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: "passed"
    case .fail: "failed"
    case .unknown, .skipped: "is open"
    }
  }

  /// `holds`, `does not hold`, `is open`.
  package static func holds(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: "holds"
    case .fail: "does not hold"
    case .unknown, .skipped: "is open"
    }
  }

  /// The last line that is not indented: an indented one only continues the message before it, as
  /// psql's "Is the server running on that host" does.
  private static func telling(_ output: OutputRecord) -> String? {
    let lines = output.text.split(whereSeparator: \.isNewline)
    let message = lines.last { $0.first.map { !$0.isWhitespace } ?? false }
    return message.map(String.init) ?? output.lastLine
  }

  private static func clipped(_ text: String) -> String {
    let line = text.drop { $0.isWhitespace }
    return line.count > 160 ? line.prefix(159) + "…" : String(line)
  }
}
