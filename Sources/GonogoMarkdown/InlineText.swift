/// Gathers the plain text of a paragraph or heading while its inline nodes pass by.
struct InlineText {
  private(set) var text = ""
  private(set) var html = ""
  private(set) var leadingBold: String?
  private var boldDepth = 0
  private var bold = ""
  private var isLeading = false

  /// Adds text, code or a line break.
  mutating func append(_ piece: String) {
    text += piece
    if boldDepth > 0 { bold += piece }
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
