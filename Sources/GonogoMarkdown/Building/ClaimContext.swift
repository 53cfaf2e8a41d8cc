/// Words that a claim stands under, and that neither the commands nor the heading of its section say.
struct ClaimContext {
  /// The sentence that they stand in.
  let text: String
  let words: [String]
  /// True when it names a number, of which nobody knows whether it is the same.
  let hasNumber: Bool

  /// True when a claim with these words says as much itself.
  func isSaid(in own: Set<String>) -> Bool {
    !hasNumber
      && words.allSatisfy { own.contains($0) || own.contains(ChecklistBuilder.singular($0)) }
  }
}
