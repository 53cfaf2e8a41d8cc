/// A heading and what stands under it, up to the next heading of its level or a higher one.
package struct Section: Sendable {
  /// What its heading makes of it.
  package enum Role: String, Sendable, Codable {
    /// Checks, run and decided in document order.
    case checks
    /// Its claims must hold for a GO.
    case goCriteria
    /// Any of its claims that holds forbids a GO.
    case noGoCriteria
    /// Steps for a case that need not arise (rollback, emergency, "If NO-GO"): shown, never run in
    /// sequence, counted nowhere.
    case conditional
  }

  /// Its position: the index in `Checklist.sections`. Numbers in headings repeat and skip.
  package let id: Int
  /// The heading as plain text; empty for what stands before the first heading.
  package let heading: String
  /// 1 to 6; 0 before the first heading.
  package let level: Int
  /// The enclosing section, or nil.
  package let parent: Int?
  /// The heading's place.
  package let location: SourceLocation
  /// What its heading makes of it.
  package let role: Role
  /// True when it only shows by an example how the work is done.
  package let isExample: Bool
  /// The line of a step in it that a person does and no box, blank or expectation asks about; nil when
  /// there is none, or where nothing hangs on the section.
  package var handStep: Int?
  /// True when the document says not to go on if this section fails, with the place that says so.
  package var stopsWhenFailing: SourceLocation?

  /// A section; see the properties.
  package init(
    id: Int, heading: String, level: Int, parent: Int?, location: SourceLocation, role: Role,
    isExample: Bool = false
  ) {
    self.id = id
    self.heading = heading
    self.level = level
    self.parent = parent
    self.location = location
    self.role = role
    self.isExample = isExample
  }
}
