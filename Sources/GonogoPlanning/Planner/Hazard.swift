/// What makes a command unfit to run by itself, whatever it does to the world.
package struct Hazard: Sendable, Equatable {
  /// What kind of hazard it is.
  package enum Kind: String, Sendable {
    /// It does not end by itself.
    case endless
    /// It waits for a person.
    case interactive
    /// It opens a shell, or may be meant for one that was opened before.
    case innerShell = "inner-shell"
    /// It goes on while what follows is run, and nobody waits for its end.
    case background
    /// It destroys something that nobody can bring back.
    case destructive
    /// Its author says so.
    case marked
    /// Its author shows it as one way to write it.
    case example
  }

  /// What kind it is.
  package let kind: Kind
  /// One sentence about the command, without a final stop: "it waits for a person".
  package let text: String

  /// True when the command comes to its end, or is ended, without anybody.
  var runsByItself: Bool { kind == .background || kind == .destructive }
}
