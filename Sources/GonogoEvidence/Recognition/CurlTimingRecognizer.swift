import GonogoCore

/// Reads what `curl -w FORMAT` writes when the body goes elsewhere: times in seconds, sizes in
/// bytes, the status.
struct CurlTimingRecognizer: Recognizer {
  let name = "curl-format"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let curl = output.speaker("curl"), Self.discardsBody(curl),
      output.stdout.utf8.count <= 10_000, let format = CurlFormat(curl),
      let values = format.values(in: output.stdout)
    else { return [] }
    var captures: [Capture] = []
    for (title, value) in values {
      guard let capture = capture(title, value) else { return [] }
      captures.append(capture)
    }
    return captures
  }

  private func capture(_ title: String, _ value: Substring) -> Capture? {
    switch title {
    case "http_code", "response_code":
      // Without an answer nothing was measured.
      return HTTPStatusLine.code(value).map {
        quantity("http_status", Quantity(Double($0)), value)
      }
    case "size_download", "size_upload", "size_header", "size_request":
      return QuantityReader.read(value).map {
        quantity(title, Quantity($0.value, .byte), value)
      }
    case _ where title.hasPrefix("time_"):
      guard let seconds = Double(value), seconds >= 0, seconds < 1e9 else { return nil }
      return quantity(title, Quantity(seconds, .second), value)
    case "num_redirects", "num_connects", "num_retries", "num_headers", "ssl_verify_result",
      "http_version", "remote_port", "local_port", "speed_download", "speed_upload":
      return QuantityReader.read(value).map { quantity(title, $0, value) }
    default: return nil
    }
  }

  /// True when the only thing written to standard output is the format, and that once.
  private static func discardsBody(_ curl: ShellCommand) -> Bool {
    let targets = curl.arguments.filter {
      $0 == "--output" || $0 == "--remote-name"
        || ($0.hasPrefix("-") && !$0.hasPrefix("--") && ($0.hasSuffix("o") || $0.contains("O")))
        || $0.hasPrefix("--output=") || $0 == "-o/dev/null"
    }
    return targets.count == 1 && !curl.arguments.contains("-")
      && !curl.arguments.contains("/dev/stdout") && !curl.arguments.contains("--next")
  }
}
