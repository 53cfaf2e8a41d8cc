internal import GonogoCore

/// What a document says, as a whole, to the tool it was made for.
struct ForeignDocument {
  private let document: Document
  private(set) var checklist: Checklist

  /// Reads the marks in `checklist`'s front matter and sections.
  init(_ checklist: Checklist) {
    self.document = checklist.document
    self.checklist = checklist
    if let range = checklist.frontMatter { readFrontMatter(document.text(range), range.lowerBound) }
    if !checklist.expectedOutputs.isEmpty { readPrerequisites() }
    if document.path.lowercased().hasSuffix("maskfile.md") {
      warn(
        "this is a file of tasks for mask; gonogo takes every block of it in order",
        cure: "run the task with mask, or write a checklist that calls it", line: 1)
    }
    readTasks()
  }

  private mutating func warn(
    _ message: String, cure: String, line: Int, _ severity: Diagnostic.Severity = .warning
  ) {
    checklist.diagnostics.append(
      Diagnostic(
        severity, code: "foreign-document", message, cure: cure, file: document.path,
        at: SourceLocation(line: line)))
  }

  /// Runme's settings: `cwd`, `shell`, `skipPrompts`. Only lines without an indent are keys.
  private mutating func readFrontMatter(_ text: String, _ start: Int) {
    var line = document.lines.line(at: start)
    for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
      defer { line += 1 }
      guard let colon = row.firstIndex(of: ":"), row.first?.isLetter ?? false else { continue }
      let value = ChecklistBuilder.trimmed(row[row.index(after: colon)...])
        .filter { $0 != "\"" && $0 != "'" }
      guard !value.isEmpty else { continue }
      switch row[..<colon] {
      case "cwd":
        for index in checklist.steps.indices {
          checklist.steps[index].attributes.hazard = "its author runs it in \(value)"
        }
        warn(
          "gonogo does not follow `cwd`, so every command is asked about",
          cure: "start gonogo in that folder and take the line out", line: line)
      case "shell":
        let shell = value.split(separator: "/").last.map(String.init) ?? value
        if !["bash", "sh"].contains(shell) {
          warn(
            "gonogo runs every block with bash, and this document is for \(shell)",
            cure: "see that its blocks are good for bash", line: line)
        }
      case "skipPrompts":
        warn(
          "gonogo asks for variables that nothing sets, whatever `skipPrompts` says",
          cure: "export them, or give --set NAME=VALUE", line: line, .note)
      default: break
      }
    }
  }

  /// Innovation Engine runs the documents that are linked under “Prerequisites” first.
  private mutating func readPrerequisites() {
    for section in checklist.sections
    where section.heading.lowercased().hasPrefix("prerequisite") {
      warn(
        "gonogo does not run what is required here, as Innovation Engine would",
        cure: "see to it, and run linked documents first", line: section.location.line)
    }
  }

  /// xc's tasks: headings below “Tasks”, each with lines like `Requires:` and `Directory:`.
  private mutating func readTasks() {
    guard let tasks = checklist.sections.first(where: { $0.heading.lowercased() == "tasks" }),
      checklist.steps.contains(where: { step in
        step.section != tasks.id && Self.isTaskLine(step.leadIn)
          && checklist.isSection(step.section, within: tasks.id)
      })
    else { return }
    warn(
      "these look like tasks of xc; gonogo takes every block in order and does not follow "
        + "`Requires`, `Directory`, `Env` and `Inputs`",
      cure: "run the task with xc, or write a checklist that calls it", line: tasks.location.line)
  }

  private static func isTaskLine(_ leadIn: String?) -> Bool {
    guard let leadIn else { return false }
    return ["Requires:", "requires:", "Directory:", "dir:", "Env:", "Inputs:", "Run:"]
      .contains { leadIn.contains($0) }
  }
}
