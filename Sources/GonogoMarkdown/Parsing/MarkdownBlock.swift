/// One block of a Markdown document, as CommonMark sees it.
struct MarkdownBlock: Sendable {
  /// What the block is.
  enum Kind: Sendable, Equatable {
    case heading(level: Int)
    case paragraph
    case list
    case item
    case code(info: String)
    case html
    case quote
    case thematicBreak
  }

  var kind: Kind
  /// The line its first byte is on, from 1: the one position of cmark that can be trusted.
  var startLine: Int
  /// The last line; approximate for blocks that end at a container's end.
  var endLine: Int
  /// The enclosing block's index in the list of blocks, or nil.
  var parent: Int?
  /// Headings and paragraphs: the text without inline marks, lines separated by LF. Code and HTML:
  /// the content.
  var text = ""
  /// Headings and paragraphs: the tags and comments in them, one after the other.
  var html = ""
  /// The bold text that opens a paragraph, or nil.
  var leadingBold: String?
  /// The code spans of a heading or paragraph, in order.
  var codes: [InlineCode] = []
}
