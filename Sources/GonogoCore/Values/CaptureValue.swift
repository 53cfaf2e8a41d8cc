/// What a capture holds.
package enum CaptureValue: Sendable, Hashable, Codable {
  /// A number with its unit.
  case quantity(Quantity)
  /// Anything else that was printed, as printed.
  case text(String)
  /// A fact that holds or does not.
  case truth(Bool)
}
