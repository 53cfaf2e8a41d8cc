package import GonogoCore

/// What a settings file turned out to be: its value, and what is wrong with it.
package struct SettingsReading<Value: Sendable>: Sendable {
  /// The value, as far as it could be read.
  package let value: Value
  /// What is wrong; an error means that nothing may run.
  package let diagnostics: [Diagnostic]
}
