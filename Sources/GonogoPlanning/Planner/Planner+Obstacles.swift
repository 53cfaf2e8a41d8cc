internal import GonogoCore
internal import GonogoShell

extension Planner {
  /// The placeholders that nobody has given a value, each once.
  func missing(in text: StepText) -> [String] {
    var seen: Set<String> = []
    return text.placeholders.map(\.name).filter {
      given.values[$0] == nil && seen.insert($0).inserted
    }
  }

  /// What keeps a block from being run that shows only once its commands are read.
  func obstacle(
    of step: Step, _ text: StepText, _ missing: [String], _ first: Int
  ) -> Obstacle? {
    if let inner = innerShell(of: step, first) { return inner }
    if isOutput(step, first) {
      return Obstacle(.output, "the text above it announces output, and it begins with no command")
    }
    if let doubtful = text.doubtful {
      let shown = StepText.shown(doubtful, in: text)
      return Obstacle(.placeholder, "it holds “\(shown)”, for which nobody has put anything in")
    }
    guard let name = missing.first else { return declined(first) }
    let more = missing.count > 1 ? " and \(missing.count - 1) more" : ""
    return Obstacle(.placeholder, "it still holds the placeholder “\(name)”\(more)")
  }

  /// A variable that was asked for and not given.
  private func declined(_ first: Int) -> Obstacle? {
    for id in first..<commands.count {
      for use in readings[id].reads where given.declined.contains(use.name) {
        return Obstacle(.variable, "nobody gave the variable \(use.name)")
      }
    }
    return nil
  }

  // MARK: Shells inside

  private func innerShell(of step: Step, _ first: Int) -> Obstacle? {
    guard step.language == .shell else { return nil }
    let ids = first..<commands.count
    if let opener = ids.first(where: { opensPrompt($0) }),
      opener + 1 < ids.upperBound || commands[opener].text.contains("\n") && !isOneLine(opener)
    {
      return Obstacle(
        .innerShell,
        "line \(commands[opener].line) opens a shell or prompt, and the lines after it are meant for it"
      )
    }
    // Who opens the same again for other lines does not go on in it; whether here, somebody has to say.
    guard let open = openShell, !open.isOpenedAgain else { return nil }
    let place = "the shell that line \(open.line) opens"
    if checklist.isSection(step.section, within: open.section)
      || open.isRemote && isNextStep(step.section, after: open.section)
    {
      return Obstacle(.innerShell, "it stands below \(place), and may be meant for that")
    }
    if let leadIn = step.leadIn, Self.speaksOfSession(leadIn) {
      return Obstacle(.innerShell, "it is meant for \(place)")
    }
    return nil
  }

  /// True when lines that follow a command are typed into what it opens.
  private func opensPrompt(_ id: Int) -> Bool {
    readings[id].opensShell || readings[id].opensPrompt
  }

  /// True when every line of a command but its last goes on with `\`.
  private func isOneLine(_ id: Int) -> Bool {
    commands[id].text.split(separator: "\n").dropLast().allSatisfy { line in
      var line = line
      while let last = line.last, last == "\r" || last == " " { line.removeLast() }
      return line.hasSuffix("\\")
    }
  }

  /// True for a section beside `first` or within one beside it, where both are numbered steps:
  /// "Step 1: Log in to the server", "Step 2: Restart it".
  private func isNextStep(_ section: Int, after first: Int) -> Bool {
    guard Self.isNumberedStep(checklist.sections[first].heading),
      let parent = checklist.sections[first].parent
    else { return false }
    var current = checklist.sections[section]
    while let above = current.parent, above != parent { current = checklist.sections[above] }
    return current.parent == parent && Self.isNumberedStep(current.heading)
  }

  private static func isNumberedStep(_ heading: String) -> Bool {
    let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber }.prefix(2)
    guard words.count == 2, words[1].allSatisfy(\.isNumber) else { return false }
    return ["step", "paso", "schritt", "étape", "passo", "步骤", "步驟"].contains(words[0])
  }

  private static func speaksOfSession(_ text: String) -> Bool {
    let lower = text.lowercased()
    let words = [
      "in the session", "in this session", "in that session", "that session", "session you",
      "prompt", "inside the", "in the container", "in the pod", "in the shell",
      "in this shell", "in that shell",
    ]
    return words.contains { lower.holds($0) }
  }

  /// Follows which shells are opened and left from block to block.
  mutating func followShells(of step: Step, _ first: Int) {
    guard step.language == .shell else { return }
    let isLeaving = commands[first...].contains { Self.leaves($0.text) }
    if let obstacle = step.obstacle, obstacle.kind != .placeholder, obstacle.kind != .innerShell {
      return
    }
    if isLeaving {
      openShell = nil
    } else if let opener = commands[first...].first(where: { readings[$0.id].opensShell }) {
      openShell = (
        opener.line, step.section, opener.text.hasPrefix("ssh "),
        step.obstacle?.kind == .innerShell && isOpenedAgain(opener.text)
      )
    } else if let open = openShell, step.obstacle == nil {
      for id in first..<commands.count where commands[id].hazard == nil {
        commands[id].hazard = Hazard(
          kind: .innerShell, text: "line \(open.line) opens a shell that it may be meant for")
      }
    }
  }

  /// True when several blocks begin by opening the same.
  private func isOpenedAgain(_ text: String) -> Bool {
    guard let line = text.split(separator: "\n").first else { return false }
    return checklist.steps.lazy.filter { $0.script.hasPrefix(line + "\n") }.prefix(2).count == 2
  }

  private static func leaves(_ text: String) -> Bool {
    guard text.utf8.count < 32 else { return false }
    return ["exit", "logout", "\\q", "quit"].contains(text.filter { !$0.isWhitespace && $0 != ";" })
  }

  // MARK: Output

  /// True when what stands in the block is what something prints: so the text above it says, and
  /// no line of it begins with a program that is known.
  private func isOutput(_ step: Step, _ first: Int) -> Bool {
    guard step.language == .shell, let leadIn = step.leadIn, first < commands.count,
      (first..<commands.count).allSatisfy({ readings[$0].beginsUnknown })
    else { return false }
    // Only what a person types has options.
    if (first..<commands.count).contains(where: { commands[$0].text.holds(" --") }) {
      return false
    }
    let lower = leadIn.lowercased()
    if Self.announcesCommand(lower) { return false }
    return lower == "for example:" || Self.announcements.contains { lower.holds($0) }
  }

  /// "…, use the `list` command like so:": what follows is typed, whatever it prints.
  private static func announcesCommand(_ leadIn: String) -> Bool {
    guard leadIn.hasSuffix(":") else { return false }
    let end = leadIn.suffix(60)
    return [
      "command:", "command like so:", "command like this:", "commands:", "by running:",
      "run this:", "run the following:", "comando:", "befehl:", "commande :", "命令：", "命令:",
      "コマンド：",
    ].contains { end.hasSuffix($0) }
  }

  private static let announcements = [
    "the output", "output is", "output of", "output will", "output:", "should see", "will see",
    "should contain", "looks like", "look like", "response", "result", "prints", "returns",
    "similar to", "salida", "ausgabe", "sortie", "saída", "输出", "輸出", "出力", "출력",
  ]
}

extension StepText {
  /// A placeholder as it is written.
  static func shown(_ placeholder: Placeholder, in text: StepText) -> String {
    String(decoding: text.original[placeholder.range], as: UTF8.self)
  }
}
