import GonogoCore

/// Reads `go test -json`: tests and packages by how they ended.
struct GoTestJSONRecognizer: Recognizer {
  let name = "go-test-json"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let go = output.speaker("go"), go.arguments.first == "test",
      go.arguments.contains("-json"), !output.lines.isEmpty
    else { return [] }
    var tests: [String: Int] = [:]
    var packages: [String: Int] = [:]
    var open = 0
    for line in output.lines {
      guard let event = try? JSONReader.read(Array(line.utf8), depthLimit: 4),
        let action = Self.text("Action", of: event)
      else { return [] }
      let isEnd = ["pass", "fail", "skip"].contains(action)
      guard let test = Self.text("Test", of: event) else {
        if isEnd { packages[action, default: 0] += 1 }
        continue
      }
      if test.contains("/") { continue }
      if action == "run" { open += 1 }
      if isEnd {
        open -= 1
        tests[action, default: 0] += 1
      }
    }
    // A test without an end: its program died.
    guard open == 0, packages["pass", default: 0] + packages["fail", default: 0] > 0 else {
      return []
    }
    return TestCounts.captures(
      [
        ("passed", tests["pass", default: 0]), ("failed", tests["fail", default: 0]),
        ("skipped", tests["skip", default: 0]),
        ("passed_packages", packages["pass", default: 0]),
        ("failed_packages", packages["fail", default: 0]),
      ], recognizer: name)
  }

  private static func text(_ name: String, of event: JSONValue) -> String? {
    guard case .string(let text)? = event.objectValue?.first(where: { $0.name == name })?.value
    else { return nil }
    return text
  }
}
