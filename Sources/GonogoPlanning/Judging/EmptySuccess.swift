internal import GonogoShell

/// Why nothing follows from a command's success.
package struct EmptySuccess: Sendable, Hashable {
  /// True when something that may fail does so unseen; else it finds nothing out at all.
  package let hidesFailure: Bool
  /// The reason, to be put behind the command's name.
  package let text: String

  /// Nil when the success of `command` tells that what it did went well. `tries` is why it proves
  /// nothing whatever its parts are, or nil.
  init?(_ command: String, _ success: Success, tries: String? = nil) {
    if let tries {
      hidesFailure = true
      text = tries + ", so its success proves nothing"
      return
    }
    switch success {
    case .proves: return nil
    case .trivial:
      hidesFailure = false
      text = "only prints or sets something, so its success proves nothing"
    case .hidesFailure:
      hidesFailure = true
      let part = ShellHazard.swallowedFailure(in: command)
      text =
        part.map { "succeeds whatever happens (`\($0)`), so its success proves nothing" }
        ?? "succeeds also where a part of it fails, so its success proves nothing"
    }
  }
}
