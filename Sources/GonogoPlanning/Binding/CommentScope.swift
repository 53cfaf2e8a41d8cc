internal import GonogoCore

/// Follows from command to command which comments of a block speak of it.
///
/// A comment speaks of the commands below it up to an empty line or the next comment; one that an
/// empty line sets off from further comments is a title, and speaks of all up to the next such.
struct CommentScope {
  private let lines: [Substring]
  private let mark: String
  private let reservations: [Reservation]
  private var place = 0
  /// The last line of the command before.
  private var end = -1
  private var group: [Reservation] = []
  private var titled: [Reservation] = []
  /// What was left out right above, while no comment has come since.
  private var leftOut: Reservation?

  init(_ step: Step) {
    lines = step.script.split(separator: "\n", omittingEmptySubsequences: false)
    mark = step.language == .shell ? "#" : "--"
    reservations = step.reservations
  }

  /// What speaks against the next command, which stands on `range` of the script's lines.
  mutating func next(
    lines range: ClosedRange<Int>, joinsGroup: Bool
  ) -> (refusal: String?, doubt: String?) {
    var above: [Reservation] = []
    var beside: [Reservation] = []
    var inside: [Reservation] = []
    while place < reservations.count, reservations[place].line <= range.upperBound {
      let reservation = reservations[place]
      place += 1
      if !reservation.isAlone {
        if reservation.line >= range.lowerBound { beside.append(reservation) }
      } else if reservation.line < range.lowerBound {
        above.append(reservation)
      } else {
        inside.append(reservation)
      }
    }
    if !joinsGroup { open(above, before: range.lowerBound) }
    end = range.upperBound
    let holding = beside + group + titled
    if let refusal = holding.first(where: { $0.kind != .open }) {
      leftOut = refusal
      return (refusal.text, nil)
    }
    // A branch of a compound command has comments of its own; only a prohibition is heard.
    let doubt =
      holding.first ?? inside.first { $0.kind == .forbidden }
      ?? (joinsGroup ? nil : leftOut)
    return (nil, doubt?.text)
  }

  /// Begins a group of commands at line `start`.
  private mutating func open(_ above: [Reservation], before start: Int) {
    let gap = lines.indices.clamped(to: min(end + 1, start)..<start)
    let comments = gap.filter { isComment(lines[$0]) }
    group = above
    guard !comments.isEmpty else { return }
    leftOut = nil
    // Up to the last empty line with a comment behind it, all are titles.
    guard let last = comments.last else { return }
    var top = last
    while top > gap.lowerBound, isComment(lines[top - 1]) { top -= 1 }
    if comments.contains(where: { $0 < top }) { titled = above.filter { $0.line < top } }
  }

  private func isComment(_ line: Substring) -> Bool {
    line.drop { $0 == " " || $0 == "\t" }.hasPrefix(mark)
  }
}
