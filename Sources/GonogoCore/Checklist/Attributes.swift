/// What a fence's info string says beyond the language.
package struct Attributes: Sendable, Equatable {
  /// A name to run or to refer to it by.
  package var name: String?
  /// The step's time limit in seconds; greater than zero.
  package var timeout: Double?
  /// True when the author says it changes something, false when it only reads; nil when silent.
  package var mutates: Bool?
  /// True when it is to run without a network.
  package var isOffline = false
  /// True when it is started and goes on while what follows is run.
  package var runsInBackground = false
  /// True when it is not to be run.
  package var skip = false
  /// The exit status that counts as success for its commands.
  package var expectedExit: Int = 0
  /// What its author says of it that keeps it from running by itself, or nil: "it is marked
  /// interactive".
  package var hazard: String?
  /// For SQL: the variable or name of the database to ask instead of `DATABASE_URL`.
  package var database: String?

  /// No attributes.
  package init() {}
}
