import GonogoCore

/// Reads the status of the last response out of curl's `-v` trace on standard error.
struct HTTPTraceRecognizer: Recognizer {
  let name = "http-trace"
  var standing: RecognizerStanding { .beside }

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let curl = output.onlyCommand("curl"),
      output.othersLeaveOutputAlone(than: "curl"),
      !HTTPStatusRecognizer.showsHeaders(curl), !Self.writesCode(curl)
    else { return [] }
    let status = output.errorLines.reversed().lazy
      .compactMap { $0.dropping(prefix: "< ") }.compactMap { HTTPStatusLine.status($0) }.first
    guard let status else { return [] }
    return [
      Capture(
        name: "http_status", value: .quantity(Quantity(Double(status))), text: String(status),
        recognizer: name)
    ]
  }

  private static func writesCode(_ curl: ShellCommand) -> Bool {
    curl.arguments.contains { $0.hasPrefix("%{") }
  }
}
