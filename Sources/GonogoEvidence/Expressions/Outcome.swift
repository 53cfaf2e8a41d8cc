import GonogoCore

/// What a part of an expression comes to, and how an explanation shows it.
struct Outcome: Sendable {
  /// What it comes to.
  let value: Evaluation
  /// How an explanation shows it: `active 1`, `50% of 100 (= 50)`, `db_size 7 GB > 5 GB`.
  let shown: String
  /// Whether it was observed, not written by the author.
  var isObserved = false
  /// Whether some of the text was dropped.
  var isTruncated = false

  /// A value that a person reads as `shown`.
  init(
    _ value: Evaluation, shown: String, isObserved: Bool = false, isTruncated: Bool = false
  ) {
    self.value = value
    self.shown = shown
    self.isObserved = isObserved
    self.isTruncated = isTruncated
  }

  /// Unknown, and why.
  static func unknown(_ reason: String) -> Outcome {
    Outcome(.unknown(reason: reason), shown: reason)
  }

  /// The directive is wrong there.
  static func fault(_ message: String, at offset: Int, cure: String? = nil) -> Outcome {
    Outcome(.fault(DirectiveError(message, at: offset, cure: cure)), shown: message)
  }

  /// What stops anything from being computed from it: a fault or not being known.
  var isOpen: Bool {
    switch value {
    case .unknown, .fault: true
    case .quantity, .text, .truth: false
    }
  }

  /// The first fault, else the first unknown, of `outcomes`; nil when all are known.
  static func firstOpen(_ outcomes: Outcome...) -> Outcome? {
    outcomes.first {
      if case .fault = $0.value { true } else { false }
    } ?? outcomes.first(where: \.isOpen)
  }

  /// What it is, for messages: `time`, `a text`.
  var kind: String {
    switch value {
    case .quantity(let amount): Self.kind(of: amount.dimension)
    case .text: "a text"
    case .truth: "true or false"
    case .unknown: "unknown"
    case .fault: "a fault"
    }
  }

  /// What a dimension is called in messages.
  static func kind(of dimension: Dimension) -> String {
    switch dimension {
    case .number: "a plain number"
    case .time: "a time"
    case .data: "an amount of data"
    case .percent: "a percentage"
    }
  }

  /// A text short enough for an explanation, between quotes, on one line.
  static func quoted(_ text: String) -> String {
    let line = String(text.prefix(60).map { $0.isNewline ? " " : $0 })
    return Expression.quoted(text.dropFirst(60).isEmpty ? line : line + "…")
  }
}
