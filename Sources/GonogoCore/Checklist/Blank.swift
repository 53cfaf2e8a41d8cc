/// A place to fill.
package struct Blank: Sendable {
  /// What stands there until it is filled.
  package enum Shape: String, Sendable, Codable {
    /// `____`, escaped or in a code span too.
    case underscores
    /// A table cell with nothing in it; the range is empty and filled with blanks around.
    case emptyCell
    /// A table cell with `-` or `—`.
    case dashCell
    /// `[Name]`.
    case brackets
    /// `<date>` in prose.
    case angle
    /// `{{name}}`.
    case mustache
    /// `TBD`, `Pending`, `⏳`: a word or sign to be replaced.
    case placeholder
    /// `XX%`, `vX.Y.Z`, `YYYY-MM-DD`, `____:____`: the form of what is to be written.
    case mask
    /// `<!-- paste here -->`.
    case comment
    /// Nothing behind a label; the range is empty.
    case label
    /// One of several words is to be picked: `[PASS/FAIL]`, `[ ] GO [ ] NO-GO`.
    case choice
  }

  /// One of the words that can be picked.
  package struct Option: Sendable, Equatable {
    /// The word.
    package let text: String
    /// The box before or behind it, ticked to pick it; nil where the words themselves are replaced
    /// by the one that is picked.
    package let box: Box?

    /// An option.
    package init(text: String, box: Box? = nil) {
      self.text = text
      self.box = box
    }
  }

  /// Its position among the blanks of the document, from 0.
  package let id: Int
  /// The section it stands in.
  package let section: Int
  /// The text before it, without marks and the final colon; for a cell, its row's and its column's.
  package let label: String
  /// What stands above it and says of what it is: the lead-in of its list ("Before:"), the items
  /// around it, from the inside out.
  package let leadIns: [String]
  /// The unit written after it, or nil.
  package let unit: Unit?
  /// What stands in parentheses behind it ("Target: < 1800 s"), or nil.
  package let hint: String?
  /// The bytes to replace; for a choice with boxes, all from the first box to the last word.
  package let range: Range<Int>
  /// What stands there.
  package let shape: Shape
  /// What can be picked; empty unless it is a choice.
  package let options: [Option]
  /// What it asks for when it belongs to the sign-off, else nil.
  package let field: Field?
  /// True for names and signatures, which come only from people.
  package let isPersonal: Bool
  /// True when it is more room to write, that may stay empty: the second line below "Notes", a row of a
  /// table for what may be found.
  package let isRoom: Bool
  /// True when it stands in the text of a fence, where nothing is markup.
  package let isInFence: Bool
  /// Where it stands.
  package let location: SourceLocation

  /// A blank; see the properties.
  package init(
    id: Int, section: Int, label: String, unit: Unit? = nil, hint: String? = nil,
    range: Range<Int>, shape: Shape = .underscores, options: [Option] = [], field: Field? = nil,
    isPersonal: Bool = false, isRoom: Bool = false, isInFence: Bool = false, leadIns: [String] = [],
    location: SourceLocation
  ) {
    self.id = id
    self.section = section
    self.label = label
    self.unit = unit
    self.hint = hint
    self.range = range
    self.shape = shape
    self.options = options
    self.field = field
    self.isPersonal = isPersonal
    self.isRoom = isRoom
    self.isInFence = isInFence
    self.leadIns = leadIns
    self.location = location
  }

  /// The same blank as a person's.
  package func asPersonal() -> Blank {
    Blank(
      id: id, section: section, label: label, unit: unit, hint: hint, range: range, shape: shape,
      options: options, field: field, isPersonal: true, isRoom: isRoom, isInFence: isInFence,
      leadIns: leadIns, location: location)
  }

  /// The same blank as a field of the sign-off.
  package func asField(_ field: Field) -> Blank {
    Blank(
      id: id, section: section, label: label, unit: unit, hint: hint, range: range, shape: shape,
      options: options, field: field, isPersonal: isPersonal, isRoom: isRoom, isInFence: isInFence,
      leadIns: leadIns, location: location)
  }
}
