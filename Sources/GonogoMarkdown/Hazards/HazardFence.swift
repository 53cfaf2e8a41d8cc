/// A line that opens or closes a fence, read from its text.
struct HazardFence {
  /// The backtick or the tilde.
  let mark: Character
  /// How many of them there are.
  let count: Int
  /// What stands behind them, without blanks around.
  let info: String

  /// The tag: the first word of the info string.
  var tag: String { String(info.prefix { !$0.isWhitespace && $0 != "{" }) }

  /// Reads a line that begins with the fence; nil when it is none.
  init?(_ text: some StringProtocol) {
    guard let mark = text.first, mark == "`" || mark == "~" else { return nil }
    let run = text.prefix { $0 == mark }
    let rest = text.dropFirst(run.count)
    guard run.count >= 3, mark == "~" || !rest.contains("`") else { return nil }
    self.mark = mark
    count = run.count
    info = String(ChecklistBuilder.trimmed(rest))
  }
}
