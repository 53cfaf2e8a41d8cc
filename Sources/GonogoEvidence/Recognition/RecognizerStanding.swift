/// How a recognizer gets on with the others that see the same output.
package enum RecognizerStanding: Sendable {
  /// It knows one tool's format: the first of them that finds something has standard output for
  /// itself, and no `generic` one reads it again.
  case specific
  /// It knows a shape any tool may print; it is asked only while nobody has found anything.
  case generic
  /// It reads what is beside the output proper, or says something that is true of any; always asked.
  case beside
}
