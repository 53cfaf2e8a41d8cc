import GonogoCore

/// The effect of one part of a command, and why.
struct Finding: Sendable, Hashable {
  let effect: Effect
  /// One sentence without a final stop.
  let reason: String
  /// What it destroys, "every row of a table (`DELETE` without WHERE)", or nil.
  var destroys: String?
}
