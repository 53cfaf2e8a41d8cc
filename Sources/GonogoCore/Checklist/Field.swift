/// What a blank of the sign-off asks for.
package enum Field: String, Sendable, Codable {
  /// The day the run ended.
  case date
  /// Who ran it.
  case operatorName
  /// GO, CONDITIONAL GO or NO-GO.
  case decision
  /// What the operator wants to add.
  case notes
}
