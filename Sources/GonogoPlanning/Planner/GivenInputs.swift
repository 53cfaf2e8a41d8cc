/// What people gave for the placeholders and variables of a document.
package struct GivenInputs: Sendable, Equatable {
  /// Values by name.
  package var values: [String: String]
  /// Those whose values are not to be seen.
  package var hidden: Set<String>
  /// The variables that were asked for and not given: what needs them is not run.
  package var declined: Set<String>

  /// Inputs; see the properties.
  package init(
    values: [String: String] = [:], hidden: Set<String> = [], declined: Set<String> = []
  ) {
    self.values = values
    self.hidden = hidden
    self.declined = declined
  }

  /// The values that may be seen.
  var shown: [String: String] { values.filter { !hidden.contains($0.key) } }
}
