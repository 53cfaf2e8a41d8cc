internal import ArgumentParser
internal import Glibc
internal import GonogoCore
internal import GonogoSandbox

/// `gonogo plan`: what would be run, asked, filled and decided.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Show what would be run, asked, filled and decided; runs nothing.",
    discussion: """
      Shows every command in order with its line, whether it only reads, changes something or is \
      unknown, the programs and variables it needs and whether they are there, what fills each \
      blank and what decides each box. Runs nothing, writes nothing, opens no connection.

      Examples:
        gonogo plan preflight.md
        gonogo plan preflight.md --strict              what it would be without inference
        gonogo plan preflight.md --format json | jq .commands
        gonogo plan --format json runbooks/*.md        one line of JSON a checklist
      """)

  /// The forms of the plan.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: "The checklists, Markdown files.", completion: .file(extensions: ["md"]))
  var files: [String]

  @OptionGroup var reading: ReadingOptions
  @OptionGroup(title: "Sandbox") var sandbox: SandboxOptions
  @OptionGroup var configuration: ConfigurationOptions
  @Option(help: "The form of the plan: text or json.") var format = Format.text

  func run() throws {
    try CommandBody.run { () throws(CommandFailure) in
      if files.count > 1 { return try showAll() }
      return try Self.show(files[0], reading, sandbox, configuration, format)
    }
  }

  /// Shows the plan of each file; one that cannot be read does not keep the others from being shown.
  private func showAll() throws(CommandFailure) -> ExitStatus {
    if reading.bindings != nil || !reading.settings.isEmpty {
      let option = reading.bindings != nil ? "--bindings" : "--set"
      throw CommandFailure(
        .usage, "\(option) belongs to one checklist, and \(files.count) were given",
        cure: "give one file")
    }
    var status = ExitStatus.go
    for (index, file) in files.enumerated() {
      if format == .text {
        let out = Terminal()
        if index > 0 { out.line("") }
        out.line(out.styled(VisibleText.line(file), .bold))
      }
      do throws(CommandFailure) {
        if try Self.show(file, reading, sandbox, configuration, format) != .go {
          status = .badDocument
        }
      } catch {
        CommandBody.show(error)
        status = error.status == .badDocument || status != .go ? .badDocument : error.status
      }
    }
    return status
  }

  /// Shows the plan; the answer is no when the checklist has errors.
  static func show(
    _ file: String, _ reading: ReadingOptions, _ sandbox: SandboxOptions,
    _ configuration: ConfigurationOptions, _ format: Format
  ) throws(CommandFailure) -> ExitStatus {
    let unfilled = try LoadedChecklist.load(
      file, sidecarPath: reading.bindings, isStrict: reading.strict)
    var policy = try PolicyMaking.policy(sandbox)
    let configured = try ConfigurationFile.load(
      configuration, policy: policy, checklist: unfilled.document.path)
    let access = try GrantedAccess(
      sandbox, configuration: configured, loaded: unfilled, policy: policy)
    access.apply(to: &policy)
    let named = unfilled.namedSecrets(and: sandbox.secrets + access.secrets)
    var collection = InputCollection(unfilled, named: named)
    try collection.take(settings: reading.settings)
    let filled = unfilled.filled(with: collection.given)
    let variables = try VariableSelection(
      loaded: filled, given: sandbox.variables, inputs: collection.variables, home: policy.home,
      named: named, granted: access.variables)
    ProcessSecrets.hide(variables.secrets)
    let path = variables.environment.first { $0.name == "PATH" }?.value ?? ""
    let loaded = filled.seen(through: policy.view(access, plan: filled.plan, path: path))
    let needs = PlanNeeds(
      loaded: loaded, tools: ToolFinder(path: path, policy: policy), variables: variables,
      access: access)
    let out = Terminal()
    switch format {
    case .json: out.json(PlanJSON(loaded: loaded, needs: needs).json())
    case .text: PlanPage(terminal: out, loaded: loaded, needs: needs).show()
    }
    if !loaded.diagnostics.isEmpty, format == .text {
      let errors = Terminal(descriptor: STDERR_FILENO)
      DiagnosticPrinter(errors, documents: loaded.sources).print(loaded.diagnostics)
    }
    return loaded.hasErrors ? .badDocument : .go
  }
}
