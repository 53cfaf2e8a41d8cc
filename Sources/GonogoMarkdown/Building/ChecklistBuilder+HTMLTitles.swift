internal import GonogoCore

extension ChecklistBuilder {
  /// The titles of the document in HTML, in order, with the lines that stand under each.
  func htmlTitles() -> [HTMLTitle] {
    var found: [(text: String, start: Int, end: Int?)] = []
    /// For each `<details>` that is open: the place of its summary.
    var open: [Int?] = []
    /// The place of the last heading, until another ends it.
    var heading: Int?
    for block in blocks {
      switch block.kind {
      case .heading(let level) where level <= 2:
        if let place = heading { found[place].end = block.startLine - 1 }
        heading = nil
      case .html where block.text.utf8.contains(0x3C):
        for (tag, rest) in Self.tags(in: block.text) {
          switch tag {
          case "details": open.append(nil)
          case "/details":
            if let place = open.popLast() ?? nil { found[place].end = block.startLine }
          case "summary":
            if !open.isEmpty { open[open.count - 1] = found.count }
            found.append((Self.title(rest, until: "</summary"), block.startLine, nil))
          case "h1", "h2", "h3", "h4", "h5", "h6":
            if let place = heading { found[place].end = block.startLine - 1 }
            heading = found.count
            found.append((Self.title(rest, until: "</h"), block.startLine, nil))
          default: continue
          }
        }
      default: continue
      }
    }
    return found.map { title in
      HTMLTitle(
        text: title.text,
        lines: title.start...max(title.start, title.end ?? document.lines.count))
    }
  }

  /// The names of the tags in a piece of HTML, in small letters, each with what follows it.
  private static func tags(in html: String) -> [(name: String, rest: Substring)] {
    var found: [(String, Substring)] = []
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      let name = rest.prefix(10).prefix { $0.isLetter || $0.isNumber || $0 == "/" }
      if !name.isEmpty { found.append((name.lowercased(), rest)) }
    }
    return found
  }

  private static func title(_ html: Substring, until end: String) -> String {
    let piece = html.prefix(600)
    guard let start = piece.firstIndex(of: ">") else { return "" }
    let inner = piece[piece.index(after: start)...]
    let lower = inner.lowercased()
    let stop = SearchedText(lower).firstRange(of: end)?.lowerBound
    let count = stop.map { lower[..<$0].utf8.count } ?? inner.utf8.count
    let text = String(decoding: inner.utf8.prefix(count), as: UTF8.self)
    return String(
      trimmed(TagText.lines(of: "<p>" + text + "</p>").map(\.text).joined(separator: " ")))
  }
}
