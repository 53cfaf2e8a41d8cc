internal import ArgumentParser
internal import GonogoCore
internal import GonogoSandbox

/// `gonogo doctor`: what this machine can enforce, found by running it.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Try the sandbox on this machine and say what it enforces.",
    discussion: """
      Starts a shell in the sandbox as a run would, looks at what the kernel says of it, and tells \
      for each property whether it holds and what would make it hold.

      Examples:
        gonogo doctor
        gonogo doctor --sandbox strict --memory 512MB
        gonogo doctor --run-as nobody --format json

      Exit codes: 0 the level holds; 64 wrong usage; 69 it does not, or a program is missing.
      """)

  /// The forms of the answer.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @OptionGroup(title: "Sandbox") var sandbox: SandboxOptions
  @Option(help: "The form of the answer: text or json.") var format = Format.text

  func run() throws {
    try CommandBody.run { () throws(CommandFailure) in
      let report = try MachineReport.make(sandbox)
      let out = Terminal()
      switch format {
      case .text: for line in report.lines(out) { out.line(line) }
      case .json: out.line(report.json().compact)
      }
      return report.holds ? .go : .unavailable
    }
  }
}
