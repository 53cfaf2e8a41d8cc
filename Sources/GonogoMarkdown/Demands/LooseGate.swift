internal import GonogoCore

/// Sentences that let nobody go on before something is so: approvals, gates, what GO or NO-GO hangs on.
///
/// Like `LooseDemand` it has the last look, at what no reader took; what it finds is asked.
enum LooseGate {
  /// Longer sentences explain.
  private static let mostBytes = 240

  /// True for such a sentence, without marks.
  static func isMade(by text: String) -> Bool {
    guard text.utf8.count <= mostBytes, let last = text.last else { return false }
    if asksYesOrNo(text) || isOpenApproval(text) || text.hasPrefix("⏳") { return true }
    if text.hasSuffix("?"), SentenceWords(text).has(.approving), text.utf8.count <= 80 {
      return true
    }
    guard !"?？:：".contains(last) else { return false }
    let words = SentenceWords(text)
    if words.words.count == 1, halted.contains(words.words[0]) { return true }
    guard (2...30).contains(words.words.count) || words.text.hasWideSigns
    else { return false }
    if forbids(words) { return true }
    if isDenied(words) { return false }
    return consults(words) || closesWindow(words) || vetoes(words)
      || holdsBack(words) || asksForApproval(words) || isGate(text)
      || settlesGo(text, words) || isHalted(words) || isDue(words) || LooseDuty.isMade(by: words)
  }

  /// "Do not deploy before QA has signed off", "No deploys after 4 pm", "Do not deploy.": an act that is denied,
  /// for a time, without something, or altogether. "Do not run this on production" is about a command.
  private static func forbids(_ words: SentenceWords) -> Bool {
    let all = words.words
    guard all.count <= 20 else { return false }
    for place in all.indices.prefix(12) where denied.contains(all[place]) {
      let rest = all[(place + 1)...].prefix(4)
      guard let act = rest.firstIndex(where: { acts.contains($0) }) else { continue }
      if all.count <= 5 && !joins.contains(all[0])
        || all[(act + 1)...].contains(where: { joins.contains($0) })
      {
        return true
      }
      // "If an incident is open, do not deploy." What is done when something fails, others read.
      if all[..<place].contains(where: { joins.contains($0) }), !words.has(.failing) { return true }
    }
    // "The release may only start after 22:00."
    return all.count <= 18 && all.contains { onlys.contains($0) }
      && all.contains { acts.contains($0) } && all.contains { joins.contains($0) }
  }

  /// "Code freeze!", "Status: blocked", "QA has not signed off yet": how the work stands, in a few words.
  private static func isHalted(_ words: SentenceWords) -> Bool {
    let all = words.words
    guard all.count <= 8 else { return false }
    if all.contains(where: { halted.contains($0) }),
      all.count <= 5 || all.contains(where: { joins.contains($0) })
    {
      return true
    }
    // "To be approved by the DBA."
    if all.starts(with: ["to", "be"]), all.contains(where: { settled.contains($0) }) {
      return true
    }
    return all.contains { unsettled.contains($0) } && all.contains { settled.contains($0) }
  }

  /// "A backup of last night is required."
  private static func isDue(_ words: SentenceWords) -> Bool {
    guard (3...8).contains(words.words.count), let last = words.words.last else { return false }
    return due.contains(last)
  }

  /// True where a block may hold such a sentence: the words that all of them have.
  static func mayBeMade(by words: SentenceWords) -> Bool {
    let text = words.text
    return words.words.contains {
      weekdays.contains($0) || eyes.contains($0) || consulting.contains($0) || verdicts.contains($0)
        || doubts.contains($0) || labels.contains($0)
    } || text.hasPrefix("⏳") || text.hasWideSigns
      || words.has(.noFurther) || words.has(.goOnOnly) || words.has(.beforeGoing)
      || words.has(.approving) || namesGo(text) || LooseDuty.mayBeMade(by: words)
      || words.words.contains { halted.contains($0) || due.contains($0) || settled.contains($0) }
      || words.words.contains { denied.contains($0) || onlys.contains($0) }
        && words.words.contains { acts.contains($0) }
      // "(yes / no)", "[oui|non]"
      || text.utf8.contains { $0 == 0x28 || $0 == 0x5B }
        && text.utf8.contains { $0 == 0x2F || $0 == 0x7C || $0 == 0x2C }
  }

  /// "No approval is needed", "Freigabe: nicht erforderlich".
  private static func isDenied(_ words: SentenceWords) -> Bool {
    if undemanding.contains(where: { words.text.holds($0) }) { return true }
    let all = words.words
    guard words.has(.approving) || all.contains(where: { eyes.contains($0) }),
      !words.has(.noFurther)
    else { return false }
    return all.indices.contains { place in
      guard denying.contains(all[place]), place + 1 < all.count else { return false }
      let isFurther = further.contains(all[place + 1]) && place + 2 < all.count
      let next = isFurther ? place + 2 : place + 1
      return needing.contains(all[next]) || needed.contains(all[next])
        || nobody.contains(all[place])
          && ProseWords.standard.kinds(at: next, of: all).contains(.approving)
    }
  }

  /// "Confirm with security that no scan is running", "Have a second person check", "Four-eyes principle".
  private static func consults(_ words: SentenceWords) -> Bool {
    let all = words.words
    if zip(all, all.dropFirst()).contains(where: { persons.contains($0) && eyes.contains($1) }) {
      return true
    }
    guard all.count <= 20, let first = all.first, consulting.contains(first) else { return false }
    return all.prefix(3).contains { withs.contains($0) }
      || all.count <= 10 && all.contains { firsts.contains($0) }
  }

  /// "No release on Fridays", "Only during the maintenance window".
  private static func closesWindow(_ words: SentenceWords) -> Bool {
    if words.text.hasWideSigns, weekdays.contains(where: { words.text.holds($0) }),
      windowed.contains(where: { words.text.holds($0) })
    {
      return true
    }
    return words.words.count <= 14 && words.words.contains { weekdays.contains($0) }
      && words.words.contains { windowed.contains($0) }
  }

  /// "A degraded status is a show-stopper", "Anyone may veto".
  private static func vetoes(_ words: SentenceWords) -> Bool {
    words.words.count <= 10 && words.words.contains { verdicts.contains($0) }
      && !namesGo(words.text)
  }

  /// "DBA approval (yes/no)".
  private static func asksYesOrNo(_ text: String) -> Bool {
    var plain = text[...]
    while let last = plain.last, "?？. ".contains(last) { plain.removeLast() }
    guard let last = plain.last, ")）]".contains(last),
      let open = plain.lastIndex(where: { "(（[".contains($0) })
    else { return false }
    let words = plain[open...].dropFirst().dropLast().split { "/|,".contains($0) }
      .map { String(ChecklistBuilder.trimmed($0)) }
    return words.count == 2
      && words.allSatisfy { ChoiceReader.isAnswer($0.lowercased()) || $0.count == 1 }
      && OutcomeWords.excludeEachOther(words)
  }

  /// "DBA approval: pending", "Approved by QA:".
  private static func isOpenApproval(_ text: String) -> Bool {
    guard let colon = text.firstColon, text[..<colon].utf8.count <= 40 else { return false }
    let label = SentenceWords(String(text[..<colon]))
    guard label.has(.approving), (1...5).contains(label.words.count) else { return false }
    let value = String(ChecklistBuilder.trimmed(text[colon...].dropFirst()))
    let words = ProseWords.words(in: value)
    // "Approved by QA:"; "After approval:" leads to what stands below.
    if words.isEmpty {
      return label.words.count >= 3
        && label.words.contains { bys.contains($0) }
    }
    return (1...3).contains(words.count) && words.contains { pending.contains($0) }
  }

  /// "Do not continue unless the backup is verified", "If in doubt, do not ship".
  private static func holdsBack(_ words: SentenceWords) -> Bool {
    let isHeld = words.has(.noFurther) || words.has(.goOnOnly) || words.has(.beforeGoing)
    if isHeld, words.words.contains(where: { exceptions.contains($0) }) { return true }
    if isHeld, words.text.hasWideSigns {
      if words.has(.goOnOnly) || exceptions.contains(where: { words.text.holds($0) }) {
        return true
      }
    }
    return words.words.contains { doubts.contains($0) }
      && words.words.contains { denials.contains($0) }
  }

  /// "The on-call lead must approve before the switch", "Get approval from security".
  private static func asksForApproval(_ words: SentenceWords) -> Bool {
    guard words.has(.approving), words.words.count <= 20, let first = words.words.first else {
      return false
    }
    if words.text.hasWideSigns, musts.contains(where: { words.text.holds($0) }) { return true }
    return words.has(.obliged) || obtaining.contains(first)
      || words.words.contains { needing.contains($0) }
  }

  /// "Gate 1: QA approved", "Checkpoint: the team agrees", "Requires: two-person review".
  private static func isGate(_ text: String) -> Bool {
    guard let colon = text.firstColon, text[..<colon].utf8.count <= 48 else { return false }
    let label = ProseWords.words(in: text[..<colon])
    let value = text[colon...].dropFirst()
    // "Gate A (staging): PASS only if all suites are green."
    if label.count <= 5, label.first.map({ numbered.contains($0) }) == true {
      return value.contains(where: \.isLetter) && !Checkable.isPlaceholder(String(value))
        && !OutcomeWords.excludeEachOther(value.split { "/|".contains($0) }.map(String.init))
    }
    guard label.count == 1 else { return false }
    // "Pending: DBA approval"
    if pending.contains(label[0]) { return SentenceWords(String(value)).has(.approving) }
    guard labels.contains(label[0]) else { return false }
    return value.contains(where: \.isLetter) && !Checkable.isPlaceholder(String(value))
  }

  /// "GO = all green, NO-GO = anything else", "Any red item means NO-GO", "Threshold for GO: 95%".
  private static func settlesGo(_ text: String, _ words: SentenceWords) -> Bool {
    guard namesGo(text), words.words.count >= 3, !NeedSentence.isForACase(words.words),
      !text.holds("if GO"), !text.holds("if NO-GO"),
      words.words.first.map(ChoiceReader.isAnswer) != true || words.words[1] == "go"
    else { return false }
    // "NO-GO: do not go on" says what comes of it.
    if NeedSentence.namesOutcome(text), !text.contains(where: { $0 == "=" || $0.isNumber }) {
      let rest = words.words.drop { ["no", "go", "nogo", "conditional"].contains($0) }
      return rest.count >= 2 && rest.first.map { !follows.contains($0) } == true
    }
    return text.contains { "=→⇒:：,，".contains($0) || $0.isNumber }
      || text.hasWideSigns
      || words.words.contains { meaning.contains($0) }
  }

  /// True where GO or NO-GO is named, and not both beside each other as the name of a meeting.
  static func namesGo(_ text: String) -> Bool {
    guard text.utf8.contains(0x47) else { return false }
    if NeedSentence.namesGo(text) { return true }
    return ["NO-GO", "No-Go", "NOGO"].contains { text.holds($0) }
      && !["GO/NO", "GO / NO", "Go/No", "Go / No"].contains { text.holds($0) }
  }

  private static let undemanding = WordList.words("LooseGate.undemanding")
  private static let denying = WordList.words("LooseGate.denying")
  private static let further = WordList.words("LooseGate.further")
  private static let needed = WordList.words("LooseGate.needed")
  private static let withs = WordList.words("LooseGate.withs")
  private static let bys = WordList.words("LooseGate.bys")
  private static let musts = WordList.words("LooseGate.musts")
  private static let numbered = WordList.words("LooseGate.numbered")
  private static let onlys = WordList.words("LooseGate.onlys")
  private static let firsts = WordList.words("LooseGate.firsts")
  private static let nobody = WordList.words("LooseGate.nobody")
  private static let denied = WordList.words("LooseGate.denied")
  private static let acts = WordList.words("LooseGate.acts")
  private static let joins = WordList.words("LooseGate.joins")
  private static let halted = WordList.words("LooseGate.halted")
  private static let unsettled = WordList.words("LooseGate.unsettled")
  private static let settled = WordList.words("LooseGate.settled")
  private static let due = WordList.words("LooseGate.due")
  static let weekdays = WordList.words("LooseGate.weekdays")
  private static let windowed = WordList.words("LooseGate.windowed")
  private static let persons = WordList.words("LooseGate.persons")
  private static let eyes = WordList.words("LooseGate.eyes")
  private static let consulting = WordList.words("LooseGate.consulting")
  private static let verdicts = WordList.words("LooseGate.verdicts")
  private static let follows = WordList.words("LooseGate.follows")
  private static let pending = WordList.words("LooseGate.pending")
  private static let exceptions = WordList.words("LooseGate.exceptions")
  private static let doubts = WordList.words("LooseGate.doubts")
  private static let denials = WordList.words("LooseGate.denials")
  private static let obtaining = WordList.words("LooseGate.obtaining")
  private static let needing = WordList.words("LooseGate.needing")
  private static let labels = WordList.words("LooseGate.labels")
  private static let meaning = WordList.words("LooseGate.meaning")
}
