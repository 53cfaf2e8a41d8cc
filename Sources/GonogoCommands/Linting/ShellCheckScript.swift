internal import GonogoCore

/// The blocks of a document as one script, each line with its place in the document.
struct ShellCheckScript {
  /// A line of a block.
  struct Line {
    /// Its block.
    let step: Int
    /// Its line in the document.
    let number: Int
    /// What it says.
    let text: String
  }

  /// The script.
  let text: String
  private let lines: [Line?]

  init(_ steps: [Step]) {
    // A directive in the very first line would hold for all blocks.
    var lines: [Line?] = [nil]
    var text = "true\n"
    for step in steps {
      for (offset, line) in step.script.split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        lines.append(Line(step: step.id, number: step.firstLine + offset, text: String(line)))
        text += line + "\n"
      }
    }
    self.text = text
    self.lines = lines
  }

  /// Line `number` of the script, from 1.
  func line(_ number: Int) -> Line? {
    number >= 1 && number <= lines.count ? lines[number - 1] : nil
  }

  /// The block of a line.
  func step(line number: Int) -> Int? { line(number)?.step }
}
