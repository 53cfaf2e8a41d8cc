/// What became of one blank.
package struct BlankResult: Sendable {
  /// The blank's position in the checklist.
  package let blank: Int
  /// What fills it, or nil when it stays open.
  package let text: String?
  /// Where that comes from.
  package let source: Source
  /// Which capture it is, or why there is none.
  package let because: String

  /// A result; see the properties.
  package init(blank: Int, text: String?, source: Source, because: String) {
    self.blank = blank
    self.text = text
    self.source = source
    self.because = because
  }
}
