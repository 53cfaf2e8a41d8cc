/// A command for the shell, with the line of the document that bash's messages shall name.
package struct ShellCommand: Sendable {
  /// The text, without NUL.
  package let text: String
  /// The line of its first byte, from 1.
  package let line: Int
  /// How its parts are watched while it runs.
  package let watch: Watch

  /// How the parts of a command are watched.
  package enum Watch: Sendable {
    /// It has none.
    case none
    /// Failures in pipelines inside it, and of parts whose status nobody asks for.
    case failures
    /// The same, and every part that ends with a status of its own: it has no conditions.
    case everything
  }

  /// A command at a line.
  package init(text: String, line: Int, watch: Watch = .none) {
    self.text = text
    self.watch = watch
    self.line = line
  }
}
