/// A block of code as CommonMark sees it, whether gonogo runs it or only shows it.
package struct CodeBlock: Sendable, Equatable {
  /// The line it begins on: the opening fence, or the first line of indented code.
  package let line: Int
  /// The info string of its fence; nil for indented code.
  package let info: String?
  /// The section it stands in.
  package let section: Int

  /// A block; see the properties.
  package init(line: Int, info: String?, section: Int) {
    self.line = line
    self.info = info
    self.section = section
  }
}
