package import GonogoCore

/// What a scope answers when an expression asks for a name. The four answers differ: only `one`
/// can decide anything, `none` and `ambiguous` are faults of the directive, `notYet` is unknown.
package enum NameLookup<Value: Sendable>: Sendable {
  /// It is this.
  case one(Value)
  /// Nothing has that name; the nearest names there are, best first.
  case none(nearest: [String])
  /// Several have that name; how each can be told apart.
  case ambiguous([String])
  /// The name is known but nothing was observed, and why: its command has not run, or failed, or
  /// printed something else.
  case notYet(String)
}

/// What a scope answers when asked for a capture.
package typealias CaptureLookup = NameLookup<Capture>
