import GonogoCore

/// Compares a statement with what the commands it is bound to did.
///
/// Only what was seen whole decides: a failed or cut off command, an output that is not there, and
/// every near miss leave the question to a person. Numbers are not judged here, because which value
/// a limit means is a matter of its own (`CaptureMatch`).
package struct AssertionJudge {
  let commands: [ObservedCommand]

  /// Judges `assertion` by what `commands` did; `statement` is the sentence that states it: what it is
  /// about says which tests are meant, and whether it speaks of one thing.
  package static func judge(
    _ assertion: Assertion, in statement: String = "", _ commands: [ObservedCommand]
  ) -> Judgement {
    guard !commands.isEmpty else { return Judgement(.unknown, because: "no command belongs to it") }
    let judge = AssertionJudge(commands: commands)
    if case .exit(let code) = assertion { return judge.exit(code) }
    if let obstacle = commands.lazy.compactMap(\.obstacle).first {
      return Judgement(.unknown, because: obstacle)
    }
    switch assertion {
    case .contains, .state:
      if let own = commands.first(where: { $0.saysSoItself || commands.count > 1 && $0.onlySays }) {
        return Judgement(.unknown, because: "“\(own.name)” may print that by itself")
      }
    default: break
    }
    switch assertion {
    case .status(let codes): return judge.status(codes)
    case .contains(let texts): return judge.contains(texts)
    case .matches(let pattern): return judge.matches(pattern)
    case .sample(let sample): return judge.sample(sample)
    case .empty: return judge.empty()
    case .zero(let noun): return judge.zero(noun)
    case .all(let noun, let state): return judge.tests(noun, state) ?? judge.all(noun, state)
    case .state(let state):
      if let several = Self.several(in: statement) {
        return Judgement(.unknown, because: "“\(several)” speaks of several")
      }
      return judge.tests(statement, state) ?? judge.tree(statement, state) ?? judge.state(state)
    case .limit, .version, .range, .within, .exit:
      return Judgement(.unknown, because: "no measured value clearly belongs to it")
    }
  }

  /// The word by which a statement of one state speaks of several things, or nil.
  private static func several(in statement: String) -> String? {
    WordSplit.lettersAndDigits(in: statement[...]).first {
      ["both", "each", "every", "either", "beide", "ambos", "ambas", "chaque", "cada"].contains($0)
    }
  }

  // MARK: Exit codes and statuses

  private func exit(_ code: Int) -> Judgement {
    guard let only = commands.first, commands.count == 1 else {
      return Judgement(.unknown, because: "several commands belong to it")
    }
    guard let result = only.result, result.outcome == .ran, let status = result.status else {
      return Judgement(.unknown, because: only.obstacle ?? "it is not known how it ended")
    }
    // A status of 0 hides what failed inside; then it is not the whole truth.
    if status == code, code == 0, result.verdict != .pass {
      return Judgement(.unknown, because: "“\(only.name)” exited with 0, but a part of it failed")
    }
    if let blindness = only.blindness {
      return Judgement(.unknown, because: "“\(only.name)” \(blindness)")
    }
    if status == code, code == 0, let empty = only.emptySuccess {
      return Judgement(.unknown, because: "“\(only.name)” \(empty)")
    }
    return Judgement(
      status == code ? .pass : .fail, because: "“\(only.name)” exited with \(status)")
  }

  private func status(_ codes: [Int]) -> Judgement {
    let wanted = codes.map(String.init).joined(separator: " or ")
    var found: [Int] = []
    for command in commands {
      if command.followsRedirects {
        return Judgement(
          .unknown,
          because: "“\(command.name)” follows redirects, so the status may be another page's")
      }
      let captures = command.result?.captures ?? []
      let read = captures.filter { $0.recognizer == "http-status" && $0.name == "http_status" }
      if let value = read.first?.quantity?.value, read.count == 1 {
        found.append(Int(value))
      } else if command.isOneVoice,
        let code = command.output.flatMap({ text in
          let text = text.trimmedLines
          return command.asksServer ? HTTPStatusLine.written(text) : HTTPStatusLine.code(text)
        })
      {
        found.append(code)
      } else if command.asksServer {
        // Of several requests each must be answered.
        return Judgement(.unknown, because: "“\(command.name)” printed no HTTP status of its own")
      }
    }
    guard let only = found.first, found.allSatisfy({ $0 == only }) else {
      return Judgement(
        .unknown,
        because: found.isEmpty
          ? "no HTTP status was printed" : "more than one HTTP status was printed")
    }
    return Judgement(
      codes.contains(only) ? .pass : .fail,
      because: only == 0
        ? "there was no answer, must be \(wanted)"
        : "the HTTP status is \(only), must be \(wanted)")
  }

  // MARK: Output

  private func empty() -> Judgement {
    if let filtered = commands.first(where: \.isFiltered) {
      return Judgement(
        .unknown, because: "“\(filtered.name)” is a pipeline, whose silence may mean anything")
    }
    if let silenced = commands.first(where: \.isSilenced) {
      return Judgement(
        .unknown,
        because: "“\(silenced.name)” was told to print nothing, so its silence says nothing")
    }
    if let talking = commands.first(where: { command in
      let result = command.result
      return !(result?.stdout.text ?? "").isBlankText || !(result?.stderr.text ?? "").isBlankText
    }) {
      return Judgement(.fail, because: "“\(talking.name)” printed something")
    }
    if let silent = commands.first(where: { $0.emptySuccess != nil }) {
      return Judgement(.unknown, because: "“\(silent.name)” \(silent.emptySuccess ?? "")")
    }
    return Judgement(.pass, because: "nothing was printed")
  }

  private func contains(_ texts: [String]) -> Judgement {
    var missing: String?
    for text in texts {
      switch find(text, beside: texts) {
      case .found: continue
      case .doubtful(let why): return Judgement(.unknown, because: "“\(text)” \(why)")
      case .missing: missing = missing ?? text
      }
    }
    if let missing, missing.hasPrefix("{") || missing.hasPrefix("[") {
      return Judgement(.unknown, because: "“\(missing)” may be there with more around it")
    }
    if let missing {
      return Judgement(.fail, because: "“\(missing)” is not in the output")
    }
    let list = texts.map { "“\($0)”" }.joined(separator: " and ")
    return Judgement(.pass, because: "the output contains \(list)")
  }

  /// A word that may be said of anything has to stand alone; other texts are looked for as they are.
  private func find(_ text: String, beside texts: [String]) -> TextSearch.Finding {
    WordSearch.isBare(text)
      ? WordSearch(text, beside: texts).find(in: outputs) : TextSearch.find(text, in: outputs)
  }

  /// Everything that was printed, stream by stream.
  private var outputs: [String] {
    commands.flatMap { [$0.result?.stdout.text ?? "", $0.result?.stderr.text ?? ""] }
      .filter { !$0.isBlankText }
  }

  private func matches(_ text: String) -> Judgement {
    guard let pattern = try? LinePattern(text) else {
      return Judgement(.unknown, because: "the pattern “\(text)” cannot be read")
    }
    let isFound = commands.contains { pattern.matches($0.result?.stdout.text ?? "") }
    return Judgement(
      isFound ? .pass : .fail,
      because: isFound ? "a line matches “\(text)”" : "no line matches “\(text)”")
  }

  private func sample(_ sample: Claim.Sample) -> Judgement {
    let place = "the block in line \(sample.line)"
    let text = SampleText(sample.text)
    if text.isOpen {
      return Judgement(.unknown, because: "\(place) leaves a part open, so a person compares it")
    }
    let printed = commands.compactMap(\.output)
    guard printed.count == commands.count else {
      return Judgement(.unknown, because: "output and error messages were printed side by side")
    }
    guard text.equals(printed.joined()) else {
      return Judgement(.unknown, because: "the output differs from \(place)")
    }
    return Judgement(.pass, because: "the output equals \(place)")
  }
}

extension String {
  /// Itself without blanks and line ends around it.
  var trimmedLines: Substring {
    var text = self[...]
    while let first = text.unicodeScalars.first, ScalarForm.isBlank(first) {
      text = Substring(text.unicodeScalars.dropFirst())
    }
    while let last = text.unicodeScalars.last, ScalarForm.isBlank(last) {
      text = Substring(text.unicodeScalars.dropLast())
    }
    return text
  }
}
