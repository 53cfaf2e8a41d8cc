/// A title in HTML: `<h3>Under load</h3>`, the summary of a part that can be folded away.
struct HTMLTitle {
  let text: String
  /// The lines that stand under it.
  let lines: ClosedRange<Int>
}
