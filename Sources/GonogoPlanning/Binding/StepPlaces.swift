internal import GonogoCore
internal import GonogoEvidence

/// Which lines the blocks take, and which command a comment in one of them speaks of.
struct StepPlaces {
  /// The commands a comment speaks of, or why nobody can say.
  enum Neighbour {
    case group(Range<Int>)
    case unclear(String)
  }

  private struct Place {
    let step: Int
    let lines: ClosedRange<Int>
  }

  private let checklist: Checklist
  private let commands: [PlannedCommand]
  private let places: [Place]
  private let commandsByStep: [Int: [Int]]

  init(checklist: Checklist, commands: [PlannedCommand]) {
    self.checklist = checklist
    self.commands = commands
    places = checklist.steps.map { step in
      let breaks = step.script.utf8.count { $0 == 0x0A }
      let last = step.script.utf8.last == 0x0A ? breaks - 1 : breaks
      return Place(step: step.id, lines: step.firstLine...(step.firstLine + max(0, last)))
    }.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
    commandsByStep = Dictionary(grouping: commands.map(\.id)) { commands[$0].step }
  }

  /// The commands of a step, in document order.
  func commands(of step: Int) -> [Int] { commandsByStep[step] ?? [] }

  /// The step that has line `line` in its block.
  func step(holding line: Int) -> Int? {
    let place = places.partitioned { $0.lines.upperBound >= line }
    guard place < places.count, places[place].lines.contains(line) else { return nil }
    return places[place].step
  }

  /// The commands that a comment in line `line` speaks of: those it stands right under, or those
  /// right under it where none stand above.
  func neighbour(of line: Int, in step: Int) -> Neighbour {
    let ids = commandsByStep[step] ?? []
    // Commands stand one behind the other: of those that begin above, the last one ends last.
    let next = ids.partitioned { commands[$0].line > line }
    let below = next < ids.count ? ids[next] : nil
    let above = next > 0 ? ids[next - 1] : nil
    // A comment behind a command, on its line.
    if let above, lines(of: above).contains(line) { return .group(above..<above + 1) }
    guard let above else {
      guard let below else { return .unclear("its block has no command") }
      return .group(commands[below].group)
    }
    let touchesAbove = isJoined(lines(of: above).upperBound, line, step)
    let touchesBelow = below.map { isJoined(line, commands[$0].line, step) } ?? false
    switch (touchesAbove, touchesBelow) {
    case (true, false): return .group(commands[above].group.lowerBound..<above + 1)
    case (false, false):
      return below == nil
        ? .group(commands[above].group) : .unclear("it stands apart from the commands around it")
    case (false, true) where isOrder(line):
      // "# Verify no uncommitted changes" names what the command right below it is for.
      return .group(commands[below ?? above].group)
    case (true, true), (false, true):
      return .unclear("it may speak of the command above it or of the one below")
    }
  }

  /// True for a comment that opens with words that only say what to do about the rest: "Verify that …".
  private func isOrder(_ line: Int) -> Bool {
    let text = checklist.document.text(checklist.document.contentRange(ofLine: line))
    return !Meaning(text.drop { " \t#-".contains($0) }).errands.isEmpty
  }

  private func lines(of command: Int) -> ClosedRange<Int> {
    let text = commands[command].text
    let first = commands[command].line
    return first...(first + text.utf8.count { $0 == 0x0A })
  }

  /// True when no empty line stands between two lines of a block.
  private func isJoined(_ first: Int, _ last: Int, _ step: Int) -> Bool {
    let document = checklist.document
    guard last - first > 1 else { return true }
    guard last - first < 40 else { return false }
    return (first + 1..<last).allSatisfy { number in
      document.bytes[document.contentRange(ofLine: number)].contains { $0 > 0x20 }
    }
  }
}
