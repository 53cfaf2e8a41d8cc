internal import GonogoCore
internal import GonogoEvidence

extension Assessor {
  /// Compares a measured value with what a sentence says of it: the one value that clearly belongs
  /// to the sentence.
  func measure(
    _ claim: Claim, _ limit: Quantity, _ meaning: Meaning, shown: String,
    judge: (Quantity) -> (verdict: Verdict, isWarning: Bool)
  ) -> ClaimResult {
    let pool =
      plan.claimRules[claim.id].commands?.flatMap(candidates(of:))
      ?? candidates(section: claim.section, before: claim.location.line)
    switch CaptureMatch.measure(meaning, limit.unit.dimension, from: pool) {
    case .one(let candidate, let why):
      guard let value = candidate.capture.quantity else { return open(claim, "it is no number") }
      let (verdict, isWarning) = judge(value)
      let name = "\(candidate.capture.reference) \(candidate.capture.text)"
      // "1.200 ms" is twelve hundred in German.
      if candidate.capture.recognizer == "key-value", Self.mayBeThousands(candidate.capture.text),
        judge(Quantity(value.value * 1_000, value.unit)).verdict != verdict
      {
        return open(claim, "\(name) may or may not be \(shown): its point may part thousands")
      }
      // One value says nothing of the others.
      if verdict == .pass, let several = Self.several(in: claim.text) {
        return open(claim, "\(name), and “\(several)” speaks of several")
      }
      if verdict == .pass, let other = rival(of: candidate.command, claim) {
        return open(claim, "\(name), and “\(other)” prints such values, too")
      }
      guard !verdict.isOpen else {
        let why =
          limit.unit.dimension == .data
          ? "kB, MB and GB are read two ways" : "more than one of its limits fits"
        return open(claim, "\(name) may or may not be \(shown): \(why)")
      }
      if let trouble = trouble(beside: claim, verdict, in: [candidate.command]) {
        return open(claim, "\(name), and \(trouble)")
      }
      return ClaimResult(
        claim: claim.id, verdict: verdict, source: .inferred(why),
        because: "\(name), must be \(shown)", isWarning: isWarning)
    case .none(let near):
      return open(
        claim,
        near.isEmpty
          ? "nothing that was printed can be compared with \(shown)"
          : "no value clearly belongs to it; near: " + CaptureWording.list(near))
    }
  }

  /// Judges any other statement by the commands it is bound to.
  func judge(_ claim: Claim, _ assertion: Assertion, _ rule: ClaimRule) -> ClaimResult {
    switch assertion {
    case .range(let range): return measure(claim, range, shown: range.shown)
    case .within(let tolerance):
      guard let range = tolerance.range else { break }
      return measure(claim, range, shown: tolerance.shown)
    default: break
    }
    let observed = (rule.commands ?? []).map { id in
      ObservedCommand(
        name: plan.commands[id].name, text: plan.commands[id].text,
        result: observations.commands[id], emptySuccess: plan.commands[id].emptySuccess?.text,
        blindness: plan.commands[id].blindness)
    }
    let judgement = AssertionJudge.judge(assertion, in: claim.statement, observed)
    guard !judgement.verdict.isOpen else { return open(claim, judgement.because) }
    if let trouble = trouble(beside: claim, judgement.verdict, in: rule.commands ?? []) {
      return open(claim, "\(judgement.because), and \(trouble)")
    }
    return ClaimResult(
      claim: claim.id, verdict: judgement.verdict, source: .inferred(rule.why),
      because: judgement.because)
  }

  /// The word by which a sentence about a limit speaks of several things, or nil.
  private static func several(in text: String) -> String? {
    WordSplit.lettersAndDigits(in: text[...]).first {
      [
        "all", "each", "every", "both", "alle", "jede", "jeder", "beide", "cada", "todos", "todas",
        "ambos",
        "chaque", "tous", "toutes",
      ].contains($0)
    }
  }

  /// Another command of the same program, above the claim in its section, of whose output nothing was taken
  /// that could be compared.
  private func rival(of command: Int, _ claim: Claim) -> String? {
    guard let program = plan.commands[command].tools.first, !Self.many.contains(program) else {
      return nil
    }
    let own = plan.claimRules[claim.id].commands
    let ids = own ?? plan.index.commands(in: plan.commands[command].section)
    let other = ids.first { id in
      let next = plan.commands[id]
      return id != command && next.tools.contains(program)
        && (own != nil || next.line < claim.location.line)
        && next.step == plan.commands[command].step
    }
    return other.map { plan.commands[$0].name }
  }

  /// Programs that print whatever they are told to.
  private static let many: Set<String> = [
    "echo", "printf", "cat", "curl", "psql", "redis-cli", "kubectl", "git", "docker", "grep", "awk",
    "jq", "mysql",
  ]

  /// True for `1.200`, three digits behind a point.
  private static func mayBeThousands(_ text: String) -> Bool {
    let digits = text.prefix { $0.isNumber || $0 == "." }.split(separator: ".")
    return digits.count == 2 && (1...3).contains(digits[0].count) && digits[1].count == 3
      && digits[0].first != "0"
  }

  /// What commands printed that speaks against the good news they brought.
  private func trouble(beside claim: Claim, _ verdict: Verdict, in commands: [Int]) -> String? {
    guard verdict == (claim.isTrigger ? .fail : .pass) else { return nil }
    for id in commands {
      if let filter = CutOutput.filter(in: plan.commands[id].text) {
        return "`\(filter)` shows only some of the rows"
      }
    }
    return commands.lazy.compactMap { self.troubledLine(of: $0, about: claim) }.first
      .map { "“\($0)” was printed, too" }
  }

  /// True when a tool printed `text` of which it is known how it writes numbers.
  private func isPrintedByKnownTool(_ text: String) -> Bool {
    observations.commands.contains { result in
      result?.captures.contains { $0.text == text && $0.recognizer != "key-value" } == true
    }
  }

  private func measure(_ claim: Claim, _ range: MeasuredRange, shown: String) -> ClaimResult {
    measure(claim, range.high, range.meaning, shown: shown) { (range.verdict(for: $0), false) }
  }

  /// Judges a limit by what fills the blank beside it.
  func judge(_ claim: Claim, _ blank: Int, _ threshold: Threshold) -> ClaimResult {
    let place = plan.checklist.blanks[blank]
    guard let filled = observations.blanks[blank], let text = filled.text,
      filled.source != .none
    else { return open(claim, "“\(place.label)” is not filled") }
    guard let value = BlankText.quantity(of: text, unit: place.unit) else {
      return open(claim, "“\(text)” is no number that can be compared with \(threshold.shown)")
    }
    let (verdict, isWarning) = threshold.judge(value)
    guard !verdict.isOpen else {
      return open(claim, "“\(text)” may or may not be \(threshold.shown)")
    }
    if Self.mayBeThousands(text), !isPrintedByKnownTool(text),
      threshold.judge(Quantity(value.value * 1_000, value.unit)).verdict != verdict
    {
      return open(
        claim, "“\(text)” may or may not be \(threshold.shown): its point may part thousands")
    }
    return ClaimResult(
      claim: claim.id, verdict: verdict,
      source: .inferred("what fills “\(place.label)” in line \(place.location.line)"),
      because: "“\(place.label)” is \(text), must be \(threshold.shown)", isWarning: isWarning)
  }

  private func open(_ claim: Claim, _ because: String) -> ClaimResult {
    ClaimResult(claim: claim.id, verdict: .unknown, source: .none, because: because)
  }

  /// What a passing command printed.
  func candidates(of id: Int) -> [CaptureMatch.Candidate] {
    let result = observations.commands[id]
    guard let result, result.verdict == .pass, plan.commands[id].blindness == nil else {
      return []
    }
    return result.captures.map {
      CaptureMatch.Candidate(
        capture: $0, command: id, surroundings: plan.commands[id].meaning)
    }
  }
}
