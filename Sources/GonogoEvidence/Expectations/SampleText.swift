/// Output as a document shows it.
struct SampleText {
  private let lines: [Substring]
  /// True when it leaves something open: `...` stands for lines or words that may be anything,
  /// `<name>` for a word. Whether an output is like that only a person can say: what stands there
  /// may be the very failure.
  let isOpen: Bool

  init(_ text: String) {
    lines = Self.split(text)
    isOpen = lines.contains { Self.isOpen(Array($0.unicodeScalars)) }
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
    let isTelling = lines.contains { line in
      line.unicodeScalars.contains { ScalarForm.isLetter($0) || ScalarForm.isDigit($0) }
    }
    return isTelling && !isOpen
      && lines.elementsEqual(Self.split(output)) {
        $0.unicodeScalars.elementsEqual($1.unicodeScalars)
      }
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

  private static func isOpen(_ line: [Unicode.Scalar]) -> Bool {
    line.indices.contains { index in
      line[index] == "…" || line[index...].prefix(3).elementsEqual("...".unicodeScalars)
        || Placeholder.end(in: line, at: index) != nil
    }
  }
}
