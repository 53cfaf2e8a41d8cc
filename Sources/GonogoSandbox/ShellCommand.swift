/// A command for the shell, with the line of the document that bash's messages shall name.
package struct ShellCommand: Sendable {
  /// The text, without NUL.
  package let text: String
  /// The line of its first byte, from 1.
  package let line: Int

  /// A command at a line.
  package init(text: String, line: Int) {
    self.text = text
    self.line = line
  }
}
