/// One fenced block of shell or SQL.
package struct Step: Sendable {
  /// What its info string says it is.
  package enum Language: String, Sendable, Codable {
    /// bash, sh, shell, zsh and console blocks, run by bash.
    case shell
    /// SQL, run through libpq.
    case sql
  }

  /// Its position among the steps of the document, from 0.
  package let id: Int
  /// The section it stands in.
  package let section: Int
  /// What runs it.
  package let language: Language
  /// The text to run, as CommonMark reads it: without the fence and the indent of its container.
  package let script: String
  /// The line of the document that holds the first line of `script`.
  package let firstLine: Int
  /// The line its block begins on: the opening fence.
  package let blockLine: Int
  /// What the info string says beyond the language.
  package var attributes: Attributes
  /// Why it must not be run as it stands, or nil when it may.
  package var obstacle: Obstacle?
  /// The paragraph right above it, or nil.
  package let leadIn: String?
  /// True when it is for a case that need not arise, so that it counts nowhere.
  package let isConditional: Bool
  /// The line of the first output that it shows below a command and that nothing is compared with,
  /// or nil.
  package let shownLine: Int?
  /// The lines of the item with a box that it stands in or that leads to it, or nil: it is how that box
  /// is checked.
  package let boxedItem: ClosedRange<Int>?
  /// What its comments say against running some of its commands, in order.
  package let reservations: [Reservation]

  /// A step; see the properties.
  package init(
    id: Int, section: Int, language: Language, script: String, firstLine: Int,
    blockLine: Int? = nil, attributes: Attributes, obstacle: Obstacle?,
    leadIn: String? = nil, isConditional: Bool = false, shownLine: Int? = nil,
    boxedItem: ClosedRange<Int>? = nil, reservations: [Reservation] = []
  ) {
    self.id = id
    self.section = section
    self.language = language
    self.script = script
    self.firstLine = firstLine
    self.blockLine = blockLine ?? firstLine
    self.attributes = attributes
    self.obstacle = obstacle
    self.leadIn = leadIn
    self.isConditional = isConditional
    self.shownLine = shownLine
    self.boxedItem = boxedItem
    self.reservations = reservations
  }
}
