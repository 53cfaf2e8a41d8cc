/// Something in the text of a block that its reader is to replace: `<cluster>`, `YOUR_TOKEN`, `...`.
package struct Placeholder: Sendable, Hashable {
  /// What it is called: the words in it, without the brackets.
  package let name: String
  /// Its bytes in the block.
  package let range: Range<Int>
  /// What is around it, which decides what it may be replaced by.
  package let place: TextRegion
  /// True when it is sure that all of it is to be replaced by a value; else a person has to look.
  package let isCertain: Bool

  /// A placeholder; see the properties.
  package init(name: String, range: Range<Int>, place: TextRegion, isCertain: Bool) {
    self.name = name
    self.range = range
    self.place = place
    self.isCertain = isCertain
  }
}
