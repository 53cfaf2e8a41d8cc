internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner

/// Asks at the end whether somebody accepts what stands against a GO.
struct WaiverPrompt {
  let terminal: Terminal
  let plan: Plan
  let operatorName: String
  let signals: Int32
  /// Keeps a waiver; it is shown only then.
  let keep: (Waiver) throws(RunFailure) -> Void

  /// What is accepted, beyond what was accepted before.
  func ask(_ decision: Decision) throws(RunFailure) -> [Waiver] {
    let accepted = Set(decision.waivers.map(\.subject))
    let checklist = plan.checklist
    guard decision.reasons.allSatisfy({ DecisionRule.isWaivable($0, checklist) }) else {
      return []
    }
    var open = decision.reasons.filter { $0.subject.map { !accepted.contains($0) } ?? false }
    var waivers: [Waiver] = []
    let finder = WaivableFinder(plan)
    terminal.line()
    terminal.line("  \(terminal.styled("This stands against a GO", .yellow)):")
    for (number, reason) in open.enumerated() {
      terminal.line("  \(number + 1). line \(reason.line): \(VisibleText.line(reason.text))")
    }
    terminal.line(
      terminal.styled("  accept, with the reason: 1 why, all why · Enter to leave it", .dim))
    let all = open
    while !open.isEmpty {
      guard let line = LineInput.answer(to: "  > ", on: terminal, signals: signals),
        line.contains(where: { !$0.isWhitespace })
      else { return waivers }
      let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      let why = words.count > 1 ? words[1].filter { !$0.isNewline } : ""
      let picked: [Reason]
      if words[0] == "all" {
        picked = open
      } else if let number = Int(words[0]), (1...all.count).contains(number) {
        picked = [all[number - 1]]
      } else {
        terminal.line("  begin with a number of the list, or all")
        continue
      }
      guard why.contains(where: { !$0.isWhitespace }) else {
        terminal.line("  say why it is accepted: \(words[0]) known since Monday, ticket 12")
        continue
      }
      for subject in Set(picked.compactMap(\.subject)) {
        let found = finder.describe(subject)
        let waiver = Waiver(
          subject: subject, text: found.text, line: found.line, reason: why, by: operatorName,
          time: HostEnvironment.now, isPrepared: false)
        try keep(waiver)
        waivers.append(waiver)
        open.removeAll { $0.subject == subject }
        terminal.line("  line \(found.line) is accepted")
      }
    }
    return waivers
  }
}
