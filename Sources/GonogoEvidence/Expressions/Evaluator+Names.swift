import GonogoCore

extension Evaluator {
  /// The value of a capture.
  func capture(_ path: CapturePath, at offset: Int) -> Outcome {
    found(scope.capture(path), "capture", path.description, at: offset) { capture in
      switch capture.value {
      case .quantity(let quantity):
        let amount = Amount(quantity, printed: capture.text)
        return finite(amount, shown: "\(path) \(amount.shown)", isObserved: true)
      case .text(let text):
        return Outcome(
          .text(text), shown: "\(path) \(Outcome.quoted(text))", isObserved: true)
      case .truth(let truth):
        return Outcome(.truth(truth), shown: "\(path) is \(truth)", isObserved: true)
      }
    }
  }

  /// Whether a section, step or command passed.
  func passed(_ name: String, at offset: Int) -> Outcome {
    let quoted = Outcome.quoted(name)
    return found(scope.passed(name), "section, step or command", name, at: offset) { verdict in
      switch verdict {
      case .pass: Outcome(.truth(true), shown: "\(quoted) passed", isObserved: true)
      case .fail: Outcome(.truth(false), shown: "\(quoted) failed", isObserved: true)
      case .unknown: .unknown("whether \(quoted) passed is not known")
      case .skipped: .unknown("\(quoted) was skipped")
      }
    }
  }

  /// The exit status of a step or command.
  func exit(_ name: String, at offset: Int) -> Outcome {
    found(scope.exit(name), "step or command", name, at: offset) { status in
      finite(
        Amount(Quantity(Double(status)), printed: String(status)),
        shown: "exit status of \(Outcome.quoted(name)) \(status)", isObserved: true)
    }
  }

  /// What a step or command printed.
  func output(_ name: String, at offset: Int) -> Outcome {
    found(scope.output(name), "step or command", name, at: offset) { output in
      Outcome(
        .text(output.text), shown: "output of \(Outcome.quoted(name))", isObserved: true,
        isTruncated: output.isTruncated)
    }
  }

  /// The one value of a query, a number when it reads as one.
  func sql(_ query: String) -> Outcome {
    switch scope.sql(query) {
    case .failed(let reason):
      return .unknown("sql(\(Outcome.quoted(query))) gave no value: \(reason)")
    case .value(let text):
      guard let quantity = QuantityReader.read(text) else {
        return Outcome(.text(text), shown: Outcome.quoted(text), isObserved: true)
      }
      return finite(Amount(quantity, printed: text), isObserved: true)
    }
  }

  /// What an earlier run recorded.
  func baseline(_ name: String, at offset: Int) -> Outcome {
    found(scope.baseline(name), "recorded number", name, at: offset) { quantity in
      finite(
        Amount(quantity), shown: "baseline \(Amount(quantity).shown)", isObserved: true)
    }
  }

  /// What a lookup gives, its refusals put into words.
  private func found<Value>(
    _ lookup: NameLookup<Value>, _ kind: String, _ name: String, at offset: Int,
    _ use: (Value) -> Outcome
  ) -> Outcome {
    switch lookup {
    case .one(let value): return use(value)
    case .notYet(let reason): return .unknown(reason)
    case .none, .ambiguous:
      guard let fault = lookup.fault(kind, name, at: offset) else {
        return .unknown("\(name) is not known")
      }
      return Outcome(.fault(fault), shown: fault.message)
    }
  }
}

extension NameLookup {
  /// The fault of a name that means nothing or several things; nil for the other answers.
  func fault(_ kind: String, _ name: String, at offset: Int) -> DirectiveError? {
    switch self {
    case .one, .notYet: return nil
    case .none(let nearest):
      let listed = nearest.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
      return DirectiveError(
        "there is no \(kind) `\(name)`", at: offset,
        cure: nearest.isEmpty ? nil : "did you mean \(listed)?")
    case .ambiguous(let names):
      let listed = names.prefix(5).joined(separator: ", ")
      return DirectiveError(
        "`\(name)` may be any of several", at: offset,
        cure: "say which, by the name of its step, section or command or by its row: \(listed)")
    }
  }
}
