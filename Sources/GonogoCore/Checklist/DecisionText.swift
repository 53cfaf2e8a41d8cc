/// What the document itself says about how it is decided, besides its lists of criteria.
package struct DecisionText: Sendable, Equatable {
  /// The rule.
  package enum Rule: Sendable, Equatable {
    /// Every box must be ticked.
    case allBoxes
    /// Every box must be ticked but those marked as recommended.
    case allButRecommended
    /// Every box marked as critical must be ticked; others may stay open.
    case allCritical
    /// Every box of some mark must be ticked, and nothing says that others may stay open.
    case marked
    /// The criteria of a list must hold, and everything else too: nothing says that other things may
    /// stay open.
    case criteria
    /// A list or sentence says what a GO needs, and not surely that this is all of it; everything
    /// else counts too.
    case needed
    /// The boxes and rows of this section feed the decision, which is written down elsewhere;
    /// everything else counts too.
    case gates
    /// This section is where the document decides: a rule about all boxes asks for everything, and
    /// those here are what it decides by.
    case deciding
    /// A sentence or a question states what a GO needs; everything else counts too.
    case stated
    /// The share of ticked boxes decides; best band first.
    case bands([ScoreBand])
    /// The boxes of one list of this many decide: all of them for a GO.
    case counted(Int)
    /// It is a rule, and one that cannot be applied with certainty.
    case unclear(String)
  }

  /// The rule.
  package let rule: Rule
  /// Where it says so.
  package let location: SourceLocation

  /// A rule and its place.
  package init(_ rule: Rule, location: SourceLocation) {
    self.rule = rule
    self.location = location
  }
}
