internal import ArgumentParser
internal import GonogoCore
internal import GonogoMarkdown
internal import GonogoPlanning
internal import GonogoSandbox

/// `gonogo lint`: what is wrong or doubtful in checklists, before anybody runs them.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Find what is wrong or doubtful in checklists; runs nothing.",
    discussion: """
      Errors would run wrong or not at all; warnings want a look; notes say what a person will be \
      asked and why. Each has a place, a cure and a code, which docs/lint.md explains. What \
      shellcheck finds in the blocks is shown in place where it is installed.

      Examples:
        gonogo lint preflight.md
        gonogo lint --notes preflight.md
        gonogo lint --format github --fail-on warning runbooks/*.md
        gonogo lint --format sarif *.md > lint.sarif

      Exit codes: 0 nothing as bad as --fail-on; 1 something is; 64 wrong usage; 65 a file cannot \
      be read. NO_COLOR turns colours off.
      """)

  /// The forms of the findings.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case github
    case sarif
  }

  /// From what on the answer is no.
  enum Limit: String, ExpressibleByArgument, CaseIterable {
    case error
    case warning
    case note
  }

  @Argument(help: "The checklists, Markdown files.", completion: .file(extensions: ["md"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Read bindings from this file instead of NAME.gonogo.yaml beside the checklist.",
      valueName: "file"))
  var bindings: String?

  @Option(help: "The form of the findings: text, json, github or sarif.") var format = Format.text
  @Option(help: "What makes the exit code 1: error, warning or note.") var failOn = Limit.error
  @Flag(help: "Show notes too; json and sarif always hold them.") var notes = false
  @Flag(help: "Say nothing of programs and variables that are missing on this machine.")
  var anyMachine = false
  @Flag(inversion: .prefixedNo, help: "Show what shellcheck finds.") var shellcheck = true

  func run() throws {
    try CommandBody.run { () throws(CommandFailure) in
      if bindings != nil, files.count > 1 {
        throw CommandFailure(
          .usage, "--bindings belongs to one checklist, and \(files.count) were given",
          cure: "give one file, or name the sidecars after their checklists")
      }
      var report = LintReport()
      var linter = FileLinter(
        bindings: bindings, checksMachine: !anyMachine, shellcheck: shellcheck ? ShellCheck() : nil)
      for file in files { linter.lint(file, into: &report) }
      show(report)
      if report.hasUnreadable { return .badDocument }
      return isRefused(report) ? .noGo : .go
    }
  }

  private func isRefused(_ report: LintReport) -> Bool {
    let (errors, warnings) = (report.count(.error), report.count(.warning))
    switch failOn {
    case .error: return errors > 0
    case .warning: return errors + warnings > 0
    case .note: return !report.findings.isEmpty
    }
  }

  private func show(_ report: LintReport) {
    let out = Terminal()
    switch format {
    case .text: LintText(terminal: out, report: report, showsNotes: notes).show()
    case .json: out.json(LintJSON(report: report).json())
    case .sarif: out.json(LintSARIF(report).json())
    case .github:
      for finding in report.findings where notes || finding.severity != .note {
        out.line(LintGitHub.line(finding))
      }
    }
  }
}
