/// Output as a document shows it: `...` stands for lines or words that may be anything, `<name>` for
/// a word.
struct SampleText {
  private enum Piece: Equatable {
    case text([Unicode.Scalar])
    case anything
  }
  private enum Line {
    /// Any number of lines.
    case gap
    case pieces([Piece])
  }

  private let lines: [Line]
  /// True when it says something: a line without anything left open.
  private let isTelling: Bool

  init(_ text: String) {
    let raw = Self.split(text)
    lines = raw.map { line in
      let mark = line.trimmed
      return mark == "..." || mark == "…" || mark == "[...]" || mark == "(...)"
        ? .gap : .pieces(Self.pieces(Array(line.unicodeScalars)))
    }
    isTelling = lines.contains { line in
      guard case .pieces(let pieces) = line else { return false }
      return pieces.contains { piece in
        guard case .text(let text) = piece else { return false }
        return text.contains { ScalarForm.isLetter($0) || ScalarForm.isDigit($0) }
      }
    }
  }

  /// True when some value in it is written as no program prints it: `120+`, `85%+`, `~3`.
  static func isRough(_ text: String) -> Bool {
    split(text).contains { line in
      guard line.unicodeScalars.contains(where: { $0 == ":" }) else { return false }
      let value = line.trimmed.unicodeScalars
      guard value.last == "+" else { return false }
      let before = value.dropLast().last
      return before.map { ScalarForm.isDigit($0) || $0 == "%" } ?? false
    }
  }

  /// Whether an output is this text, apart from blanks at the ends of lines and empty lines around.
  func equals(_ output: String) -> Bool {
    guard isTelling else { return false }
    let printed = Self.split(output).map { Array($0.unicodeScalars) }
    var line = 0
    var index = 0
    // After a gap the first place that fits is taken, and another one tried when that does not hold.
    var retry: (line: Int, index: Int)?
    while index < printed.count || line < lines.count {
      if line < lines.count, case .gap = lines[line] {
        line += 1
        retry = (line, index)
        if line == lines.count { return true }
        continue
      }
      if line < lines.count, index < printed.count, case .pieces(let pieces) = lines[line],
        Self.matches(pieces, printed[index])
      {
        line += 1
        index += 1
        continue
      }
      guard let again = retry, again.index < printed.count else { return false }
      line = again.line
      index = again.index + 1
      retry = (line, index)
    }
    return true
  }

  /// The lines without blanks at their ends; empty lines at the beginning and the end left out.
  private static func split(_ text: String) -> [Substring] {
    var lines = text.outputLines.map { line in
      var line = line
      while let last = line.utf8.last, last == 0x20 || last == 0x09 || last == 0x0D {
        line = line[..<line.utf8.index(before: line.endIndex)]
      }
      return line
    }[...]
    while lines.first?.isEmpty ?? false { lines.removeFirst() }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return Array(lines)
  }

  private static func pieces(_ line: [Unicode.Scalar]) -> [Piece] {
    var pieces: [Piece] = []
    var text: [Unicode.Scalar] = []
    var index = 0
    while index < line.count {
      var end = Placeholder.end(in: line, at: index)
      if line[index] == "…" { end = index + 1 }
      if line[index...].prefix(3).elementsEqual("...".unicodeScalars) { end = index + 3 }
      guard let end else {
        text.append(line[index])
        index += 1
        continue
      }
      if !text.isEmpty { pieces.append(.text(text)) }
      text = []
      if pieces.last != .anything { pieces.append(.anything) }
      index = end
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }

  /// Whether a line is made of these pieces; each open one takes one sign at least.
  private static func matches(_ pieces: [Piece], _ line: [Unicode.Scalar]) -> Bool {
    var position = 0
    var isOpen = false
    for (number, piece) in pieces.enumerated() {
      guard case .text(let text) = piece else {
        position += 1
        isOpen = true
        continue
      }
      let isLast = number == pieces.count - 1
      let last = line.count - text.count
      guard last >= position else { return false }
      let places = isLast ? last...last : position...(isOpen ? last : position)
      guard
        let place = places.first(where: { line[$0..<$0 + text.count].elementsEqual(text) }),
        isOpen || place == position
      else { return false }
      position = place + text.count
      isOpen = false
    }
    return isOpen ? position <= line.count : position == line.count
  }
}
