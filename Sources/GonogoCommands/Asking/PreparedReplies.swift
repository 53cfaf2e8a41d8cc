internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner

/// Answers written down before the run, matched with the document.
struct PreparedReplies {
  private var file = ""
  private var bySubject: [Question.Subject: PreparedAnswers.Entry] = [:]
  /// Entries that name nothing in the document, or give the wrong kind of answer.
  private(set) var diagnostics: [Diagnostic] = []

  /// No answers.
  init() {}

  /// Matches `answers` with `checklist`.
  init(_ answers: PreparedAnswers, checklist: Checklist) {
    file = answers.file
    let finder = SubjectFinder(checklist: checklist)
    for entry in answers.entries {
      switch finder.find(section: entry.section, text: entry.text) {
      case .failure(let problem):
        report("unknown-answer", problem.message, problem.cure, entry, answers)
      case .success(.claim(let id)):
        if entry.answer == nil {
          report(
            "not-an-answer", "“\(entry.value ?? "")” is no answer to “\(entry.text)”",
            "write yes, no, not applicable or not yet", entry, answers)
        }
        add(entry, .claim(id), answers)
      case .success(.blank(let id)):
        let blank = checklist.blanks[id]
        let value = entry.value ?? ""
        let fault =
          BlankValue.fault(value, unit: blank.unit)
          ?? BlankValue.fault(value, options: blank.options.map(\.text))
        let isOpen = entry.answer == .notYet || entry.answer == .notApplicable
        if blank.field == .decision {
          report(
            "computed-answer", "“\(entry.text)” is what the run comes to, so nobody can give it",
            "remove it; say no where a criterion or an item does not hold", entry, answers)
        }
        if let fault, !isOpen {
          report("not-a-value", fault, "write the value, or not yet", entry, answers)
        }
        add(entry, .blank(id), answers)
      }
    }
  }

  private mutating func add(
    _ entry: PreparedAnswers.Entry, _ subject: Question.Subject, _ answers: PreparedAnswers
  ) {
    if bySubject[subject] != nil {
      report(
        "answered-twice", "“\(entry.text)” is answered twice", "remove one of the two", entry,
        answers)
    }
    bySubject[subject] = entry
  }

  private mutating func report(
    _ code: String, _ message: String, _ cure: String, _ entry: PreparedAnswers.Entry,
    _ answers: PreparedAnswers
  ) {
    diagnostics.append(
      Diagnostic(
        .error, code: code, message, cure: cure, file: answers.file, at: entry.location))
  }

  /// The prepared reply to a question; `.none` when there is none.
  func reply(to question: Question, operatorName: String, time: Int) -> Reply {
    guard let entry = bySubject[question.subject] else { return .none }
    let by = entry.by ?? operatorName
    switch question.subject {
    case .claim:
      guard let answer = entry.answer else { return .none }
      return .answer(
        Attestation(by: by, time: time, answer: answer, note: entry.note, preparedIn: file))
    case .blank:
      guard let value = entry.value, entry.answer != .notYet, entry.answer != .notApplicable else {
        return .none
      }
      return .value(
        BlankValue.picked(value, question.options) ?? value,
        Attestation(by: by, time: time, answer: .yes, note: entry.note, preparedIn: file))
    }
  }
}
