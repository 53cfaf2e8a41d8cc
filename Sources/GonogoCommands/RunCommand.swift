internal import ArgumentParser

/// `gonogo run`: the main job.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a checklist; fill, tick, decide, complete and sign it.",
    discussion: """
      Runs every command in its sandbox, fills blanks and ticks boxes on evidence, asks about the \
      rest, decides, and writes a completed copy. The checklist itself is never written.

      Examples:
        gonogo run preflight.md
        gonogo run preflight.md --dry-run
        gonogo run preflight.md --strict
        gonogo run preflight.md --answers today.yaml --approve all --non-interactive
        gonogo run preflight.md --waive 'Docs are updated=follow in ticket 12'
        gonogo run preflight.md --approve "4. Write speed" --env PGSSLMODE --sign ~/.ssh/id_ed25519

      Exit codes: 0 GO, or CONDITIONAL GO without --no-waivers; 1 NO-GO; 64 wrong usage; 65 bad checklist, nothing was run; 69 something \
      needed is not there; 74 cannot read or write; 130 interrupted: \
      `gonogo resume` goes on with it.
      """)

  @OptionGroup var checklist: ChecklistOptions
  @Flag(help: "Show the plan and run nothing, like `gonogo plan`.") var dryRun = false
  @OptionGroup(title: "People") var people: PeopleOptions
  @OptionGroup(title: "Sandbox") var sandbox: SandboxOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup(title: "Run") var running: RunningOptions

  func run() throws {
    try CommandBody.run { () throws(CommandFailure) in
      if dryRun {
        return try PlanCommand.show(
          checklist.file, checklist.reading, sandbox, configuration, .text)
      }
      return try ChecklistRun(
        checklist: checklist, people: people, sandbox: sandbox, configuration: configuration,
        running: running,
        arguments: Array(CommandLine.arguments.dropFirst(2))
      ).run()
    }
  }
}
