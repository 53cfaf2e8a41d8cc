package import GonogoCore

/// What the operator decided about going on after failures.
package struct RunOptions: Sendable {
  /// Goes on even where the document says to stop.
  package var keepGoing = false
  /// Stops at the first section that fails.
  package var stopOnFail = false

  /// What was accepted beforehand.
  package var waivers: [Waiver] = []

  /// The document decides.
  package init() {}
}
