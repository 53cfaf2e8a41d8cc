internal import ArgumentParser
internal import Glibc
internal import GonogoCore
internal import GonogoSandbox
internal import GonogoStore

/// `gonogo resume`: goes on with a run that ended before its end.
struct ResumeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Go on with a run that was interrupted or crashed.",
    discussion: """
      Without RUN it is the latest unfinished run in the output folder; RUN is its identifier or its \
      folder. It goes on with the options the run was begun with, in the same working directory. \
      What was done is not done again: results, answers, approvals and the state of the shell are \
      taken over. A block that only reads and had not come to its end is run again. A command that \
      may change something and was under way is asked about, or decided by --again or --leave. The \
      checklist and its sidecar must be the same, to the byte; so must the answers, unless --answers \
      names them again.

      An approval that is given now runs what was left out before, and what was only looked at after \
      it is looked at again; where something after it has been changed, it stays left out, which is \
      said. What --leave leaves open forbids a GO until somebody waives it.

      Secrets are not kept: what came from the environment is taken from it again, what was given \
      with --set or --env is given or asked for again.

      Examples:
        gonogo runs --unfinished
        gonogo resume
        gonogo resume 20261123T161305Z-7f3a9c --max-age 30min
        gonogo resume output/preflight/20261123T161305Z-7f3a9c --again --non-interactive

      Exit codes: 0 GO, or CONDITIONAL GO without --no-waivers; 1 NO-GO; 64 wrong usage or nothing \
      to resume; 65 the checklist or the answers \
      have changed; 69 something needed is not there, or somebody has to \
      decide; 74 cannot read or write, or the journal is damaged; 130 interrupted.
      """)

  @Argument(help: ArgumentHelp("Its identifier or its folder.", valueName: "run"))
  var name: String?

  @Option(help: ArgumentHelp("Take evidence again that is older: 30min, 2h.", valueName: "time"))
  var maxAge: String?

  @Flag(help: "Run again what was under way and may change something.") var again = false

  @Flag(help: "Leave open what was under way and may change something.") var leave = false

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "The value of a secret placeholder or variable.", valueName: "name=value"))
  var settings: [String] = []

  @Option(
    name: .customLong("env"), parsing: .singleValue,
    help: ArgumentHelp("Give commands this variable.", valueName: "name[=value]"))
  var variables: [String] = []

  @OptionGroup(title: "People") var people: PeopleOptions
  @OptionGroup(title: "Run") var running: RunningOptions

  func validate() throws {
    if again, leave { throw ValidationError("--again and --leave exclude each other") }
  }

  func run() throws {
    try CommandBody.run { () throws(CommandFailure) in
      let age = try seconds()
      let found = try Self.find(name, in: running.output)
      guard let path = HostPath.resolved(found.path), let folder = RunCatalog.run(at: path) else {
        throw CommandFailure(
          .inputOutput, "\(found.path) cannot be read", cure: "see who owns it")
      }
      let history = try Self.history(of: folder)
      let begun = try Self.command(history)
      try enter(history.header["directory"]?.stringValue ?? "/")
      let resumed = ResumedRun(
        folder: folder, history: history, maxAge: age,
        choice: again ? .again : leave ? .leave : nil, namesAnswers: people.answers != nil)
      return try resume(resumed, as: begun)
    }
  }

  private func seconds() throws(CommandFailure) -> Double? {
    guard let maxAge else { return nil }
    guard let seconds = TimeSpan.seconds(maxAge) else {
      throw CommandFailure(
        .usage, "--max-age \(maxAge): this is no time",
        cure: "write a number with its unit: 30min, 2h")
    }
    return seconds
  }

  private func resume(_ resumed: ResumedRun, as begun: RunCommand) throws(CommandFailure)
    -> ExitStatus
  {
    var begun = begun
    begun.checklist.reading.settings += settings
    let renewed = Set(variables.map { $0.prefix { $0 != "=" } })
    begun.sandbox.variables.removeAll { renewed.contains($0.prefix { $0 != "=" }) }
    begun.sandbox.variables += variables
    let before = begun.people
    begun.people = people
    begun.people.approvals = before.approvals + people.approvals
    begun.people.answers = people.answers ?? before.answers
    begun.people.operator = people.operator ?? before.operator
    begun.people.principal = people.principal ?? before.principal
    begun.people.noWaivers = people.noWaivers || before.noWaivers
    let options = begun.running
    begun.running = running
    begun.running.timeout = running.timeout ?? options.timeout
    begun.running.outputLimit = running.outputLimit ?? options.outputLimit
    begun.running.keepGoing = running.keepGoing || options.keepGoing
    begun.running.stopOnFail = running.stopOnFail || options.stopOnFail
    begun.running.sign = running.sign ?? options.sign
    begun.running.output = HostPath.parent(of: HostPath.parent(of: resumed.folder.path))
    return try ChecklistRun(
      checklist: begun.checklist, people: begun.people, sandbox: begun.sandbox,
      configuration: begun.configuration, running: begun.running, arguments: [], resumed: resumed
    ).run()
  }

  /// The run that is meant.
  private static func find(_ run: String?, in output: String) throws(CommandFailure) -> RunFolder {
    guard let run else {
      let last = RunCatalog.runs(in: output).last {
        !RunCatalog.isComplete($0) && !RunCatalog.isRunning($0)
      }
      if let last { return last }
      throw CommandFailure(
        .usage, "there is no unfinished run in \(output)",
        cure: "see gonogo runs, or give --output FOLDER")
    }
    let found =
      RunCatalog.runs(in: output).first { $0.id == run }
      ?? HostPath.resolved(run).flatMap { RunCatalog.run(at: $0) }
    guard let found else {
      throw CommandFailure(
        .usage, "there is no run \(run) in \(output)",
        cure: "see gonogo runs, or give the folder of the run")
    }
    if RunCatalog.isComplete(found) {
      throw CommandFailure(
        .usage, "run \(found.id) came to its end; there is nothing to resume",
        cure: "its document is \(found.completedDocument)")
    }
    return found
  }

  private static func history(of folder: RunFolder) throws(CommandFailure) -> RunHistory {
    if RunCatalog.isRunning(folder) {
      throw CommandFailure(
        .inputOutput, "another gonogo is at run \(folder.id)",
        cure: "wait until it has ended, or end it")
    }
    let records: [JournalRecord]
    do throws(StoreError) { records = try Journal.read(folder.journal) } catch {
      throw CommandFailure(error)
    }
    guard let history = RunHistory(records, folder: folder) else {
      throw CommandFailure(
        .inputOutput, "run \(folder.id) had not begun when it ended", cure: "start it anew")
    }
    guard history.header["run"]?.stringValue == folder.id else {
      throw CommandFailure(
        .inputOutput, "\(folder.journal) is the journal of another run",
        cure: "bring back the journal of run \(folder.id), or start anew with gonogo run")
    }
    return history
  }

  /// The command that the run was begun with.
  private static func command(_ history: RunHistory) throws(CommandFailure) -> RunCommand {
    let words = (history.header["arguments"]?.arrayValue ?? []).compactMap(\.stringValue)
    do { return try RunCommand.parse(words) } catch {
      throw CommandFailure(
        .badDocument, "this gonogo does not understand the options that the run was begun with",
        cure: "resume it with gonogo \(history.header["gonogo"]?.stringValue ?? "of that time")")
    }
  }

  private func enter(_ directory: String) throws(CommandFailure) {
    guard unsafe chdir(directory) == 0 else {
      throw CommandFailure(
        .unavailable, "the folder the run was begun in, \(directory), cannot be entered",
        cure: "bring it back, or start anew with gonogo run")
    }
  }
}
