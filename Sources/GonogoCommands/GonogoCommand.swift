package import ArgumentParser
internal import Glibc

/// The root of the command line.
package struct GonogoCommand: ParsableCommand {
  /// What `gonogo --help` says.
  package static let configuration = CommandConfiguration(
    commandName: "gonogo",
    abstract: "Runs Markdown checklists and hands them back completed, decided and signed.",
    discussion: """
      Examples:
        gonogo lint preflight.md                       what is doubtful in it
        gonogo plan preflight.md                       what would happen
        gonogo run preflight.md                        run it, answer its questions
        gonogo run preflight.md --sign ~/.ssh/id_ed25519
        gonogo doctor                                  what this machine can enforce
        gonogo resume                                  go on after an interruption
        gonogo verify output/preflight/RUN/preflight.signed.md --allowed-signers FILE

      Exit codes: 0 GO or yes; 1 NO-GO or no; 64 wrong usage; 65 bad checklist, nothing was run; \
      69 something needed is not there; 70 a fault of gonogo; 74 cannot read or write; \
      130 interrupted.
      """,
    version: Version.current,
    subcommands: [
      RunCommand.self, ResumeCommand.self, RunsCommand.self, PlanCommand.self, LintCommand.self,
      BindCommand.self, SignCommand.self, VerifyCommand.self, ExportCommand.self,
      DoctorCommand.self,
    ])

  /// The root command; it has no options of its own.
  package init() {}

  /// Runs the command line of this process; does not return.
  package static func start() {
    EarlyReading.begin(for: CommandLine.arguments.dropFirst().first)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let code = exitCode(for: error)
      // What is no fault is shown as it is; a code alone has been explained before.
      if code.isSuccess || error is ExitCode { exit(withError: error) }
      let message = UsageMessage.text(
        fullMessage(for: error), arguments: Array(CommandLine.arguments.dropFirst()))
      if !message.isEmpty { Terminal(descriptor: STDERR_FILENO).line(message) }
      exit(withError: code)
    }
  }
}
