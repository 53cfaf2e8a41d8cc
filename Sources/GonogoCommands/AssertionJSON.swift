internal import GonogoCore
internal import GonogoEvidence

/// A statement for machines: `what` it is, then its parts.
enum AssertionJSON {
  /// The statement; parts it does not have are left out.
  static func json(_ assertion: Assertion) -> JSONValue {
    switch assertion {
    case .limit(let threshold): limit(threshold)
    case .version(let comparator, let text):
      [
        "what": "limit", "op": .string(comparator.rawValue), "value": .string(text),
        "unit": "version",
      ]
    case .range(let range):
      [
        "what": "range", "low": .number(range.low.value), "high": .number(range.high.value),
        "unit": .string(range.high.unit.symbol),
      ]
    case .within(let tolerance):
      [
        "what": "within", "value": .number(tolerance.distance.value),
        "unit": .string(tolerance.distance.unit.symbol), "text": .string(tolerance.reference),
      ]
    case .status(let codes):
      [
        "what": "status", "value": codes.first.map { .integer($0) } ?? .null,
        "values": .array(codes.map { .integer($0) }),
      ]
    case .exit(let code): ["what": "exit", "value": .integer(code)]
    case .contains(let texts):
      [
        "what": "contains", "text": texts.first.map { .string($0) } ?? .null,
        "values": .array(texts.map { .string($0) }),
      ]
    case .matches(let pattern): ["what": "matches", "text": .string(pattern)]
    case .sample(let sample): ["what": "sample", "value": .integer(sample.line)]
    case .empty: ["what": "empty"]
    case .zero(let noun): ["what": "zero", "text": .string(noun)]
    case .all(let noun, let state):
      ["what": "all", "text": .string(noun.isEmpty ? state : noun + " " + state)]
    case .state(let state): ["what": "state", "text": .string(state)]
    }
  }

  private static func limit(_ threshold: Threshold) -> JSONValue {
    [
      "what": "limit", "op": .string(threshold.required.comparator.rawValue),
      "value": .number(threshold.required.quantity.value),
      "unit": .string(threshold.required.quantity.unit.symbol),
      "text": threshold.required.share.map { .string($0) } ?? .null,
      "critical": threshold.critical.map { limit in
        [
          "op": .string(limit.comparator.rawValue), "value": .number(limit.quantity.value),
          "unit": .string(limit.quantity.unit.symbol),
        ]
      } ?? .null,
    ]
  }
}
