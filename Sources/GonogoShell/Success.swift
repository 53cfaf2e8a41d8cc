/// What it tells that a command succeeded, as far as its text says.
package enum Success: Sendable, Hashable {
  /// Nothing: it has no part that could find anything out (`echo`, `export A=1`).
  case trivial
  /// That what it did went well.
  case proves
  /// Nothing: a part of it may have failed without a trace in its status (`make test || true`).
  case hidesFailure
}
