internal import GonogoCore

/// What makes words in brackets a place to fill.
enum BracketValue {
  /// True when the brackets are no part of a link, an image, a footnote or a word.
  static func isPlace(_ range: Range<Int>, in prose: Range<Int>, of document: Document) -> Bool {
    let bytes = document.bytes
    if range.lowerBound > prose.lowerBound {
      let before = bytes[range.lowerBound - 1]
      guard !"!]\\[".utf8.contains(before), !before.isLetterOrDigit else { return false }
    }
    guard range.upperBound < prose.upperBound else { return true }
    let after = bytes[range.upperBound]
    return !"([:]{".utf8.contains(after) && !after.isLetterOrDigit
  }

  /// The shape of `{COMPONENT_LINK}` or a code span `{{NAME}}` as the whole of a cell, or nil: in
  /// capitals, as no variable of a template language is.
  static func braced(_ range: Range<Int>, of document: Document) -> Blank.Shape? {
    guard (5...80).contains(range.count) else { return nil }
    var text = ChecklistBuilder.trimmed(document.text(range))
    var shape = Blank.Shape.brackets
    if text.hasPrefix("`{{"), text.hasSuffix("}}`") {
      text = text.dropFirst(2).dropLast(2)
      shape = .mustache
    }
    guard text.first == "{", text.last == "}" else { return nil }
    return isName(ChecklistBuilder.trimmed(text.dropFirst().dropLast())) ? shape : nil
  }

  /// How many bytes of `text` are the `{DISK_FREE}` that opens it; nil when none does.
  static func bracedLength(in text: String) -> Int? {
    guard text.first == "{", let close = text.firstIndex(of: "}"),
      isName(text[..<close].dropFirst())
    else { return nil }
    return text[...close].utf8.count
  }

  private static func isName(_ name: Substring) -> Bool {
    name.first?.isUppercase == true && name.count >= 3
      && name.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "_" }
  }

  /// True for a few words that each begin with a capital and name what belongs there: "Service Name".
  static func isTitle(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (1...4).contains(words.count) && isTemplate(text)
      && words.allSatisfy { word in
        word.count >= 3 && word.first?.isUppercase == true && word.allSatisfy(\.isLetter)
          && word.dropFirst().allSatisfy(\.isLowercase)
      }
  }

  /// What a code span that is one bracket asks for: several words, an example or a name; nil for what
  /// programs write so. Of words to pick from only the brackets are replaced, and the span stays.
  static func coded(
    _ span: Range<Int>, of document: Document
  ) -> (range: Range<Int>, shape: Blank.Shape, options: [Blank.Option])? {
    let bytes = document.bytes
    guard (6...90).contains(span.count), bytes[span].first == 0x60, bytes[span].last == 0x60 else {
      return nil
    }
    let inner = document.trimmed(span.lowerBound + 1..<span.upperBound - 1)
    guard bytes[inner].first == 0x5B, bytes[inner].last == 0x5D else { return nil }
    let text = document.text(inner.lowerBound + 1..<inner.upperBound - 1)
    guard !text.contains(where: { "[]`\"'".contains($0) }) else { return nil }
    if PlaceholderWords.isHandle(text) { return (span, .brackets, []) }
    // `[YYYY-MM-DD HH:MM:SS UTC]`, `[X%]`, `[ID]`
    if !results.contains(text.lowercased()), isMask(text) || isTitle(text) {
      return (span, .brackets, [])
    }
    guard text.contains(" "), isTemplate(text) else { return nil }
    let words = options(of: text)
    if !words.isEmpty { return (inner, .choice, words.map { Blank.Option(text: $0) }) }
    // `[a, b]` is a list, `[--all NAME]` part of a command.
    let isList = text.contains(",") && !text.hasPrefix("e.g.") && !text.hasPrefix("z.B.")
    let isPath = text.contains("/") && !text.holds(" / ")
    return isList || isPath ? nil : (span, .brackets, [])
  }

  /// `YYYY-MM-DD HH:MM:SS UTC`, `HH:MM:SS`, `X%`, `X minutes`, `ID`: nothing but masks and their names.
  private static func isMask(_ text: String) -> Bool {
    if ["ID", "URL", "N", "X", "NAME", "LINK"].contains(text) { return true }
    let words = text.split { " -:/.T".contains($0) }
    guard (1...8).contains(words.count), let first = words.first else { return false }
    if words.count <= 2, first.allSatisfy({ $0 == "X" || $0 == "%" || $0 == "N" }) { return true }
    return words.contains { ["YYYY", "MM", "HH"].contains($0) }
      && words.allSatisfy {
        $0 == $0.uppercased() || $0.hasSuffix(":") || $0.lowercased() == "date"
      }
  }

  /// True for `[...]` and a bracket of many blanks: room to write in.
  static func isOpen(_ text: String) -> Bool {
    if text.utf8.count >= 3, text.utf8.allSatisfy({ $0 == 0x20 }) { return true }
    return ["...", " ... ", "…", " … ", "....", "TBD"].contains(text)
  }

  /// True when `text` names what is to be written: "Name", "Date of run", "PASS/FAIL".
  static func isTemplate(_ text: String) -> Bool {
    guard text.count >= 2, let first = text.first, first.isLetter || first == "#",
      text.contains(where: \.isLetter),
      !text.contains(where: { "=@{}|<>^\\".contains($0) })
        || !options(of: text).isEmpty
    else { return false }
    return !results.contains(text.lowercased())
  }

  /// The words to pick from; empty when the brackets hold something to be written.
  ///
  /// `label` is what they are the value of: "Recommendation" is answered by one of them.
  static func options(of text: String, for label: String = "") -> [String] {
    let words = ValueReader.options(of: text)
    // `[MM/DD/YYYY]` is the form of a day.
    guard words.count >= 2, Set(words).count == words.count,
      BlankMask.length(in: text) == nil
    else { return [] }
    let isChoice =
      isList(words) || asksForOne(label) || OutcomeWords.excludeEachOther(words)
      || OutcomeWords.areScale(words)
      || OutcomeWords.areEnvironments(words) || OutcomeWords.areKnown(words)
      || words.allSatisfy {
        $0.contains(where: \.isLetter) && $0 == $0.uppercased() && $0 != $0.lowercased()
      }
    return isChoice ? words : []
  }

  /// Three words or more, none of which names what is to be written: `[feature/bugfix/hotfix]`.
  private static func isList(_ words: [String]) -> Bool {
    words.count >= 3
      && words.allSatisfy { word in
        word.utf8.count >= 2 && word.allSatisfy { $0.isLetter || $0 == "-" }
          && word == word.lowercased() && !written.contains(word)
      }
  }

  /// What is written, where brackets name several of it.
  private static let written = WordList.words("BracketValue.written")

  private static func asksForOne(_ label: String) -> Bool {
    let words = label.lowercased().split { !$0.isLetter }
    return words.count <= 4 && words.contains { picked.contains(String($0)) }
  }

  /// What a label asks for when its value is one of several that the brackets name.
  private static let picked = WordList.words("BracketValue.picked")

  /// What logs and reports write in brackets.
  private static let results: Set<String> = [
    "ok", "pass", "passed", "fail", "failed", "error", "errors", "warn", "warning", "info", "debug",
    "done", "yes", "no", "n/a", "skip", "skipped", "success", "todo", "x", "wip", "new", "optional",
    "required", "deprecated", "toc", "_toc_", "note", "important", "tip", "caution",
  ]
}

/// What makes words in angle brackets a place to fill.
enum AngleValue {
  /// True when `text` is no tag and no address.
  static func isTemplate(_ text: String) -> Bool {
    guard text.count >= 2, let first = text.first, first.isLetter,
      text.allSatisfy({ $0.isLetter || $0.isNumber || "_- ".contains($0) })
    else { return false }
    let name = text.prefix { !$0.isWhitespace }.lowercased()
    return !elements.contains(name) && !HTMLElements.isBlock(name) && !HTMLElements.isVoid(name)
  }

  /// True when it is in capitals, as no tag of a component is.
  static func shouts(_ text: String) -> Bool {
    text == text.uppercased() && text.count { $0.isLetter } >= 3
  }

  private static let elements: Set<String> = [
    "a", "abbr", "acronym", "address", "b", "bdi", "bdo", "big", "cite", "code", "data", "dd",
    "del",
    "dfn", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i", "ins", "kbd", "label", "legend",
    "map", "mark", "menu", "meter", "option", "output", "p", "picture", "progress", "q", "rp", "rt",
    "ruby", "s", "samp", "search", "slot", "small", "span", "strike", "strong", "sub", "sup",
    "time",
    "tt", "u", "var", "wbr", "br", "hr", "img",
  ]
}
