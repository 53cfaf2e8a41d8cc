internal import GonogoCore

/// Finds the places of a text in a fence that is to be copied and filled: `Impact: [who is hit]`.
///
/// Logs, listings and settings use the same brackets, so a bracket counts only where the fence as a
/// whole is such a text.
struct FenceTemplate {
  private let document: Document
  private let lines: [Range<Int>]

  private enum Strength {
    /// It shows by itself that something is to be put in.
    case certain
    /// It shows that the fence is a form, when another place does too.
    case evidence
    /// It is the mask of a number, which counts beside one other place.
    case mask
    /// It counts in a form only.
    case weak
  }

  private struct Place {
    var blank: FoundBlank
    let strength: Strength
  }

  /// How many lines to write on there are: two show already that it is a form.
  private let runs: Int

  init(_ lines: [Range<Int>], of document: Document, runs: Int = 0) {
    self.document = document
    self.lines = lines
    self.runs = runs
  }

  /// True when some sign of a place stands in `text`.
  static func mayHold(_ text: String) -> Bool {
    text.utf8.contains { $0 == 0x5B || $0 == 0x3C || $0 == 0x7B } || text.holds("YY")
      || text.holds("XX")
      || text.holds("AAAA") || text.holds("vX.") || text.holds(" / ") || FenceForm.mayHold(text)
  }

  /// The blanks of the fence, line by line.
  func blanks() -> [FoundBlank] {
    // A drawing, a prompt or a table of a program is no text to be filled.
    guard lines.count <= 200, !lines.contains(where: isDrawn) else { return [] }
    var places: [Place] = []
    for line in lines { places += self.places(in: line) }
    let form = FenceForm(lines, of: document).blanks { line in !self.places(in: line).isEmpty }
    if !form.isEmpty { return places.map(\.blank) + form }
    let evidence = places.count { $0.strength == .evidence } + (runs >= 2 ? 2 : 0)
    let masks = places.count { $0.strength == .mask }
    if evidence >= 2 || evidence == 1 && masks >= 1 {
      return (places.map(\.blank) + (evidence >= 2 ? emptyLabels() : []))
    }
    if places.contains(where: isAnswer), lines.allSatisfy({ isEmpty($0) || isAnswered($0) }) {
      return places.map(\.blank)
    }
    if runs > 0, places.contains(where: isAnswer) {
      return places.filter { isAnswer($0) || $0.strength == .certain }.map(\.blank)
    }
    if let only = whole() { return [only] }
    let listed = lines.flatMap(bracketLine)
    if listed.count >= 2, lines.allSatisfy({ isEmpty($0) || !bracketLine($0).isEmpty }) {
      return listed
    }
    return places.filter { $0.strength == .certain }.map(\.blank)
  }

  /// True for words of which only one can be, such as "pass / fail".
  private func isAnswer(_ place: Place) -> Bool {
    place.blank.shape == .choice
      && OutcomeWords.excludeEachOther(place.blank.options.map(\.text))
  }

  private func isEmpty(_ line: Range<Int>) -> Bool { document.trimmed(line).isEmpty }

  /// True for a line that is a label and such words.
  private func isAnswered(_ line: Range<Int>) -> Bool { places(in: line).contains(where: isAnswer) }

  private func isDrawn(_ line: Range<Int>) -> Bool {
    let text = document.text(line)
    return text.hasPrefix("$ ") || text.hasPrefix("{")
      || text.unicodeScalars.contains { (0x2500...0x259F).contains($0.value) }
  }

  private func places(in line: Range<Int>) -> [Place] {
    let line = document.trimmed(line)
    guard !line.isEmpty, line.count <= 300 else { return [] }
    if let item = bracketItem(line) ?? angleItem(line) { return [item] }
    let named = namedPlaces(line)
    if !named.isEmpty { return named }
    if let value = labelledValue(line) { return [value] }
    let certain = FenceSentence(line, of: document).blanks()
    if !certain.isEmpty { return certain.map { Place(blank: $0, strength: .certain) } }
    return titles(line)
  }

  /// `v[Version] of [Service Name]`: words with capitals in the middle of a sentence.
  private func titles(_ line: Range<Int>) -> [Place] {
    let bytes = document.bytes
    return brackets(in: line).compactMap { inner, name in
      let isFree = !BlankScanner.endsWithWord(bytes[line.lowerBound..<inner.lowerBound])
      guard isFree, inner.upperBound == line.upperBound || bytes[inner.upperBound] != 0x28,
        BracketValue.isTitle(name)
      else { return nil }
      return Place(blank: blank(inner, name, .brackets), strength: .weak)
    }
  }

  private func blank(_ range: Range<Int>, _ label: String, _ shape: Blank.Shape) -> FoundBlank {
    FoundBlank(range: range, label: label, shape: shape, isInFence: true)
  }

  // MARK: Values

  /// What stands behind the label of a line, when it is to be replaced.
  private func labelledValue(_ line: Range<Int>) -> Place? {
    guard let (label, value) = split(line), !value.isEmpty else { return nil }
    let start = document.bytes[value.lowerBound] == 0x40 ? value.lowerBound + 1 : value.lowerBound
    if let inner = bracket(at: start, before: value.upperBound) {
      let text = document.text(inner.lowerBound + 1..<inner.upperBound - 1)
      let rest = document.text(inner.upperBound..<value.upperBound)
      guard isTemplate(text), rest.isEmpty || rest.hasPrefix(" (") else { return nil }
      let words = options(text).isEmpty ? BracketValue.options(of: text, for: label) : options(text)
      var found = blank(inner, label, words.isEmpty ? .brackets : .choice)
      found.options = words.map { Blank.Option(text: $0) }
      return Place(blank: found, strength: .evidence)
    }
    let text = document.text(value)
    // `Service: <service-name>`; names in capitals stand for a value wherever they are.
    if isAngle(value), text.contains(where: \.isLowercase) || !text.contains(where: \.isUppercase) {
      return Place(blank: blank(value, label, .angle), strength: .evidence)
    }
    if let length = BlankMask.length(in: text) {
      let range = value.lowerBound..<value.lowerBound + length
      let isDate = ["YY", "AAAA", "JJJJ", "HH:", "hh:"].contains { text.holds($0) }
      return Place(blank: blank(range, label, .mask), strength: isDate ? .evidence : .mask)
    }
    if BlankMask.isCode(text) {
      return Place(blank: blank(value, label, .mask), strength: .evidence)
    }
    if let length = BracketValue.bracedLength(in: text) {
      let range = value.lowerBound..<value.lowerBound + length
      return Place(blank: blank(range, label, .brackets), strength: .evidence)
    }
    let words = options(text)
    guard !words.isEmpty else { return quoted(value, label) ?? openChoice(value, label) }
    var found = blank(value, label, .choice)
    found.options = words.map { Blank.Option(text: $0) }
    return Place(blank: found, strength: .weak)
  }

  /// `Deploying / Restored` behind "Status", which only a form offers to pick from.
  private func openChoice(_ value: Range<Int>, _ label: String) -> Place? {
    guard let open = OpenChoice.read(value, of: document, label: label, least: 2) else {
      return nil
    }
    var found = blank(open.range, label, .choice)
    found.options = open.options
    return Place(blank: found, strength: .weak)
  }

  /// `"I choose [your choice]"`: a bracket in a sentence that speaks to the reader.
  private func quoted(_ value: Range<Int>, _ label: String) -> Place? {
    guard let open = document.bytes[value].firstIndex(of: 0x5B),
      let inner = bracket(at: open, before: value.upperBound)
    else { return nil }
    let words = document.text(inner).lowercased().split { !$0.isLetter }.map(String.init)
    guard words.count >= 2, words.contains(where: { Self.yours.contains($0) }) else { return nil }
    return Place(blank: blank(inner, label, .brackets), strength: .certain)
  }

  private static let yours: Set<String> = [
    "your", "tu", "tus", "su", "ihr", "ihre", "dein", "deine", "votre", "seu", "sua",
  ]

  /// The words to pick from: outcomes, a scale, `F1/F2/F3`, `🔴/🟡/🟢`.
  private func options(_ text: String) -> [String] {
    let words = ValueReader.options(of: text)
    guard words.count >= 2, Set(words).count == words.count else { return [] }
    if OutcomeWords.excludeEachOther(words) || OutcomeWords.areScale(words) { return words }
    guard words.count >= 3 else { return [] }
    if OutcomeWords.areEnvironments(words) { return words }
    let areSigns = words.allSatisfy { $0.count == 1 && !$0.contains { $0.isASCII } }
    let first = words[0].first
    let areNumbered = words.allSatisfy { word in
      word.first == first && word.count <= 3 && word.first?.isLetter == true
        && word.dropFirst().allSatisfy(\.isNumber) && word.count > 1
    }
    return areSigns || areNumbered ? words : []
  }

  /// `[TIME]`, `@[NAME]`, `[X] minutes`: words in capitals that name what belongs there, as no log does.
  private func namedPlaces(_ line: Range<Int>) -> [Place] {
    let label = split(line)?.0
    return brackets(in: line).compactMap { inner, name in
      // `- [X] done` is a box.
      let isBox =
        name.utf8.count == 1
        && !document.text(line.lowerBound..<inner.lowerBound).contains { $0.isLetter }
      guard Self.names.contains(name), !isBox else { return nil }
      return Place(blank: blank(inner, label ?? name, .brackets), strength: .evidence)
    }
  }

  private static let names: Set<String> = [
    "TIME", "DATE", "NAME", "NAMES", "NUMBER", "VERSION", "X", "XX", "N", "NODE", "LINK", "URL",
    "TICKET", "SERVICE", "REASON", "DESCRIPTION", "IMPACT", "DURATION", "USER", "TEAM", "OWNER",
    "ETA",
    "TIMESTAMP", "START TIME", "END TIME", "INCIDENT ID", "TICKET ID", "YOUR NAME", "SEVERITY",
    "COUNT", "PERCENTAGE", "COMMANDER", "REGION", "ENVIRONMENT", "CUSTOMER", "CAUSE", "ROOT CAUSE",
    "FECHA", "HORA", "NOMBRE", "MOTIVO", "DATUM", "UHRZEIT", "GRUND", "HEURE", "NOM", "NOME",
  ]

  // MARK: Whole lines

  /// `- [What is known]`, `1. [First step]`: a line that is one bracket.
  private func bracketItem(_ line: Range<Int>) -> Place? {
    guard let open = document.bytes[line].firstIndex(of: 0x5B),
      let inner = bracket(at: open, before: line.upperBound), inner.upperBound == line.upperBound,
      document.text(line.lowerBound..<open).allSatisfy({ $0.isNumber || "-*•.) ".contains($0) })
    else { return nil }
    let text = document.text(inner.lowerBound + 1..<inner.upperBound - 1)
    guard isTemplate(text) else { return nil }
    return Place(blank: blank(inner, text, .brackets), strength: .weak)
  }

  /// `1. [Bug ID] - [Description] - [Status]`: nothing but brackets and what stands between them.
  private func bracketLine(_ line: Range<Int>) -> [FoundBlank] {
    let line = document.trimmed(line)
    let found = brackets(in: line)
    guard let first = found.first, document.bytes[line].first != 0x5B,
      found.allSatisfy({ BracketValue.isTitle($0.name) || isTemplate($0.name) })
    else { return [] }
    var between = document.text(line.lowerBound..<first.range.lowerBound)
    for (place, next) in zip(found, found.dropFirst()) {
      between += document.text(place.range.upperBound..<next.range.lowerBound)
    }
    between += document.text(found[found.count - 1].range.upperBound..<line.upperBound)
    guard between.allSatisfy({ $0.isNumber || "-–—*•.):,/| ".contains($0) }) else { return [] }
    return found.map { blank($0.range, $0.name, .brackets) }
  }

  /// `- <what was done>`: the same between angles.
  private func angleItem(_ line: Range<Int>) -> Place? {
    guard document.text(line).hasPrefix("- <") else { return nil }
    let angle = line.lowerBound + 2..<line.upperBound
    guard isAngle(angle) else { return nil }
    let text = document.text(angle.lowerBound + 1..<angle.upperBound - 1)
    return Place(blank: blank(angle, text, .angle), strength: .weak)
  }

  /// True for words between angles, which say what belongs there; no address and no tag with attributes.
  private func isAngle(_ range: Range<Int>) -> Bool {
    let bytes = document.bytes
    guard (4...90).contains(range.count), bytes[range.lowerBound] == 0x3C,
      bytes[range.upperBound - 1] == 0x3E
    else { return false }
    let inner = bytes[range.lowerBound + 1..<range.upperBound - 1]
    guard let first = inner.first, first.isLetterOrDigit || first >= 0x80,
      !Self.nothings.contains(String(decoding: inner, as: UTF8.self))
    else { return false }
    return inner.allSatisfy {
      $0.isLetterOrDigit || $0 == 0x20 || $0 == 0x2D || $0 == 0x5F || $0 == 0x2C || $0 >= 0x80
    }
  }

  /// What programs print where there is nothing.
  private static let nothings: Set<String> = [
    "none", "unset", "nil", "null", "pending", "unknown", "invalid", "error", "empty", "not set",
    "no value", "binary", "redacted", "anonymous",
  ]

  /// The one line of a fence, when it is one bracket that says what belongs there.
  private func whole() -> FoundBlank? {
    let filled = lines.filter { !document.trimmed($0).isEmpty }
    guard filled.count == 1, let line = filled.first else { return nil }
    if let angle = angleLine(document.trimmed(line)) { return angle }
    let place = bracketItem(document.trimmed(line))
    guard let place, place.blank.range == document.trimmed(line),
      place.blank.label.split(separator: " ").count >= 3
    else { return nil }
    return place.blank
  }

  /// `<output summary, last lines>`: words for what belongs there, and no tag.
  private func angleLine(_ line: Range<Int>) -> FoundBlank? {
    let bytes = document.bytes
    guard (8...160).contains(line.count), bytes[line.lowerBound] == 0x3C,
      bytes[line.upperBound - 1] == 0x3E
    else { return nil }
    let text = document.text(line.lowerBound + 1..<line.upperBound - 1)
    guard text.first?.isLetter == true, text.contains(" "),
      !text.contains(where: { "<>=\"".contains($0) }), text.last != "/"
    else { return nil }
    return blank(line, text, .angle)
  }

  /// Labels with nothing behind them, right above another label or at the end.
  private func emptyLabels() -> [FoundBlank] {
    lines.indices.compactMap { index in
      let line = document.trimmed(lines[index])
      guard let (label, value) = split(line), value.isEmpty, !opensGroup(index),
        index + 1 == lines.count || isLabelled(document.trimmed(lines[index + 1]))
      else { return nil }
      return blank(line.upperBound..<line.upperBound, label, .label)
    }
  }

  /// True where the next line stands further in: "Response times:" above "  Average: ____ ms".
  private func opensGroup(_ index: Int) -> Bool {
    guard index + 1 < lines.count else { return false }
    func margin(_ line: Range<Int>) -> Int { document.trimmed(line).lowerBound - line.lowerBound }
    return margin(lines[index + 1]) > margin(lines[index])
  }

  private func isLabelled(_ line: Range<Int>) -> Bool {
    guard !line.isEmpty, line.count <= 300 else { return false }
    return split(line) != nil
  }

  // MARK: Pieces

  /// The label of a line and what stands behind its colon.
  private func split(_ line: Range<Int>) -> (String, Range<Int>)? {
    let text = document.text(line)
    guard let colon = text.firstColon else { return nil }
    let label = BlankLabel.cleaned(String(text[..<colon]))
    guard label.utf8.count <= 60, let first = label.first(where: \.isLetter), !first.isLowercase,
      !label.contains(where: { "=\"'<>/\\{}|[]".contains($0) }), !FormatWords.explains(label)
    else { return nil }
    let behind = text.index(after: colon)
    let start = line.lowerBound + text[..<behind].utf8.count
    return (label, document.trimmed(start..<line.upperBound))
  }

  /// The brackets of a line with the words in each; none holds another.
  private func brackets(in line: Range<Int>) -> [(range: Range<Int>, name: String)] {
    var found: [(range: Range<Int>, name: String)] = []
    var position = line.lowerBound
    while let open = document.bytes[position..<line.upperBound].firstIndex(of: 0x5B) {
      position = open + 1
      guard let inner = bracket(at: open, before: line.upperBound) else { continue }
      position = inner.upperBound
      found.append((inner, document.text(inner.lowerBound + 1..<inner.upperBound - 1)))
    }
    return found
  }

  private func bracket(at position: Int, before end: Int) -> Range<Int>? {
    let bytes = document.bytes
    guard position < end, bytes[position] == 0x5B,
      let close = bytes[position + 1..<end].firstIndex(where: { $0 == 0x5D || $0 == 0x5B }),
      bytes[close] == 0x5D, close - position <= 90
    else { return nil }
    return position..<close + 1
  }

  /// True for words that say what belongs there, and no list of settings: `[ReadOnly]`, `[a, b]`.
  private func isTemplate(_ text: String) -> Bool {
    guard BracketValue.isTemplate(text), text.first?.isNumber == false else { return false }
    if text.contains(" ") {
      let parts = text.split(separator: ",")
      return parts.count == 1
        || !parts.allSatisfy { ChecklistBuilder.trimmed($0).allSatisfy(\.isLetter) }
    }
    if text.contains("/") { return true }
    return text.allSatisfy(\.isLetter) && text.dropFirst().allSatisfy(\.isLowercase)
  }
}
