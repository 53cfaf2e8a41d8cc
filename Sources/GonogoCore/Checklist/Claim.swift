/// A sentence that holds or does not: an item, an expectation or a criterion.
package struct Claim: Sendable {
  /// Which of the three it is.
  package enum Kind: String, Sendable, Codable {
    /// A checkbox outside the decision lists.
    case item
    /// Prose that states what must hold.
    case expectation
    /// Needed for a GO.
    case goCriterion
    /// Forbids a GO when it holds.
    case noGoCriterion
  }

  /// Its position among the claims of the document, from 0.
  package let id: Int
  /// Which kind it is.
  package let kind: Kind
  /// The section it stands in.
  package let section: Int
  /// Its text without list marker, box, status emoji and inline marks.
  package let text: String
  /// The text of the list item around it ("Rollback authority: who can decide?"), or nil.
  package let context: String?
  /// The byte between the brackets of its box, or nil when it has none.
  package let box: Int?
  /// True when the author's box is ticked already.
  package let isTicked: Bool
  /// The bytes of the `✅` that opens it, or nil.
  package let emoji: Range<Int>?
  /// Where it stands.
  package let location: SourceLocation

  /// A claim; see the properties.
  package init(
    id: Int, kind: Kind, section: Int, text: String, context: String?, box: Int?, isTicked: Bool,
    emoji: Range<Int>?, location: SourceLocation
  ) {
    self.id = id
    self.kind = kind
    self.section = section
    self.text = text
    self.context = context
    self.box = box
    self.isTicked = isTicked
    self.emoji = emoji
    self.location = location
  }
}
