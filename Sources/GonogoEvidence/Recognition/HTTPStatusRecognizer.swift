import GonogoCore

/// Reads the status of the last response out of what curl prints with `-I`, `-i` or
/// `-w '%{http_code}'`.
struct HTTPStatusRecognizer: Recognizer {
  let name = "http-status"

  func captures(in output: CommandOutput) -> [Capture] {
    // Not where another command may have printed it: `curl -I x || echo "HTTP/1.1 200 OK"`.
    guard !output.isTruncated, output.onlyCommand("curl") != nil,
      let curl = output.lineSpeaker("curl"),
      curl.arguments.count(where: { $0.contains("://") }) < 2
    else { return [] }
    let status = Self.written(curl, output.lines) ?? Self.headed(curl, output.lines)
    guard let status else { return [] }
    return [
      Capture(
        name: "http_status", value: .quantity(Quantity(Double(status))), text: String(status),
        recognizer: name)
    ]
  }

  /// True when curl was told to print response headers among the output.
  static func showsHeaders(_ curl: ShellCommand) -> Bool {
    has(curl, "i", "--include", "--show-headers") || has(curl, "I", "--head")
  }

  private static func has(_ curl: ShellCommand, _ letter: Character, _ names: String...) -> Bool {
    curl.arguments.contains { argument in
      if names.contains(argument) { return true }
      return argument.hasPrefix("-") && !argument.hasPrefix("--") && argument.contains(letter)
    }
  }

  /// The code that `-w '%{http_code}'` wrote, when it wrote nothing else and no body came before.
  private static func written(_ curl: ShellCommand, _ lines: [Substring]) -> Int? {
    let formats = ["%{http_code}", "%{response_code}", "%{http_code}\\n", "%{response_code}\\n"]
    guard curl.printsToOutput, curl.arguments.contains(where: formats.contains), lines.count == 1
    else { return nil }
    return HTTPStatusLine.written(lines[0])
  }

  /// The status of the last block of headers; a body is not looked into.
  private static func headed(_ curl: ShellCommand, _ lines: [Substring]) -> Int? {
    guard showsHeaders(curl) else { return nil }
    var status: Int?
    var index = 0
    while index < lines.count, let next = HTTPStatusLine.status(lines[index]) {
      let before = status
      // Another block follows an interim answer, a redirect, a challenge or a proxy's consent only.
      if let before, before >= 200, before < 300, !isProxyConsent(lines[..<index]) {
        // Where no body is asked for, a second answer is one to another request.
        if has(curl, "I", "--head") { return nil }
        break
      }
      if let before, before >= 400, before != 401, before != 407 { break }
      status = next
      while index < lines.count, !lines[index].isBlank { index += 1 }
      while index < lines.count, lines[index].isBlank { index += 1 }
    }
    return status
  }

  private static func isProxyConsent(_ lines: ArraySlice<Substring>) -> Bool {
    guard let first = lines.first else { return false }
    return first.lowercased().hasSuffix(" connection established")
  }
}
