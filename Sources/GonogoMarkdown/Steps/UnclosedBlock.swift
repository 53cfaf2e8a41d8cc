internal import GonogoCore

/// A fence or an HTML comment whose end its author forgot, so that everything after it is code or
/// invisible and would silently not be checked.
enum UnclosedBlock {
  /// What is wrong with `block`, or nil.
  static func fault(in block: MarkdownBlock, of document: Document) -> Diagnostic? {
    switch block.kind {
    case .code: fence(block, document)
    case .html: comment(block, document)
    default: nil
    }
  }

  private static func comment(_ block: MarkdownBlock, _ document: Document) -> Diagnostic? {
    let text = block.text.drop { $0 == " " }
    guard text.hasPrefix("<!--") else { return element(text, block, document) }
    guard !text.holds("-->") else { return nil }
    return Diagnostic(
      .error, code: "unclosed-comment",
      "this comment is never closed, so what follows it is invisible", cure: "close it with `-->`",
      file: document.path, at: SourceLocation(line: block.startLine))
  }

  /// Elements whose content CommonMark takes as it is, up to their end tag (section 4.6, kind 1).
  private static func element(
    _ text: Substring, _ block: MarkdownBlock, _ document: Document
  ) -> Diagnostic? {
    let lower = text.lowercased()
    let names = ["script", "pre", "style", "textarea"]
    guard let name = names.first(where: { lower.hasPrefix("<" + $0) }),
      lower.dropFirst(name.count + 1).first.map({ $0.isWhitespace || $0 == ">" }) ?? true,
      !names.contains(where: { lower.contains("</" + $0 + ">") })
    else { return declaration(text, block, document) }
    return Diagnostic(
      .error, code: "unclosed-html",
      "this <\(name)> is never closed, so what follows it is taken for its content",
      cure: "close it with </\(name)>", file: document.path,
      at: SourceLocation(line: block.startLine))
  }

  /// Instructions, declarations and CDATA, which end where their own mark stands (section 4.6,
  /// kinds 3 to 5).
  private static func declaration(
    _ text: Substring, _ block: MarkdownBlock, _ document: Document
  ) -> Diagnostic? {
    let ending: String
    if text.hasPrefix("<?") {
      ending = "?>"
    } else if text.hasPrefix("<![CDATA[") {
      ending = "]]>"
    } else if text.hasPrefix("<!") {
      ending = ">"
    } else {
      return nil
    }
    if text.contains(ending) { return nil }
    return Diagnostic(
      .error, code: "unclosed-html",
      "this piece of HTML is never closed, so what follows it is taken for a part of it",
      cure: "close it with `\(ending)`", file: document.path,
      at: SourceLocation(line: block.startLine))
  }

  /// What can stand before a fence on its line: blanks, quote and list marks, a byte order mark.
  private static let container = Set(" \t>-+*.)0123456789\u{FEFF}".utf8)

  /// True when a block of code begins with a fence; false for indented code, even for indented code
  /// that shows one.
  static func isFenced(_ block: MarkdownBlock, _ document: Document) -> Bool {
    let opening = document.bytes[document.contentRange(ofLine: block.startLine)]
    guard let fence = run(in: opening),
      opening[..<fence.start].allSatisfy({ Self.container.contains($0) })
    else { return false }
    let firstLine = block.text.utf8.prefix { $0 != 0x0A && $0 != 0x0D }
    let isShown = trimmed(opening).elementsEqual(trimmed(Array(firstLine)[...]))
    return !(isShown && indent(before: fence, in: opening) >= 4)
  }

  /// A fence is closed by a line of its own; one that is not ends with the document, or with the
  /// list item or quote around it.
  private static func fence(_ block: MarkdownBlock, _ document: Document) -> Diagnostic? {
    let opening = document.bytes[document.contentRange(ofLine: block.startLine)]
    guard let fence = run(in: opening) else { return nil }
    guard isFenced(block, document) else { return nil }
    let content = Array(block.text.utf8)
    let closing = block.startLine + LineIndex(content).count
    if closing <= document.lines.count {
      let line = trimmed(document.bytes[document.contentRange(ofLine: closing)])
      let rest = line.drop { $0 == fence.mark }
      if rest.isEmpty, line.count >= fence.count { return nil }
    }
    return Diagnostic(
      .error, code: "unclosed-fence",
      "this fence is never closed, so what follows it is taken for code",
      cure:
        "close it with a line of \(String(repeating: fence.mark == 0x60 ? "`" : "~", count: fence.count))",
      file: document.path, at: SourceLocation(line: block.startLine))
  }

  /// The first run of three or more backticks or tildes in a line.
  private static func run(in line: ArraySlice<UInt8>) -> (mark: UInt8, count: Int, start: Int)? {
    var position = line.startIndex
    while position < line.endIndex {
      let mark = line[position]
      let end = line[position...].firstIndex { $0 != mark } ?? line.endIndex
      if mark == 0x60 || mark == 0x7E, end - position >= 3 {
        return (mark, end - position, position)
      }
      position = end
    }
    return nil
  }

  /// The columns of blank before a fence; a tab counts as four.
  private static func indent(
    before fence: (mark: UInt8, count: Int, start: Int), in line: ArraySlice<UInt8>
  ) -> Int {
    line[..<fence.start].reversed().prefix { $0 == 0x20 || $0 == 0x09 }
      .reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
  }

  /// A line without blanks and quote marks around it.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
    while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
    return line
  }
}
