package import GonogoCore

/// A run as an in-toto Statement v1 with the predicate test-result v0.1.
package enum TestResultStatement {
  /// What the bytes of a statement are called in an envelope.
  package static let payloadType = "application/vnd.in-toto+json"

  /// The statement about a signed document.
  ///
  /// Only what is known is listed as passed or failed; what is open or was left out is in no list, and
  /// the result says whether that was enough. A GO beside which something failed is a warning. Of NO-GO criteria and triggers those that do not hold
  /// passed.
  ///
  /// - Parameters:
  ///   - record: the record of the run.
  ///   - name: the signed document's name.
  ///   - digest: its SHA-256.
  /// - Returns: the statement.
  package static func json(_ record: JSONValue, name: String, digest: String) -> JSONValue {
    let source: JSONValue = [
      "name": record["source"]?["path"] ?? "",
      "digest": ["sha256": record["source"]?["sha256"] ?? ""],
    ]
    let tests = commands(record) + claims(record)
    func names(_ outcome: Outcome) -> JSONValue {
      .array(tests.filter { $0.outcome == outcome }.map { .string($0.name) })
    }
    return [
      "_type": "https://in-toto.io/Statement/v1",
      "subject": [source, ["name": .string(name), "digest": ["sha256": .string(digest)]]],
      "predicateType": "https://in-toto.io/attestation/test-result/v0.1",
      "predicate": [
        "result": .string(result(record, tests.map(\.outcome))), "configuration": [source],
        "passedTests": names(.passed), "warnedTests": names(.warned), "failedTests": names(.failed),
      ],
    ]
  }

  private enum Outcome { case passed, warned, failed }

  private static func result(_ record: JSONValue, _ outcomes: [Outcome]) -> String {
    switch record["decision"]?.stringValue.flatMap(Decision.Answer.init(rawValue:)) {
    case .go: outcomes.allSatisfy { $0 == .passed } ? "PASSED" : "WARNED"
    case .conditionalGo: "WARNED"
    case .noGo, nil: "FAILED"
    }
  }

  private static func commands(_ record: JSONValue) -> [(name: String, outcome: Outcome)] {
    (record["steps"]?.arrayValue ?? []).compactMap { step in
      let name = "command \(step["id"]?.stringValue ?? "?")"
      switch step["verdict"]?.stringValue.flatMap(Verdict.init(rawValue:)) {
      case .pass: return (name, .passed)
      case .fail: return (name, .failed)
      default: return nil
      }
    }
  }

  private static func claims(_ record: JSONValue) -> [(name: String, outcome: Outcome)] {
    (record["claims"]?.arrayValue ?? []).compactMap { claim in
      let name = "line \(claim["line"]?.integerValue ?? 0): \(claim["text"]?.stringValue ?? "")"
      let kind = claim["kind"]?.stringValue.flatMap(Claim.Kind.init(rawValue:))
      let isUnwanted = kind == .noGoCriterion || kind == .trigger
      let isWarning = claim["warning"]?.boolValue ?? false
      switch claim["verdict"]?.stringValue.flatMap(Verdict.init(rawValue:)) {
      case .pass: return (name, isUnwanted ? .failed : isWarning ? .warned : .passed)
      case .fail: return (name, isUnwanted ? .passed : .failed)
      default: return nil
      }
    }
  }
}
