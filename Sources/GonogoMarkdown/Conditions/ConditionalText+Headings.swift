internal import GonogoCore

/// Headings of what is done in one of several ways, or no longer.
extension ConditionalText {
  /// True for a title of a case that need not arise, or that may be one.
  static func namesCase(_ title: String) -> Bool {
    !title.isEmpty && (isHeading(title) || isDoubtfulHeading(title))
  }

  /// True for "Disaster recovery runbook": the title of a document that is only about the case.
  static func namesDocument(_ heading: String) -> Bool {
    heading.utf8.count <= mostBytes
      && ProseWords.words(in: heading).contains { documents.contains($0) }
  }

  /// True for "Known issues".
  static func isKnownIssues(_ heading: String) -> Bool { isOne(of: knownIssues, heading) }

  /// True for "Open issues", "Outstanding risks": what is listed there still is so.
  static func isOpenIssues(_ heading: String) -> Bool { isOne(of: openIssues, heading) }

  /// True for a title or a part of it that says that the document is none to go by: "(DRAFT)", "do not use".
  static func isDraft(_ heading: String) -> Bool {
    guard heading.utf8.count <= mostBytes else { return false }
    let parts = heading.parts(between: draftSigns)
    return parts.count > 1
      && parts.contains { drafts.contains(ProseWords.words(in: $0).joined(separator: " ")) }
  }

  private static func isOne(of list: Set<String>, _ heading: String) -> Bool {
    heading.utf8.count <= 60 && list.contains(ProseWords.words(in: heading).joined(separator: " "))
  }

  private static let draftSigns = SignSet("()[]（）【】-–—:：|,/!")
  private static let drafts = WordList.words("Headings.drafts")
  private static let knownIssues = WordList.words("Headings.knownIssues")
  private static let openIssues = WordList.words("Headings.openIssues")

  /// True for "Failover drill", "Restore rehearsal": what such a heading is about is made to happen. "If
  /// the drill fails" is not.
  static func isRehearsal(_ heading: String) -> Bool {
    guard heading.utf8.count <= mostBytes else { return false }
    let words = ProseWords.words(in: heading)
    guard !ProseWords.standard.opens(words, with: .if) else { return false }
    // "Exercise the API" is none.
    return words.dropFirst().last.map { rehearsals.contains($0) } == true
      || words.count > 2 && words.dropFirst().contains { drills.contains($0) }
      || heading.hasWideSigns && rehearsals.contains { $0.hasWideSigns && heading.holds($0) }
  }

  private static let drills: Set<String> = ["drill", "drills", "rehearsal", "simulacro"]
  private static let rehearsals = WordList.words("Headings.rehearsals")
  private static let documents = WordList.words("Headings.documents")

  /// True for "No storage class set" below "Mitigation": one of the causes that may be behind it.
  static func namesCause(_ heading: String, below outer: String) -> Bool {
    guard heading.utf8.count <= mostBytes, outer.utf8.count <= 60 else { return false }
    let prose = ProseWords.standard
    guard prose.isPhrase(outer, .remedy) || isGeneral(outer) else { return false }
    let words = ProseWords.words(in: heading)
    return prose.opens(words, with: .none) || words.first == "missing"
  }

  /// True for "Option B: by hand", "Method 2": somebody has to choose one of them.
  static func offersOneOfSeveral(_ heading: String) -> Bool {
    guard heading.utf8.count <= mostBytes else { return false }
    let plain = heading.drop { !$0.isLetter }
    let words = plain.prefix(32).split { !$0.isLetter && !$0.isNumber }
    guard words.count >= 2 else { return false }
    let mark = words[1]
    // "Procedure 2" goes on, "Procedure B" is another one.
    let isLettered =
      [
        "procedure", "case", "path", "variant", "cause", "procedimiento", "caso", "fall",
        "procédure", "cas",
      ]
      .contains(words[0].lowercased())
      && mark.utf8.count == 1 && mark.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    if isLettered { return true }
    guard ProseWords.standard.isPhrase(words[0], .oneOfSeveral) else { return false }
    let isName = mark.utf8.count == 1 || ["II", "III"].contains(mark)
    return isName
      && mark.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
  }

  private static let platformSigns = SignSet("/,&()|:：*+-–—")

  /// True for "Ubuntu / Debian", "macOS (Homebrew)": only some have that.
  static func namesPlatforms(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let parts = text.parts(between: platformSigns).filter {
      $0.contains(where: \.isLetter)
    }
    return !parts.isEmpty && parts.allSatisfy { ProseWords.standard.isPhrase($0, .platform) }
  }

  /// True for "Troubleshooting", which names no failure.
  static func isGeneral(_ heading: String) -> Bool {
    guard heading.utf8.count <= 60 else { return false }
    let words = ProseWords.words(in: heading)
    return words.count <= 3 && ProseWords.standard.has(.troubles, among: words)
  }

  /// True for "Old installer (deprecated)", "OBSOLETE: first setup": the word stands apart from the
  /// rest, so that "Remove deprecated calls" is none.
  static func isObsolete(_ heading: String) -> Bool {
    guard heading.utf8.count <= mostBytes else { return false }
    let prose = ProseWords.standard
    guard prose.has(.obsolete, in: heading) else { return false }
    let parts = heading.split {
      !$0.isLetter && !$0.isNumber && $0 != " " && $0 != "'" && $0 != "’"
    }
    return parts.contains { prose.isPhrase($0, .obsolete) }
  }
}
