internal import GonogoCore

/// Words in the middle of a sentence that stand for a value: `TBD`, `vX.Y.0`, `REPLACE_THIS`.
extension BlankScanner {
  /// `TBD`, `#TBD` and `#NNN`, in capitals and as a word of its own.
  mutating func readOpenWord(at position: Int) -> Int? {
    guard let word = word(at: position, also: "#-") else { return nil }
    let text = document.text(word)
    if text == "TBD" || text == "#TBD" {
      guard !speaks(of: word) else { return nil }
      add(word, .placeholder)
    } else {
      guard text.first == "#", BlankMask.isCode(text), !explainsForm(word) else { return nil }
      add(word, .mask)
    }
    return word.upperBound
  }

  /// `vX.Y.0`, `X.Y.Z-rc.N`, and the lone X of "at most X messages".
  mutating func readVersion(at position: Int) -> Int? {
    guard let word = word(at: position, also: ".-") else { return nil }
    let isMask = word.count == 1 ? isLoneMask(word) : VersionMask.isMask(document.text(word))
    guard isMask, !explainsForm(word), !isGeneral(word) else { return nil }
    add(word, .mask)
    return word.upperBound
  }

  /// A code span that is one version, or a label with one behind its slash, in a document that has such
  /// versions in the open, too: `vX.Y`, `X.Y-1`, `needs-backport/X.Y`.
  mutating func readCodeVersion(_ span: Range<Int>) -> Bool {
    guard (5...40).contains(span.count), document.bytes[span].contains(0x58) else { return false }
    let inner = document.text(span).filter { $0 != "`" }
    var name = inner[...]
    if let slash = name.lastIndex(of: "/"), name[..<slash].allSatisfy({ $0.isLetter || $0 == "-" })
    {
      name = name[name.index(after: slash)...]
    }
    guard VersionMask.isMask(String(name)) || VersionMask.isBranch(name),
      !FormatWords.explains(words(before: span).suffix(3).joined(separator: " "))
    else { return false }
    add(span, .mask)
    found[found.count - 1].isTentative = true
    return true
  }

  private func isLoneMask(_ word: Range<Int>) -> Bool {
    let bytes = document.bytes
    guard bytes[word.lowerBound] == 0x58, word.upperBound + 1 < prose.upperBound,
      bytes[word.upperBound] == 0x20, bytes[word.upperBound + 1] | 0x20 >= 0x61
    else { return false }
    return wordBefore(word).map { Self.bounds.contains($0) } ?? false
  }

  /// `REPLACE_RELEASE-minus-2-days`, `CHANGE_ME`, with the braces around it.
  mutating func readReplaceable(at position: Int) -> Int? {
    let bytes = document.bytes
    guard
      bytes[position..<prose.upperBound].starts(with: "REPLACE_".utf8)
        || bytes[position..<prose.upperBound].starts(with: "CHANGE_".utf8)
        || bytes[position..<prose.upperBound].starts(with: "CHANGEME".utf8)
    else { return nil }
    if position > prose.lowerBound, bytes[position - 1].isLetterOrDigit { return nil }
    var end = position
    while end < prose.upperBound, bytes[end].isLetterOrDigit || "_-".utf8.contains(bytes[end]) {
      end += 1
    }
    let reach = end
    while end > position, "_-".utf8.contains(bytes[end - 1]) { end -= 1 }
    var word = position..<end
    if reach < prose.upperBound, bytes[reach] == 0x7D,
      let open = bytes[labelStart..<position].lastIndex(where: { $0 != 0x5F }), bytes[open] == 0x7B
    {
      word = open..<reach + 1
    }
    guard !explainsForm(word) else { return nil }
    add(word, .mask)
    return word.upperBound
  }

  // MARK: Questions

  /// "How urgent is it? (Low/Medium/High)": the words to pick from stand behind a question and
  /// close the line.
  mutating func readQuestion(at position: Int) -> Int? {
    let bytes = document.bytes
    let before = bytes[labelStart..<max(labelStart, position)].last { !" *_".utf8.contains($0) }
    guard before == 0x3F else { return nil }
    let reach = min(prose.upperBound, position + 90)
    guard
      let close = bytes[position + 1..<max(reach, position + 1)].firstIndex(where: {
        $0 == 0x29 || $0 == 0x28 || Self.isLineEnd($0)
      }), bytes[close] == 0x29, closesLine(at: close + 1)
    else { return nil }
    let inner = position + 1..<close
    let text = document.text(inner)
    guard !text.contains(where: { "`<>[]:.".contains($0) }) else { return nil }
    let words = ValueReader.options(of: text)
    guard words.count >= 3 || OutcomeWords.excludeEachOther(words),
      words.allSatisfy({ $0.first?.isUppercase == true || OutcomeWords.side(of: $0) != nil })
    else { return nil }
    add(inner, .choice, options: words.map { Blank.Option(text: $0) })
    return close + 1
  }

  // MARK: Around

  /// The word that begins at `position`: letters, digits and the signs `also`; nil in the middle of
  /// one.
  private func word(at position: Int, also signs: String) -> Range<Int>? {
    let bytes = document.bytes
    if position > prose.lowerBound {
      let before = bytes[position - 1]
      guard !before.isLetterOrDigit, !"_-/.@[#$\\&".utf8.contains(before), before < 0x80
      else {
        return nil
      }
    }
    var end = position
    while end < prose.upperBound, end - position < 40,
      bytes[end].isLetterOrDigit || signs.utf8.contains(bytes[end])
    {
      end += 1
    }
    if end < prose.upperBound, "_/=[".utf8.contains(bytes[end]) { return nil }
    while end > position, ".-".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end > position ? position..<end : nil
  }

  private func words(before range: Range<Int>) -> [String] {
    let start = max(prose.lowerBound, range.lowerBound - 60)
    let text = document.text(start..<range.lowerBound).split { $0.isNewline }.last ?? ""
    return text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  private func wordBefore(_ range: Range<Int>) -> String? { words(before: range).last }

  private func words(after range: Range<Int>) -> [String] {
    let text = document.text(range.upperBound..<min(prose.upperBound, range.upperBound + 40))
    return text.prefix { !$0.isNewline }.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// "No TBD left", "entries marked TBD": the sentence is about such words.
  private func speaks(of word: Range<Int>) -> Bool {
    if let before = word.lowerBound > prose.lowerBound ? document.bytes[word.lowerBound - 1] : nil,
      before == 0x22 || before == 0x27
    {
      return true
    }
    let before = words(before: word)
    if let last = before.last, Self.mentions.contains(last) { return true }
    if FormatWords.explains(before.filter { $0.count > 1 }.joined(separator: " ")) { return true }
    return words(after: word).first.map { Self.mentioned.contains($0) } ?? false
  }

  /// True when the words around say what the form of a value is.
  private func explainsForm(_ word: Range<Int>) -> Bool {
    (words(before: word) + words(after: word)).contains { Self.forms.contains($0) }
  }

  /// "For each vX.Y release": said of all of them.
  private func isGeneral(_ word: Range<Int>) -> Bool {
    wordBefore(word).map { Self.generals.contains($0) } ?? false
  }

  private static let bounds = WordList.words("Words.bounds")
  private static let mentions: Set<String> = [
    "no", "any", "all", "as", "every", "each", "marked", "without", "a", "the", "or", "of", "sin",
    "kein", "keine", "als", "como",
  ]
  private static let mentioned: Set<String> = [
    "item", "items", "entry", "entries", "value", "values", "placeholder", "placeholders", "field",
    "fields", "marker", "markers", "cell", "cells", "section", "sections", "means", "or",
  ]
  private static let generals: Set<String> = [
    "each", "every", "any", "all", "a", "an", "per", "v", "cada", "jede", "jedes", "chaque",
  ]
  private static let forms: Set<String> = [
    "format", "formats", "formatted", "formato", "pattern", "patterns", "syntax", "example",
    "examples", "eg", "convention", "scheme", "schema", "replace", "replacing", "substitute",
    "where", "like", "named", "naming", "semver", "semantic", "style", "follow", "follows",
    "following", "form", "placeholder", "ejemplo", "beispiel", "exemple", "reemplazar", "reemplaza",
    "ersetzen", "ersetze", "remplacer", "remplacez",
  ]

  // MARK: Messages

  /// One of several places of a message in quotation marks.
  mutating func readMessage(at position: Int) -> Int? {
    guard hasQuotes, let message = QuotedMessage(around: position, in: prose, of: document),
      let place = message.places().first(where: { $0.range.lowerBound == position }),
      !references.contains(place.name)
    else { return nil }
    let shape: Blank.Shape = document.bytes[position] == 0x5B ? .brackets : .angle
    found.append(FoundBlank(range: place.range, label: place.name, shape: shape))
    labelStart = place.range.upperBound
    return place.range.upperBound
  }
}
