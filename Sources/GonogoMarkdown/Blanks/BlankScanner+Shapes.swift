internal import GonogoCore

extension BlankScanner {
  // MARK: Places

  /// True when only blanks and marks stand between a colon, or the start of the piece, and
  /// `position`.
  func isValue(at position: Int) -> Bool {
    let bytes = document.bytes
    var index = position
    while index > prose.lowerBound, position - index < 12 {
      let byte = bytes[index - 1]
      guard byte == 0x20 || byte == 0x09 || byte == 0x2A || byte == 0x5F || byte == 0x40 else {
        return byte == 0x3A || byte == 0x3F
          || bytes[..<index].suffix(3).elementsEqual(Array("：".utf8))
      }
      index -= 1
    }
    return false
  }

  /// True when nothing but a list marker, a box or marks stands before `position` on its line.
  func opensLine(at position: Int) -> Bool {
    guard position - labelStart <= 24, position >= labelStart else { return false }
    return BlankLabel.label(in: labelStart..<position, of: document).drop { character in
      character.isNumber || ".)".contains(character) || character.isWhitespace
    }.isEmpty
  }

  /// True when only marks stand between `position` and the end of the line or piece.
  func closesLine(at position: Int) -> Bool {
    let bytes = document.bytes
    var index = position
    while index < prose.upperBound, " \t*_\\".utf8.contains(bytes[index]) { index += 1 }
    return index >= prose.upperBound || Self.isLineEnd(bytes[index])
  }

  // MARK: Escaped underscores

  /// `\_\_\_`, with the asterisks around it that a formatter left behind.
  mutating func readEscaped(at position: Int) -> Int? {
    let bytes = document.bytes
    guard position + 1 < prose.upperBound, bytes[position + 1] == 0x5F else { return nil }
    var start = position
    while start > labelStart, bytes[start - 1] == 0x2A {
      start -= start - 1 > labelStart && bytes[start - 2] == 0x5C ? 2 : 1
    }
    let isMangled = start < position && (start == labelStart || Self.isSpace(bytes[start - 1]))
    if !isMangled { start = position }
    var end = position
    var count = 0
    var escaped = 0
    while end < prose.upperBound {
      let isEscape = bytes[end] == 0x5C && end + 1 < prose.upperBound
      let byte = isEscape ? bytes[end + 1] : bytes[end]
      guard byte == 0x5F || (isMangled && byte == 0x2A) else { break }
      if byte == 0x5F {
        count += 1
        if isEscape { escaped += 1 }
      }
      end += isEscape ? 2 : 1
    }
    guard count >= 3, escaped >= 2, !Self.endsWithWord(bytes[prose.lowerBound..<start]),
      !Self.beginsWithWord(bytes[end..<prose.upperBound])
    else { return nil }
    add(start..<end, .underscores)
    return end
  }

  /// A code span with nothing but underscores in it, or with the signs between them that the parts of
  /// an address or a version have: `___.___.___`.
  func isCodeBlank(_ span: Range<Int>) -> Bool {
    let inner = document.bytes[span].filter { $0 != 0x60 && $0 != 0x20 }
    guard inner.count >= 3, inner.first == 0x5F, inner.last == 0x5F else { return false }
    return inner.allSatisfy { $0 == 0x5F }
      || inner.allSatisfy { ".:/-_".utf8.contains($0) }
        && inner.split(whereSeparator: { $0 != 0x5F }).allSatisfy { $0.count >= 2 }
  }

  // MARK: Brackets

  /// `[Name]`, `[PASS/FAIL]` as the value of a label or as a whole line; no link, no footnote.
  mutating func readBrackets(at position: Int) -> Int? {
    let bytes = document.bytes
    let reach = min(prose.upperBound, position + 90)
    guard
      let close = bytes[position + 1..<max(reach, position + 1)].firstIndex(where: {
        $0 == 0x5D || $0 == 0x5B || Self.isLineEnd($0) || $0 == 0x60 || $0 == 0x22
      }), bytes[close] == 0x5D, BracketValue.isPlace(position..<close + 1, in: prose, of: document)
    else { return nil }
    let text = document.text(position + 1..<close)
    if text == "X", isValue(at: position), isOutOf(close + 1) {
      add(position..<close + 1, .brackets)
      return close + 1
    }
    if isValue(at: position), closesLine(at: close + 1), BracketValue.isOpen(text) {
      add(position..<close + 1, .brackets)
      return close + 1
    }
    guard BracketValue.isTemplate(text), !references.contains(text) else { return nil }
    let followsBlank = found.last.map { last in
      last.range.upperBound <= position && position - last.range.upperBound <= 8
        && document.text(last.range.upperBound..<position).allSatisfy {
          " -–—/,*_|@()".contains($0)
        }
    }
    if closesLine(at: close + 1), let start = noneBefore(position) {
      add(start..<close + 1, .brackets, label: text)
      return close + 1
    }
    let isWhole = opensLine(at: position) && closesLine(at: close + 1)
    let continues = opensLine(at: position) && bytes[..<position].last == 0x5F
    guard isWhole || continues || followsBlank == true || isValue(at: position) else { return nil }
    let name = BlankLabel.label(in: labelStart..<max(labelStart, position), of: document)
    let words = BracketValue.options(of: text, for: name)
    add(
      position..<close + 1, words.isEmpty ? .brackets : .choice,
      options: words.map { Blank.Option(text: $0) }, label: text)
    return close + 1
  }

  /// "Add the link here: [For example: …](address)": a link that shows what the reader's own looks
  /// like.
  mutating func readExampleLink(at position: Int) -> Int? {
    let bytes = document.bytes
    guard isValue(at: position), position > labelStart else { return nil }
    let label = ProseWords.words(in: document.text(max(labelStart, position - 40)..<position))
    guard let last = label.last, Self.places.contains(last) else { return nil }
    let reach = min(prose.upperBound, position + 400)
    guard
      let close = bytes[position..<reach].firstIndex(where: { $0 == 0x5D || Self.isLineEnd($0) }),
      close + 1 < reach, bytes[close] == 0x5D, bytes[close + 1] == 0x28,
      let end = bytes[close..<reach].firstIndex(where: { $0 == 0x29 || Self.isLineEnd($0) }),
      bytes[end] == 0x29
    else { return nil }
    let opening = ProseWords.words(in: document.text(position + 1..<min(close, position + 40)))
    guard opening.prefix(3).contains(where: { Self.examples.contains($0) }) else { return nil }
    add(position..<end + 1, .brackets)
    return end + 1
  }

  private static let places = WordList.words("Shapes.places")
  private static let examples = WordList.words("Shapes.examples")

  /// True for `/ 10` behind a count.
  private func isOutOf(_ position: Int) -> Bool {
    let rest = document.text(position..<min(prose.upperBound, position + 8)).filter {
      $0 != "_" && $0 != "*" && !$0.isWhitespace
    }
    return rest.first == "/" && rest.dropFirst().first?.isNumber == true
  }

  // MARK: Angles

  /// `<DATE>` anywhere in prose, `<name>` as a value.
  mutating func readAngle(at position: Int) -> Int? {
    let bytes = document.bytes
    let reach = min(prose.upperBound, position + 60)
    guard
      let close = bytes[position + 1..<max(reach, position + 1)].firstIndex(where: {
        $0 == 0x3E || $0 == 0x3C || Self.isLineEnd($0)
      }), bytes[close] == 0x3E
    else { return nil }
    let text = document.text(position + 1..<close)
    guard AngleValue.isTemplate(text), !isJoined(close + 1) else { return nil }
    let isFree = position == prose.lowerBound || " \t(\"'*_:".utf8.contains(bytes[position - 1])
    let isWhole = opensLine(at: position) && closesLine(at: close + 1)
    guard
      isValue(at: position) || (isFree && AngleValue.shouts(text))
        || (isWhole && AngleValue.shouts(text))
    else { return nil }
    // "Replace <NAME> with the name of …" is about a command.
    if let before = document.text(max(labelStart, position - 24)..<position).lowercased()
      .split(whereSeparator: { !$0.isLetter }).last, Self.orders.contains(String(before))
    {
      return nil
    }
    add(position..<close + 1, .angle, label: text)
    return close + 1
  }

  /// A code span that is one `<NAME>` or `<Some name>`, in a sentence that does not explain it.
  mutating func readCodeAngle(_ span: Range<Int>) -> Bool {
    guard span.count <= 64 else { return false }
    let inner = document.text(span).filter { $0 != "`" }
    guard inner.hasPrefix("<"), inner.hasSuffix(">") else { return false }
    let text = String(inner.dropFirst().dropLast())
    let isNamed = text.first?.isUppercase == true && text.contains(" ")
    guard AngleValue.isTemplate(text), AngleValue.shouts(text) || isNamed,
      !isJoined(span.upperBound), !explains(span)
    else { return false }
    add(span, .angle, label: text)
    return true
  }

  /// True when the words around say what to put in somewhere else: "replace `<NAME>` with …".
  ///
  /// `speaksOf` takes a sentence that says how it is for one that explains it.
  private func explains(_ span: Range<Int>, speaksOf: Bool = true) -> Bool {
    let start = max(prose.lowerBound, span.lowerBound - 60)
    let end = min(prose.upperBound, span.upperBound + 30)
    let before = document.text(start..<span.lowerBound).split { $0.isNewline }.last ?? ""
    let after = document.text(span.upperBound..<end).prefix { !$0.isNewline }
    if before.filter({ !$0.isWhitespace }).holds("z.B.") { return true }
    let words = (before + " " + after).lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains { word in
      FormatWords.explains(word) || speaksOf && (word == "is" || word == "are")
        || Self.explaining.contains { word.hasPrefix($0) }
    }
  }

  private static let orders: Set<String> = [
    "replace", "replacing", "substitute", "reemplaza", "reemplace", "reemplazar", "sustituye",
    "ersetze", "ersetzen", "remplacez", "remplacer", "substitua",
  ]
  private static let explaining = [
    "replac", "substitut", "where", "placeholder", "ersetz", "platzhalter", "reemplaz", "sustitu",
    "remplac", "means", "modif", "chang", "edit", "updat", "änder", "argument",
    "parameter", "variable", "flag",
  ]

  /// True when a word goes on behind what ends at `position`.
  private func isJoined(_ position: Int) -> Bool {
    guard position < prose.upperBound else { return false }
    let byte = document.bytes[position]
    return byte == 0x2D || byte == 0x2F || byte == 0x5F || byte == 0x3C
      || (0x61...0x7A).contains(byte | 0x20)
  }

  // MARK: Mustaches

  /// `{{name}}`.
  mutating func readMustache(at position: Int) -> Int? {
    let bytes = document.bytes
    guard position + 1 < prose.upperBound, bytes[position + 1] == 0x7B,
      position == prose.lowerBound || !"${%".utf8.contains(bytes[position - 1])
    else { return nil }
    let reach = min(prose.upperBound, position + 80)
    guard
      let close = bytes[position + 2..<max(reach, position + 2)].firstIndex(where: {
        $0 == 0x7D || $0 == 0x7B || Self.isLineEnd($0)
      }), close + 1 < prose.upperBound, bytes[close] == 0x7D, bytes[close + 1] == 0x7D
    else { return nil }
    if isInTarget(position) { return close + 2 }
    let text = String(ChecklistBuilder.trimmed(document.text(position + 2..<close)))
    guard let first = text.first, first.isLetter,
      text.allSatisfy({ $0.isLetter || $0.isNumber || "_-. ".contains($0) }), text.last != "."
    else { return nil }
    add(position..<close + 2, .mustache, label: text)
    return close + 2
  }

  /// True inside `](…)`: what is filled there changes where a link leads, and its blanks keep
  /// CommonMark from seeing the link.
  private func isInTarget(_ position: Int) -> Bool {
    let bytes = document.bytes
    var index = position
    while index > max(prose.lowerBound, position - 300), !Self.isLineEnd(bytes[index - 1]) {
      index -= 1
      if bytes[index] == 0x29 { return false }
      if bytes[index] == 0x28 { return index > prose.lowerBound && bytes[index - 1] == 0x5D }
    }
    return false
  }

  /// A code span that is one `{{NAME}}` in capitals: the value of a label, or in the middle of a
  /// sentence of a document that has such names in the open, too.
  mutating func readCodeMustache(_ span: Range<Int>) -> Bool {
    guard span.count <= 80 else { return false }
    var inner = document.text(span).filter { $0 != "`" }
    // `v{{VERSION}}`
    if inner.hasPrefix("v{{") { inner.removeFirst() }
    guard inner.hasPrefix("{{"), inner.hasSuffix("}}") else { return false }
    let name = ChecklistBuilder.trimmed(inner.dropFirst(2).dropLast(2))
    let isOpen = isValue(at: span.lowerBound)
    guard !name.isEmpty,
      name.allSatisfy({ $0.isUppercase || $0.isNumber || $0 == "_" }),
      isOpen || name.first?.isUppercase == true,
      !isJoined(span.upperBound), !explains(span, speaksOf: false)
    else { return false }
    add(span, .mustache, label: String(name))
    if !isOpen { found[found.count - 1].isTentative = true }
    return true
  }

  // MARK: Comments

  /// `label: <!-- paste the link here -->` to the end of its line.
  mutating func readComment(_ comment: Range<Int>) -> Bool {
    guard comment.count <= 160, isValue(at: comment.lowerBound),
      closesLine(at: comment.upperBound), document.bytes[comment].last == 0x3E,
      !document.bytes[comment].contains(where: Self.isLineEnd)
    else { return false }
    let text = ChecklistBuilder.trimmed(document.text(comment).dropFirst(4).dropLast(3))
    guard !text.isEmpty, !text.hasPrefix("gonogo"), text.contains(where: \.isLetter) else {
      return false
    }
    add(comment, .comment)
    return true
  }
}
