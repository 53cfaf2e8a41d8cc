import GonogoCore

/// The effect of one part of a command, and why.
struct Finding: Sendable, Hashable {
  let effect: Effect
  /// One sentence without a final stop.
  let reason: String
}
