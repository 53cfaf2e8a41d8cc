/// What a report says besides statuses: `h3 e1 p` in `end 0 0 h3 e1 p`.
package struct ReportDetails: Sendable, Equatable {
  /// The status of a program that failed inside the command while its pipeline succeeded.
  package var failedProgram: Int32?
  /// The status of a part that failed and was not asked for its status.
  package var failedPart: Int32?
  /// The status of a part that failed in a subshell or in a substitution.
  package var hiddenStatus: Int32?
  /// The first word of that part, when it is a plain name.
  package var hiddenProgram: String?
  /// True when `pipefail` was on.
  package var hadPipefail = false

  /// Nothing besides.
  package init() {}

  init(_ words: some Sequence<Substring>) {
    for word in words {
      switch word.first {
      case "h": failedProgram = Int32(word.dropFirst())
      case "e": failedPart = Int32(word.dropFirst())
      case "s":
        let parts = word.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        hiddenStatus = parts.first.flatMap { Int32($0) }
        hiddenProgram = parts.dropFirst().first.map(String.init)
      case "p": hadPipefail = true
      default: break
      }
    }
  }
}
