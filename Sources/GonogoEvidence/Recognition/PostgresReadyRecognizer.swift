import GonogoCore

/// Reads `pg_isready`: `localhost:5432 - accepting connections`.
struct PostgresReadyRecognizer: Recognizer {
  let name = "pg_isready"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, output.speaker("pg_isready") != nil, output.lines.count == 1 else {
      return []
    }
    let line = output.lines[0]
    let states = [
      "accepting connections": true, "rejecting connections": false, "no response": false,
    ]
    for (state, accepts) in states where line.hasSuffix(" - \(state)") {
      return [truth("accepting_connections", accepts, state)]
    }
    return []
  }
}
