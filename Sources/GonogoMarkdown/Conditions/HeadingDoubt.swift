internal import GonogoCore

/// What a heading, or a title that is none, says against running what stands below it.
struct HeadingDoubt {
  /// Longer texts are no headings.
  private static let mostBytes = 160

  /// Why what stands below must not be run, or nil: "What not to do", "~~Drop the tables~~".
  private(set) var refusal: String?
  /// Why somebody has to say whether it is to be run, or nil: "Optional steps", "Last resort".
  private(set) var hazard: String?

  /// Nothing is said against it.
  init() {}

  /// True when nothing is said against it.
  var isNone: Bool { refusal == nil && hazard == nil }

  /// Reads a heading. Below a `title` that speaks of recovery a recovery is what is to be done.
  init(_ heading: String, shown: String, below title: String = "") {
    guard heading.utf8.count <= Self.mostBytes else { return }
    let sentence = SentenceWords(heading)
    if sentence.has(.forbidden) || RunWords.forbids(sentence) {
      refusal = "“\(shown)” says not to run it"
      return
    }
    if sentence.has(.notDone), !sentence.has(.about) {
      refusal = "“\(shown)” says that it is not done"
    } else if Self.isAside(heading, below: title) {
      hazard = "“\(shown)” leaves open whether it is to be run"
    }
  }

  private static let joints = SignSet(":：()[]（）【】-–—|/")

  private static func isAside(_ heading: String, below title: String) -> Bool {
    let prose = ProseWords.standard
    let sentence = SentenceWords(heading)
    let parts = heading.parts(between: joints)
    if prose.isPhrase(heading, .sideTitle) || sentence.opens(with: .sideOpening)
      || ConditionalText.offersOneOfSeveral(heading)
    {
      return true
    }
    for part in parts.map({ ChecklistBuilder.trimmed($0.drop { !$0.isLetter }) }) {
      if prose.isPhrase(part, .sideTitle) || prose.opens(part, with: .sideOpening) {
        return true
      }
      if prose.isPhrase(part, .restoring), !prose.has(.restoring, in: title) { return true }
    }
    if prose.isPhrase(heading, .otherwise) { return true }
    // "After approval by the DBA"
    if sentence.words.count <= 8, sentence.has(.approving), sentence.opens(with: .awaiting) {
      return true
    }
    if StageHeading.isLater(heading) { return true }
    return RunWords.holdsReservation(heading) || sentence.has(.limited)
      || sentence.has(.restricted) || sentence.has(.later)
      || sentence.words.count > 1 && sentence.words.count <= 8
        && (sentence.words.last == "only" || sentence.words.first == "only")
  }
}
