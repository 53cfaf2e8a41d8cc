/// A command for the shell, with the line of the document that bash's messages shall name.
package struct ShellCommand: Sendable {
  /// The text, without NUL.
  package let text: String
  /// The line of its first byte, from 1.
  package let line: Int
  /// True when it holds pipelines besides its last one, whose statuses are caught on the way.
  package let watchesPipelines: Bool

  /// A command at a line.
  package init(text: String, line: Int, watchesPipelines: Bool = false) {
    self.text = text
    self.watchesPipelines = watchesPipelines
    self.line = line
  }
}
