internal import GonogoCore
internal import GonogoRunner

/// Asks the operator about the open points of a section, all on one screen, answered in any order
/// and changed until the operator is done.
struct TerminalQuestions {
  let terminal: Terminal
  let operatorName: String
  var signals: Int32 = -1
  /// What is looked after while somebody is asked.
  var tending = Tending.nothing
  /// Keeps a reply; it is shown only then.
  var keep: (Reply, Question) throws(RunFailure) -> Void = { _, _ in }

  /// One reply for each question.
  func ask(_ questions: [Question]) throws(RunFailure) -> [Reply] {
    var replies = questions.map { _ in Reply.none }
    show(questions, replies)
    terminal.line(
      terminal.styled(
        "  answer: 1 3 y · 2 n why · 4 na why · all y · 5 = value · Enter when done", .dim))
    while true {
      guard
        let text = LineInput.answer(to: "  > ", on: terminal, signals: signals, tending: tending)
      else {
        terminal.line()
        return replies
      }
      switch AnswerLine.parse(text, count: questions.count) {
      case .done: return replies
      case .wrong(let why): terminal.line("  \(terminal.styled(why, .yellow))")
      case .answer(let numbers, let answer, let note):
        for number in numbers {
          guard case .claim = questions[number - 1].subject else {
            terminal.line("  \(number) is a value to fill in: \(number) = value")
            continue
          }
          replies[number - 1] = .answer(
            Attestation(by: operatorName, time: HostEnvironment.now, answer: answer, note: note))
          try keep(replies[number - 1], questions[number - 1])
        }
        show(questions, replies)
      case .value(let number, let value):
        let question = questions[number - 1]
        guard case .blank = question.subject else {
          terminal.line("  \(number) is a question: \(number) y, or \(number) n")
          continue
        }
        let unit = question.unit.flatMap { Unit.named($0) }
        let fault =
          BlankValue.fault(value, unit: unit) ?? BlankValue.fault(value, options: question.options)
        if let fault {
          terminal.line("  \(terminal.styled(VisibleText.line(fault), .yellow))")
          continue
        }
        replies[number - 1] = .value(
          BlankValue.picked(value, question.options) ?? BlankValue.filling(value, unit: unit),
          Attestation(by: operatorName, time: HostEnvironment.now, answer: .yes, note: nil))
        try keep(replies[number - 1], question)
        show(questions, replies)
      }
    }
  }

  private func show(_ questions: [Question], _ replies: [Reply]) {
    terminal.line("  \(terminal.styled("For you to say", .cyan)):")
    var context: String?
    for (index, question) in questions.enumerated() {
      if let around = question.context, around != context {
        terminal.line("      \(VisibleText.line(around))")
      }
      context = question.context
      let role = question.role.map { " (\($0) answers)" } ?? ""
      let kind = question.isTrigger ? " (yes forbids a GO)" : ""
      terminal.line(
        "  \(index + 1). \(shown(replies[index], question)) "
          + "\(VisibleText.line(question.text))\(role)\(kind)")
      if !question.options.isEmpty {
        let options = question.options.enumerated().map { "\($0.offset + 1) \($0.element)" }
        terminal.line("       one of: \(VisibleText.line(options.joined(separator: " · ")))")
      }
      terminal.line(terminal.styled("       \(VisibleText.line(question.evidence))", .dim))
    }
  }

  private func shown(_ reply: Reply, _ question: Question) -> String {
    switch reply {
    case .none: if case .blank = question.subject { "[ = ]" } else { "[   ]" }
    case .value(let text, _): "[= \(VisibleText.line(text)) \(question.unit ?? "")]"
    case .answer(let word): "[\(word.answer.rawValue)]"
    }
  }
}
