package import GonogoCore
internal import GonogoShell

/// The script of a step with what its reader is to put in.
package struct StepText: Sendable {
  /// The script as it is written.
  let original: [UInt8]
  /// What is to be put in, in order.
  let placeholders: [Placeholder]
  /// The script with a word of the same length for each placeholder, so that a shell can read it
  /// and every byte keeps its place.
  package let masked: [UInt8]

  /// Reads the script of `step`.
  package init(_ step: Step) {
    original = Array(step.script.utf8)
    placeholders =
      step.language == .shell
      ? PlaceholderFinder.placeholders(inShell: original)
      : PlaceholderFinder.placeholders(inSQL: original)
    var masked = original
    for placeholder in placeholders where placeholder.isCertain {
      for index in placeholder.range { masked[index] = 0x78 }
    }
    self.masked = masked
  }

  /// What of it nobody can put in by itself, or nil.
  var doubtful: Placeholder? { placeholders.first { !$0.isCertain } }

  /// The text of `range` with `values` put in; what has none is masked, or as it is written.
  func text(_ range: Range<Int>, values: [String: String], masks: Bool) -> String {
    var bytes: [UInt8] = []
    var position = range.lowerBound
    let source = masks ? masked : original
    let first = placeholders.partitioned { $0.range.lowerBound >= range.lowerBound }
    for placeholder in placeholders[first...] {
      guard placeholder.range.upperBound <= range.upperBound else { break }
      guard let value = values[placeholder.name] else { continue }
      bytes += source[position..<placeholder.range.lowerBound]
      bytes += Array(value.utf8)
      position = placeholder.range.upperBound
    }
    bytes += source[position..<range.upperBound]
    return String(decoding: bytes, as: UTF8.self)
  }
}
