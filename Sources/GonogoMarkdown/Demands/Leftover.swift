internal import GonogoCore

/// Tells whether what nobody read may speak against a GO: something that failed or is not done, words about
/// who has to agree or when, other machines and other times.
///
/// It is far less sure than `LooseDemand`, so all of it is asked in one question.
enum Leftover {
  /// Longer texts are read by their beginning.
  private static let mostBytes = 400
  /// Longer sentences describe.
  private static let mostWords = 22

  /// True for a sentence, entry or heading that may; `heading` is that of its section.
  static func isSuspect(_ text: LooseText, isHeading: Bool, below heading: String) -> Bool {
    let shown = text.text.utf8.count <= mostBytes ? text.text : String(text.text.prefix(mostBytes))
    // What leads to something is read with that; "Still open:" says so itself.
    if let last = shown.last, ":：".contains(last) {
      let words = ProseWords.words(in: shown)
      return !words.contains("go") && words.count <= mostWords
        && (isUndone(words) || isAdverse(words) || isElsewhere(words))
        && !isCase(words, words.first ?? "")
    }
    if shown.unicodeScalars.contains(where: { AdverseMark.contains($0) || signs.contains($0) })
      || shown.holds(":x:")
    {
      return true
    }
    let words = ProseWords.words(in: shown)
    guard let first = words.first, !HandStep.unfolds(words) else { return false }
    if !text.cells.isEmpty {
      return text.hasRoom || text.isDemanded
        || (text.cells.dropFirst() + text.asides).contains(where: isOpen)
    }
    // "NO-GO", "Failed"
    if words.count <= 3, OutcomeWords.side(of: shown) == .bad { return true }
    if isCase(words, first) { return false }
    if forbids(words) { return true }
    guard words.count <= mostWords else { return false }
    if isUndone(words) || isAdverse(words) { return true }
    if isHeading { return false }
    // "These checks are for web1 and web2.", "(same checks)"
    if words.count <= 12,
      shown.split(whereSeparator: { " ,().".contains($0) })
        .contains(where: ChecklistBuilder.namesMachine)
    {
      return true
    }
    if words.count <= 4, ["same", "as", "ditto", "see", "repeat"].contains(first) { return true }
    // "Draft.", "(needs review)"
    if words.count <= 2, words.contains(where: { drafts.contains($0) }) { return true }
    if shown.utf8.count <= 80, asks(shown, words) { return true }
    if isBound(words) || mustBe(words) || isState(words) || isElsewhere(words)
      || isNeeded(shown, below: heading) || shown.hasWideSigns && isSuspectWide(shown)
    {
      return true
    }
    // What is done once it is decided is no part of it.
    return !isForAfterwards(heading)
      && (isLater(words) || HandStep.isStep(shown) || LooseErrand.isMade(by: shown, words, []))
  }

  /// "Next steps", "After the release"
  private static func isForAfterwards(_ heading: String) -> Bool {
    let words = ProseWords.words(in: heading.prefix(60))
    return words.prefix(2).contains { afterwards.contains($0) }
      || afterwards.contains { $0.hasWideSigns && heading.holds($0) }
  }

  /// True for the heading of what tells how something was: "Changelog", "References".
  static func isAboutThePast(_ heading: String) -> Bool {
    heading.utf8.count <= 60 && past.contains(ProseWords.words(in: heading).joined(separator: " "))
  }

  /// "Do not deploy before …", however long it is.
  private static func forbids(_ words: [String]) -> Bool {
    let opening = words.prefix(3)
    return opening.contains { nots.contains($0) || denials.contains($0) }
      && words.contains { acts.contains($0) }
  }

  /// "Restore test?", "Restore test Y / N", "Restore test: -", "Restore test ....": room for an answer.
  private static func asks(_ text: String, _ words: [String]) -> Bool {
    guard words.count <= 8 else { return false }
    return text.hasSuffix("?") || text.hasSuffix("？") || text.holds("Y / N") || text.holds("Y/N")
      || text.hasSuffix(": -") || text.hasSuffix(": –") || text.hasSuffix("....")
      || text.hasSuffix(": __") || text.hasPrefix("[ ]") || text.hasPrefix("○")
      || text.hasPrefix("_ ") || text.hasPrefix("__ ")
  }

  /// "The page has to load quickly."
  private static func mustBe(_ words: [String]) -> Bool {
    words.count <= 16
      && (words.contains { musts.contains($0) }
        || zip(words, words.dropFirst()).contains { needing.contains($0) && $1 == "to" })
  }

  /// "All pods are green afterwards."
  private static func isState(_ words: [String]) -> Bool {
    words.count <= 8 && ProseWords.standard.has(.state, among: words)
      && words.contains {
        ["is", "are", "ist", "sind", "está", "están", "est", "sont"].contains($0)
      }
  }

  /// True for a sign that says that something is done.
  static func isTick(_ cell: String) -> Bool {
    cell.count <= 2 && cell.contains { "✓✔✅xX".contains($0) }
  }

  private static let signs: Set<Unicode.Scalar> = ["⚠", "⏳", "⌛", "🚧", "🔶", "🟠", "🟡"]

  /// An entry below "Prerequisites" or "Manual checks".
  private static func isNeeded(_ text: String, below heading: String) -> Bool {
    guard heading.utf8.count <= 60, text.last.map({ ":：".contains($0) }) == false else {
      return false
    }
    let words = ProseWords.words(in: heading)
    return lists.contains(words.joined(separator: " "))
      || words.count <= 6 && words.contains { listWords.contains($0) }
  }

  /// "If it fails, …", "should the import hang": told of a case.
  private static func isCase(_ words: [String], _ first: String) -> Bool {
    guard conditions.contains(first) else { return false }
    return ProseWords.standard.has(.failing, among: words)
      || ProseWords.standard.has(.amiss, among: words)
  }

  /// A cell that says that something is open, failed or not finished: "no", "40%", "3 of 5".
  private static func isOpen(_ cell: String) -> Bool {
    guard cell.utf8.count <= 60 else { return false }
    let words = ProseWords.words(in: cell)
    if words.count <= 4, words.contains(where: { openCells.contains($0) }) || isUndone(words) {
      return true
    }
    if OutcomeWords.side(of: cell) == .bad || isPart(cell) || isShare(cell) { return true }
    if words.count <= 2, words.contains(where: { drafts.contains($0) }) { return true }
    return words.count <= 6 && isAdverse(words)
  }

  /// "40%"
  private static func isShare(_ cell: String) -> Bool {
    let digits = cell.prefix { $0.isNumber }
    return (1...2).contains(digits.count)
      && cell.dropFirst(digits.count).allSatisfy { "% ".contains($0) }
      && cell.contains("%")
  }

  /// "3 of 5", "3/5 passed"
  private static func isPart(_ cell: String) -> Bool {
    let parts = cell.split { !$0.isNumber && !$0.isLetter && $0 != "/" }
    for (index, part) in parts.enumerated() {
      let pair = part.split(separator: "/").compactMap { Int($0) }
      if pair.count == 2, pair[0] < pair[1], part.utf8.count <= 9 { return true }
      if part == "of", index > 0, index + 1 < parts.count, let some = Int(parts[index - 1]),
        let all = Int(parts[index + 1]), some < all
      {
        return true
      }
    }
    return false
  }

  /// "Restore test failed on Tuesday", "Two Sev1 tickets are open"; not "no errors", "if it fails".
  private static func isAdverse(_ words: [String]) -> Bool {
    guard !words.contains(where: { possible.contains($0) }) else { return false }
    return words.indices.contains { place in
      adverse.contains(words[place])
        && !words[max(0, place - 3)..<place].contains { denials.contains($0) }
    }
  }

  /// "Not tested on ARM", "still open", "in progress".
  private static func isUndone(_ words: [String]) -> Bool {
    if words.contains(where: { undone.contains($0) }) { return true }
    if words.count <= 5, words.count > 1, words.last.map(openEnds.contains) == true { return true }
    return words.indices.contains { place in
      guard nots.contains(words[place]) else { return false }
      return words[(place + 1)...].prefix(5).contains { deeds.contains($0) }
    }
      || zip(words, words.dropFirst()).contains { pairs.contains("\($0) \($1)") }
  }

  /// "Release only with a signed ticket", "QA has to sign this off": people or the work, and what binds them.
  private static func isBound(_ words: [String]) -> Bool {
    words.count <= 16 && words.contains { people.contains($0) || acts.contains($0) }
      && words.contains { binding.contains($0) }
  }

  /// "On every node", "same checks on production".
  private static func isElsewhere(_ words: [String]) -> Bool {
    words.count <= 10
      && words.indices.contains { place in
        eachs.contains(words[place])
          && words[(place + 1)...].prefix(3).contains { places.contains($0) }
      }
      || words.count <= 6 && words.contains { places.contains($0) }
        && words.contains { onlys.contains($0) }
      || words.count <= 8 && words.contains { stages.contains($0) }
  }

  /// "Let it soak for 24 hours", "run this again tomorrow".
  private static func isLater(_ words: [String]) -> Bool {
    words.contains { laters.contains($0) } && words.contains { spans.contains($0) }
      && words.count <= 20
  }

  /// The same in scripts without blanks, where a word is a part of what stands between signs.
  private static func isSuspectWide(_ text: String) -> Bool {
    wide.contains { text.holds($0) }
  }

  private static let listWords = WordList.words("Leftover.listWords")
  private static let musts = WordList.words("Leftover.musts")
  private static let needing = WordList.words("Leftover.needing")
  private static let openEnds = WordList.words("Leftover.openEnds")
  private static let stages = WordList.words("Leftover.stages")
  private static let afterwards = WordList.words("Leftover.afterwards")
  private static let past = WordList.words("Leftover.past")
  private static let lists = WordList.words("Leftover.lists")
  private static let drafts = WordList.words("Leftover.drafts")
  private static let conditions = WordList.words("Leftover.conditions")
  private static let possible = WordList.words("Leftover.possible")
  private static let openCells = WordList.words("Leftover.openCells")
  private static let adverse = WordList.words("Leftover.adverse")
  private static let denials = WordList.words("Leftover.denials")
  private static let undone = WordList.words("Leftover.undone")
  private static let nots = WordList.words("Leftover.nots")
  private static let deeds = WordList.words("Leftover.deeds")
  private static let pairs = WordList.words("Leftover.pairs")
  private static let people = WordList.words("Leftover.people")
  private static let acts = WordList.words("Leftover.acts")
  private static let binding = WordList.words("Leftover.binding")
  private static let eachs = WordList.words("Leftover.eachs")
  private static let places = WordList.words("Leftover.places")
  private static let onlys = WordList.words("Leftover.onlys")
  private static let laters = WordList.words("Leftover.laters")
  private static let spans = WordList.words("Leftover.spans")
  private static let wide = WordList.words("Leftover.wide")
}
