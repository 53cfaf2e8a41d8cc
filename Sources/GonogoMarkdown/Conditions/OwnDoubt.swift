internal import GonogoCore

/// Words of an expectation itself that leave doubt whether it must hold here and now: "0 (bad)",
/// "Old target: < 5", "On the replica, no errors", "Reload the page; no errors".
enum OwnDoubt {
  /// Those words of `text`, or nil.
  static func words(in text: String) -> String? {
    guard text.utf8.count <= 300 else { return nil }
    for aside in asides(of: text) where isOther(aside) { return text }
    if let colon = text.firstColon, text[..<colon].utf8.count <= 60,
      isOtherLimit(String(text[..<colon]))
    {
      return text
    }
    return HandStep.opensStep(text) ? text : nil
  }

  /// "nightly.yml - SUCCESS (< 24h)", "Load test passed (errors < 1%)": what stands before the
  /// parentheses is a result by itself, of which their limit says nothing.
  static func statesMore(_ text: String) -> Bool {
    if endsInNoteSign(text) { return true }
    if let last = text.last, "?？".contains(last) || waiting.contains(last) { return true }
    guard let last = text.last, ")）".contains(last),
      let open = text.lastIndex(where: { "(（".contains($0) }),
      Checkable.statesLimit(String(text[open...])), !Checkable.statesLimit(String(text[..<open]))
    else { return false }
    return ProseWords.words(in: text[..<open]).last.map { results.contains($0) } ?? false
  }

  /// "Disk below 80%†": a note elsewhere says more of it. "40 m²" is none.
  private static func endsInNoteSign(_ text: String) -> Bool {
    let scalars = text.unicodeScalars.suffix(3)
    guard let last = scalars.last, noteSigns.contains(last) else { return false }
    let before = scalars.dropLast().last
    return last != "²" && last != "³" || before.map { !("a"..."z").contains($0) } ?? false
  }

  /// Signs of what is still to come.
  private static let waiting: Set<Character> = ["⏳", "⌛", "🚧", "❓"]
  private static let noteSigns: Set<Unicode.Scalar> = [
    "†", "‡", "※", "*", "¹", "²", "³", "⁴", "⁵", "①", "②", "③",
  ]
  private static let results = WordList.words("OwnDoubt.results")

  /// "Old target", "Previous limit", "Staging": of another time or place. "Production errors" only
  /// names what is measured.
  static func isOtherLimit(_ label: String) -> Bool {
    let prose = ProseWords.standard
    if prose.isPhrase(label, .baseline) { return true }
    let words = ProseWords.words(in: label)
    guard words.count <= 5, prose.has(.baseline, among: words) else { return false }
    return words.contains {
      prose.isPhrase($0, .limit) || prose.isPhrase($0, .expected) || prose.isPhrase($0, .target)
    }
  }

  // MARK: Parentheses

  /// What stands in parentheses at the end of `text` or before its colon.
  private static func asides(of text: String) -> [String] {
    var found: [String] = []
    var rest = text[...]
    while found.count < 4, let open = rest.firstIndex(where: { "(（".contains($0) }) {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(where: { ")）".contains($0) }) else { break }
      found.append(String(inside[..<close]))
      rest = inside[inside.index(after: close)...]
    }
    return found
  }

  /// "bad", "before the fix", "old", "?", "TBC"; not "no errors", "blocking", "p95".
  private static func isOther(_ aside: String) -> Bool {
    if aside.allSatisfy({ "?？ ".contains($0) }) { return !aside.isEmpty }
    let words = ProseWords.words(in: aside)
    guard (1...5).contains(words.count) else { return false }
    let prose = ProseWords.standard
    if ExpectationLabel.times.contains(words[0]) { return true }
    if words.contains(where: { unsure.contains($0) }) { return true }
    // "(warn at > 5)" is a second tier.
    if Checkable.statesLimit(aside) { return false }
    if AsideWords.areHarmless(aside) || prose.isPhrase(aside, .critical) { return false }
    if aside.unicodeScalars.contains(where: AdverseMark.contains) { return true }
    if prose.has(.baseline, among: words) { return true }
    if prose.has(.denial, among: words) {
      // "(no errors)" says once more how it must be, "(not ok)" that it must not be so.
      return words.count <= 3 && !prose.has(.ills, among: words)
        && words.contains {
          prose.isPhrase($0, .well) || prose.isPhrase($0, .worked) || goods.contains($0)
        }
    }
    return words.count <= 4
      && (prose.has(.adverse, among: words) || prose.hasStem(.adverse, among: words))
  }

  private static let unsure = WordList.words("OwnDoubt.unsure")
  private static let goods: Set<String> = [
    "good", "fine", "right", "correct", "expected", "wanted",
  ]

  // MARK: Places

  /// "No errors on the dashboard", "0 errors on the replica": the words of `text`, where it names a
  /// place that the `script` above does not, so that what it printed says nothing of it.
  static func words(in text: String, unknownTo script: String) -> String? {
    guard text.utf8.count <= 300 else { return nil }
    let words = ProseWords.words(in: text)
    let screen = words.first { screens.contains($0) }
    let place = ProseWords.standard.firstWord(of: .elsewhere, in: words)
    let clause = openingPlace(of: text)
    guard screen != nil || place != nil || clause != nil else { return nil }
    let lower = script.lowercased()
    if let screen, !lower.holds(screen) { return text }
    if let clause, !shows(lower, aPlaceIn: clause) { return text }
    guard let place else { return nil }
    return words[place...].prefix(4).contains { $0.utf8.count > 4 && lower.holds($0) } ? nil : text
  }

  private static let screens: Set<String> = [
    "dashboard", "dashboards", "browser", "grafana", "kibana", "datadog", "pagerduty", "slack",
    "inbox",
    "tablero", "navegador", "navigateur", "painel",
  ]

  /// The words of "In the dashboard, no errors" up to the comma, where they name such a place.
  private static func openingPlace(of text: String) -> [String]? {
    guard let comma = text.firstIndex(where: { ",，、".contains($0) }),
      text[..<comma].utf8.count <= 60
    else { return nil }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: text[..<comma])
    return prose.opens(words, with: .whenOrWhere) && prose.has(.place, among: words) ? words : nil
  }

  /// True when a script reads one of the places that `words` name: `kubectl logs` does logs.
  static func shows(_ script: String, aPlaceIn words: [String]) -> Bool {
    let prose = ProseWords.standard
    return words.contains { word in
      guard prose.isPhrase(word, .place) else { return false }
      return script.holds(word) || readers.contains { word.hasPrefix($0.0) && script.holds($0.1) }
    }
  }

  private static let readers = [
    ("log", "log"), ("log", "journal"), ("registro", "log"), ("protokoll", "log"),
    ("journaux", "log"),
    ("protokoll", "journal"), ("日志", "log"), ("日誌", "log"), ("ログ", "log"), ("history", "hist"),
  ]
}
