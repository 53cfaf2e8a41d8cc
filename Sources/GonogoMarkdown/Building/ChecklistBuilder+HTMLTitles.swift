internal import GonogoCore

/// Titles in HTML: `<h3>Under load</h3>`, the summary of a part that can be folded away.
struct HTMLTitle {
  let text: String
  let lines: ClosedRange<Int>
}

extension ChecklistBuilder {
  /// The titles of the document in HTML, in order, with the lines that stand under each.
  func htmlTitles() -> [HTMLTitle] {
    var found: [(text: String, start: Int, end: Int?, isSummary: Bool)] = []
    var open: [Int] = []
    for block in blocks {
      switch block.kind {
      case .heading: close(&found, before: block.startLine)
      case .html:
        if Self.holdsHeading(block.text) {
          close(&found, before: block.startLine)
          found.append((Self.title(block.text), block.startLine, nil, false))
        }
        var rest = block.text[...]
        while let tag = rest.firstIndex(of: "<") {
          rest = rest[tag...]
          if rest.hasPrefix("<summary") {
            let end = rest.firstRange(of: "</summary")?.lowerBound ?? rest.endIndex
            open.append(found.count)
            found.append((Self.title(String(rest[..<end])), block.startLine, nil, true))
          } else if rest.hasPrefix("</details"), let last = open.popLast() {
            found[last].end = block.startLine
          }
          rest = rest.dropFirst()
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

  private func close(
    _ titles: inout [(text: String, start: Int, end: Int?, isSummary: Bool)], before line: Int
  ) {
    guard let last = titles.lastIndex(where: { !$0.isSummary }), titles[last].end == nil else {
      return
    }
    titles[last].end = line - 1
  }

  private static func holdsHeading(_ html: String) -> Bool {
    let bytes = Array(html.utf8.prefix(8))
    return bytes.count > 3 && bytes[0] == 0x3C && bytes[1] | 0x20 == 0x68
      && (0x31...0x36).contains(bytes[2])
  }

  private static func title(_ html: String) -> String {
    html.utf8.count > 600
      ? "" : TagText.lines(of: html).map(\.text).joined(separator: " ")
  }
}
