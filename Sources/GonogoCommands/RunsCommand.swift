internal import ArgumentParser
internal import GonogoCore
internal import GonogoStore

/// `gonogo runs`: what runs there are, and how far they are.
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "List the runs that are kept, and which of them can be resumed.",
    discussion: """
      Each line is one run, oldest first: its identifier, when it began, its state (completed, \
      interrupted, running, damaged), its decision, and its checklist.

      Examples:
        gonogo runs
        gonogo runs --unfinished
        gonogo runs --output /srv/runs --format json | jq '.[] | select(.state == "interrupted")'

      Exit codes: 0; 64 wrong usage.
      """)

  @Option(help: ArgumentHelp("The folder that runs are kept in.", valueName: "folder"))
  var output = "output"

  @Flag(help: "Only those that can be resumed.") var unfinished = false

  @Option(help: "The form of the list: text or json.") var format = PlanCommand.Format.text

  func run() throws {
    try CommandBody.run { () throws(CommandFailure) in
      let runs = RunCatalog.runs(in: output).map(KeptRun.init).filter {
        !unfinished || $0.state == .interrupted
      }
      let out = Terminal()
      if format == .json {
        out.line(JSONValue.array(runs.map(\.json)).compact)
        return .go
      }
      for run in runs { out.line(line(run)) }
      if runs.isEmpty { out.line("no runs in \(VisibleText.line(output))") }
      return .go
    }
  }

  private func line(_ run: KeptRun) -> String {
    let state = run.state.rawValue.padded(to: 11)
    let decision = (run.decision ?? "–").padded(to: 14)
    let again = run.resumptions == 0 ? "" : ", resumed \(run.resumptions)×"
    return VisibleText.line(
      "\(run.folder.id)  \(run.started)  \(state)  \(decision)  \(run.checklist)" + again)
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
