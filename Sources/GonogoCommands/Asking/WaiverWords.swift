internal import GonogoCore
internal import GonogoPlanning

/// Reads `--waive 'ITEM=reason'`.
enum WaiverWords {
  /// The waivers that `words` give.
  ///
  /// - Throws: `CommandFailure` for a word without a reason, or that names nothing or several things.
  static func waivers(
    _ words: [String], plan: Plan, by name: String, time: Int
  ) throws(CommandFailure) -> [Waiver] {
    if words.isEmpty { return [] }
    let finder = WaivableFinder(plan)
    var waivers: [Waiver] = []
    for word in words {
      let waiver = try waiver(word, finder, name, time)
      guard !waivers.contains(where: { $0.subject == waiver.subject }) else {
        throw CommandFailure(
          .usage, "--waive “\(waiver.text)”: it is waived twice", cure: "leave one of them out")
      }
      waivers.append(waiver)
    }
    return waivers
  }

  private static func waiver(
    _ word: String, _ finder: WaivableFinder, _ name: String, _ time: Int
  ) throws(CommandFailure) -> Waiver {
    var problem: WaivableFinder.Problem?
    // What is waived may hold an equals sign itself.
    for equals in word.indices where word[equals] == "=" {
      switch finder.find(String(word[..<equals])) {
      case .failure(let failure): problem = problem ?? failure
      case .success(let found):
        let reason = word[word.index(after: equals)...].filter { !$0.isNewline }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw missingReason(word) }
        return Waiver(
          subject: found.subject, text: found.text, line: found.line, reason: reason, by: name,
          time: time, isPrepared: true)
      }
    }
    guard let problem else { throw missingReason(word) }
    throw CommandFailure(.usage, "--waive “\(word)”: \(problem.message)", cure: problem.cure)
  }

  private static func missingReason(_ word: String) -> CommandFailure {
    CommandFailure(
      .usage, "--waive “\(word)”: the reason is missing",
      cure: "write --waive 'ITEM=why it is accepted'")
  }
}
