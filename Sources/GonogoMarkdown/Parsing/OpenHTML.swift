internal import GonogoCore

/// Follows the HTML of a document as a browser does, to find what is opened and never closed.
///
/// Markdown's own blocks end anyway, but an open `<details>`, `<template>` or `<script>` goes on to
/// the end of the page: what stands below it, the run record first of all, would not be seen.
struct OpenHTML {
  private struct Element {
    var name: String
    var line: Int
    /// True when what stands in it is hidden or not read as text.
    var hides: Bool
  }

  private let path: String
  private var open: [Element] = []
  /// For each name: where in `open` its elements are.
  private var places: [String: [Int]] = [:]
  /// Where in `open` the elements are that hide.
  private var hiding: [Int] = []
  private(set) var faults: [Diagnostic] = []

  init(path: String) {
    self.path = path
  }

  /// Reads the HTML of one block that begins on `line`.
  mutating func read(_ html: String, line: Int) {
    var scanner = HTMLScanner(html)
    if let last = open.last, HTMLElements.isRaw(last.name) { scanner.raw = last.name }
    while let token = scanner.next() {
      switch token {
      case .opening(let tag): push(tag, line: line + scanner.line)
      case .closing(let name): close(name)
      case .unfinished(let mark): report(mark, line: line + scanner.line)
      }
      scanner.raw = open.last.flatMap { HTMLElements.isRaw($0.name) ? $0.name : nil }
    }
  }

  /// The faults, those of elements that are still open included.
  func finished() -> [Diagnostic] {
    let stillOpen = hiding.map { open[$0] }.map { element in
      Diagnostic(
        .error, code: "unclosed-html",
        "this <\(element.name)> is never closed, so what follows it is hidden or taken for its content",
        cure: "close it with </\(element.name)>", file: path,
        at: SourceLocation(line: element.line))
    }
    return faults + stillOpen
  }

  private mutating func push(_ tag: HTMLScanner.Tag, line: Int) {
    guard !HTMLElements.isVoid(tag.name) else { return }
    let element = Element(
      name: tag.name, line: line, hides: tag.isHidden || HTMLElements.hides(tag.name))
    places[tag.name, default: []].append(open.count)
    if element.hides { hiding.append(open.count) }
    open.append(element)
  }

  /// Ends the last element of that name and all in it; only the end of a block ends what hides.
  private mutating func close(_ name: String) {
    guard let place = places[name]?.last else { return }
    if !HTMLElements.isBlock(name), let last = hiding.last, last > place { return }
    while open.count > place {
      let element = open.removeLast()
      places[element.name]?.removeLast()
      if hiding.last == open.count { hiding.removeLast() }
    }
  }

  private mutating func report(_ mark: HTMLScanner.Unfinished, line: Int) {
    let diagnostic =
      switch mark {
      case .comment:
        Diagnostic(
          .error, code: "unclosed-comment",
          "this comment is never closed, so what follows it is invisible",
          cure: "close it with `-->`", file: path, at: SourceLocation(line: line))
      case .tag:
        Diagnostic(
          .error, code: "unclosed-html",
          "this tag is never closed, so what follows it is taken for a part of it",
          cure: "close it with `>`", file: path, at: SourceLocation(line: line))
      }
    faults.append(diagnostic)
  }
}
