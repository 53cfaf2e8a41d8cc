/// Numbers as people write them.
package enum NumberText {
  /// Without a fraction when there is none: `500`, `4.5`.
  package static func short(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return String(value)
  }
}
