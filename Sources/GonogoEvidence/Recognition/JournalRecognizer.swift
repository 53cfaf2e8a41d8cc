import GonogoCore

/// Reads that `journalctl` found nothing. How many entries there are is not read: one may have
/// several lines.
struct JournalRecognizer: Recognizer {
  let name = "journalctl"

  func captures(in output: CommandOutput) -> [Capture] {
    // On standard error it says that it has no journal, or may not see all of it.
    guard !output.isTruncated, output.speaker("journalctl") != nil, output.exitStatus == 0,
      output.stderr.isBlank
    else { return [] }
    let lines = output.lines.filter { !$0.isBlank && !$0.hasPrefix("-- Logs begin at ") }
    guard lines == ["-- No entries --"] else { return [] }
    return [count("entries", 0)]
  }
}
