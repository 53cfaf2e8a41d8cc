/// One top-level statement of a fenced shell block, as a person pasting the block would see it.
package struct Statement: Sendable, Hashable {
  /// Byte offsets of its text in the block: from its first word to the end of its last word or
  /// here-document; comments above it and after it are outside.
  package let range: Range<Int>
  /// What the comment above it says, without `#` and blanks; nil when nothing does.
  package let label: String?
  /// Where `label` stands in the block; nil exactly when `label` is.
  package let labelRange: Range<Int>?
  /// True when the statement is one line of plain words, simple quotes and pipes, so that the
  /// splitter cannot have misread it; a caller may save itself asking `bash -n` about it.
  package let isTrivial: Bool

  /// A statement; see the properties.
  package init(range: Range<Int>, label: String?, labelRange: Range<Int>?, isTrivial: Bool) {
    self.range = range
    self.label = label
    self.labelRange = labelRange
    self.isTrivial = isTrivial
  }
}
