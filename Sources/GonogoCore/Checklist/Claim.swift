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
    /// What must not be (an alert, a reason to roll back), outside the decision lists: its section
    /// fails when it holds.
    case trigger
  }

  /// How much the author says it matters.
  package enum Weight: String, Sendable, Codable {
    /// Nothing is said.
    case plain
    /// Marked as critical, blocking or required.
    case critical
    /// Marked as recommended or optional.
    case recommended
  }

  /// Output that its author shows as what is expected.
  package struct Sample: Sendable, Equatable {
    /// The text, as CommonMark reads it.
    package let text: String
    /// The line of its first line.
    package let line: Int
    /// True when it shows what a file holds, and not what a command prints.
    package let isFile: Bool

    /// A sample.
    package init(text: String, line: Int, isFile: Bool = false) {
      self.text = text
      self.line = line
      self.isFile = isFile
    }
  }

  /// Its position among the claims of the document, from 0.
  package private(set) var id: Int
  /// Which kind it is.
  package private(set) var kind: Kind
  /// The section it stands in.
  package let section: Int
  /// Its text without list marker, box, status emoji and inline marks.
  package let text: String
  /// The text of the list item around it ("Rollback authority: who can decide?"), or nil.
  package let context: String?
  /// Its box, or nil when it has none.
  package let box: Box?
  /// The bytes of the `✅` that opens it, or nil.
  package let emoji: Range<Int>?
  /// The code spans in it, in order.
  package let codes: [String]
  /// The output that is shown as expected, or nil.
  package let sample: Sample?
  /// How much its author says it matters.
  package let weight: Weight
  /// The words above it of which nobody can be sure whether what stands under them must hold, must
  /// not be, or is about something else ("Call the DBA if:"); nil when they leave no doubt.
  package private(set) var doubt: String?
  /// True for what reads like a demand in words that no reader knows, and for what stands for a block that is
  /// not run: it is asked, unless its author writes a directive beside it, and never compared by its words.
  package let isLoose: Bool
  /// Why gonogo does not run the block that it stands for, "it is no shell and no SQL", so that a person says
  /// how it went; nil for what the document says in words.
  package let unrunReason: String?
  /// What else stands below its box, of which nothing that decides the box says anything ("QA approved");
  /// nil when there is nothing.
  package private(set) var more: String?
  /// Where it stands.
  package let location: SourceLocation

  /// True for what must not hold.
  package var isTrigger: Bool { kind == .noGoCriterion || kind == .trigger }

  /// True for a lead-in that speaks of the block below it: "Verify that the file exists:".
  package var isLeadIn: Bool { kind == .expectation && sample == nil && text.hasSuffix(":") }

  /// Its text as a statement, without the colon that only leads to a block.
  package var statement: String { isLeadIn ? String(text.dropLast()) : text }

  /// True for what feeds the decision by itself, not through its section.
  package var isCriterion: Bool { kind == .goCriterion || kind == .noGoCriterion }

  /// True when the author's box is ticked already.
  package var isTicked: Bool { box?.isTicked ?? false }

  /// The same claim in another place of the list.
  package func numbered(_ id: Int) -> Claim {
    var claim = self
    claim.id = id
    return claim
  }

  /// The same claim below words that leave doubt, unless it has some of its own.
  package func doubted(by words: String) -> Claim {
    var claim = self
    claim.doubt = doubt ?? words
    return claim
  }

  /// The same claim above a text that belongs to it, unless there is one already.
  package func asking(besides text: String) -> Claim {
    var claim = self
    claim.more = more ?? text
    return claim
  }

  /// The same claim as one that forbids a GO.
  package func asNoGoCriterion() -> Claim {
    var claim = self
    claim.kind = .noGoCriterion
    return claim
  }

  /// A claim; see the properties.
  package init(
    id: Int, kind: Kind, section: Int, text: String, context: String? = nil, box: Box? = nil,
    emoji: Range<Int>? = nil, codes: [String] = [], sample: Sample? = nil,
    weight: Weight = .plain, doubt: String? = nil, isLoose: Bool = false,
    unrunReason: String? = nil,
    location: SourceLocation
  ) {
    self.id = id
    self.kind = kind
    self.section = section
    self.text = text
    self.context = context
    self.box = box
    self.emoji = emoji
    self.codes = codes
    self.sample = sample
    self.weight = weight
    self.doubt = doubt
    self.isLoose = isLoose
    self.unrunReason = unrunReason
    self.location = location
  }
}
