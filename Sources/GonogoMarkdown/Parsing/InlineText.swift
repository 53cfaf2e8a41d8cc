/// Gathers the plain text of a paragraph or heading while its inline nodes pass by.
struct InlineText {
  private(set) var text = ""
  private(set) var html = ""
  private(set) var leadingBold: String?
  private(set) var codes: [InlineCode] = []
  private var line = 0
  private var boldDepth = 0
  private var bold = ""
  private var isLeading = false

  /// Adds text.
  mutating func append(_ piece: String) {
    text += piece
    if boldDepth > 0 { bold += piece }
  }

  /// Adds a code span.
  mutating func append(code piece: String) {
    codes.append(InlineCode(line: line, text: piece))
    append(piece)
  }

  /// Adds the end of a line.
  mutating func appendLineBreak() {
    line += 1
    append("\n")
  }

  /// Adds a tag or a comment.
  mutating func append(html piece: String) {
    html += piece
  }

  /// A bold passage begins.
  mutating func openBold() {
    if boldDepth == 0 {
      bold = ""
      isLeading = text.isEmpty
    }
    boldDepth += 1
  }

  /// A bold passage ends.
  mutating func closeBold() {
    boldDepth -= 1
    if boldDepth == 0, isLeading, leadingBold == nil { leadingBold = bold }
  }
}
