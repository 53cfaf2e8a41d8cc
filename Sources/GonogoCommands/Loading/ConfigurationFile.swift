internal import Glibc
internal import GonogoCore
internal import GonogoSandbox
internal import GonogoSettings
internal import GonogoStore

/// The configuration file of the operator: what they grant to every checklist without being asked.
///
/// It comes from the command line or from one place in the operator's own settings, never from where
/// a checklist lies: a repository that could bring one along would grant itself what it likes. For
/// the same reason nobody but the operator and root may be able to write it.
struct ConfigurationFile {
  let value: Configuration
  /// The file as a record names it.
  let source: SettingsSource
  private let folder: String
  private let home: String?

  /// Who granted, as it is recorded.
  var how: String { "by configuration \(source.path)" }

  /// Where an entry stands, as messages begin.
  func place(of entry: Configuration.Entry) -> String {
    "\(value.file):\(entry.location.line):\(entry.location.column)"
  }

  /// The path that an entry names: absolute, below `~`, or relative to the file's folder.
  func path(_ entry: Configuration.Entry) -> String {
    if entry.text == "~" || entry.text.hasPrefix("~/"), let home {
      return home + entry.text.dropFirst()
    }
    return entry.text.hasPrefix("/") ? entry.text : folder + "/" + entry.text
  }

  /// The file for a run or a plan of the checklist at `checklist` under `policy`; nil when there is
  /// none.
  ///
  /// - Throws: `CommandFailure` when it cannot be read, is wrong, or lies where others could write it.
  static func load(
    _ options: ConfigurationOptions, policy: SandboxPolicy, checklist: String
  ) throws(CommandFailure) -> ConfigurationFile? {
    let folder = HostPath.resolved(checklist).map(HostPath.parent)
    return try load(
      options, unlessIn: policy.writableFolders,
      unlessFoundIn: [policy.workingDirectory] + (folder.map { [$0] } ?? []))
  }

  /// The file for checking the signatures of the document at `document`; nil when there is none.
  static func load(
    _ options: ConfigurationOptions, document: String
  ) throws(CommandFailure) -> ConfigurationFile? {
    let folder = HostPath.resolved(document).map(HostPath.parent)
    // Nothing is run here. But a variable may lead into what is looked at.
    let isLed = HostEnvironment.value("XDG_CONFIG_HOME") != nil
    return try load(
      options, unlessIn: [],
      unlessFoundIn: isLed ? [HostEnvironment.workingDirectory] + (folder.map { [$0] } ?? []) : [])
  }

  private static func load(
    _ options: ConfigurationOptions, unlessIn writable: [String], unlessFoundIn apart: [String]
  ) throws(CommandFailure) -> ConfigurationFile? {
    if options.noConfig { return nil }
    guard let path = options.config ?? standardPath() else { return nil }
    let bytes: [UInt8]
    do throws(StoreError) { bytes = try SourceFile.read(path) } catch {
      if options.config == nil, error.isMissing { return nil }
      throw CommandFailure(error)
    }
    guard let real = HostPath.resolved(path) else {
      throw CommandFailure(
        .inputOutput, "\(path) is not there any more", cure: "see who takes it away")
    }
    let isFound = options.config == nil
    if let folder = writable.first(where: { HostPath.isInside(real, $0) }) {
      throw refusal(path, isFound, "commands write in \(folder), and could grant themselves more")
    }
    if isFound, let folder = apart.first(where: { HostPath.isInside(real, $0) }) {
      throw refusal(path, isFound, "it lies in \(folder), with what it would be for")
    }
    if let writer = HostPath.foreignWriter(of: real) {
      throw CommandFailure(
        .usage, "the configuration \(path) does not count: \(writer)",
        cure: "chown it to yourself, and chmod go-w \(path)")
    }
    return try read(path, bytes, real: real)
  }

  private static func refusal(_ path: String, _ isFound: Bool, _ why: String) -> CommandFailure {
    CommandFailure(
      .usage, "the configuration \(path) does not count: \(why)",
      cure: isFound
        ? "keep it elsewhere, or give --no-config" : "keep it outside of what a checklist is about")
  }

  private static func read(
    _ path: String, _ bytes: [UInt8], real: String
  ) throws(CommandFailure) -> ConfigurationFile {
    let document = Document(path: path, bytes: bytes)
    let fault = document.textFault()
    let reading = ConfigurationReader.read(
      fault == nil ? document.text(0..<bytes.count) : "", file: path)
    let diagnostics = reading.diagnostics + (fault.map { [$0] } ?? [])
    guard diagnostics.isEmpty else {
      DiagnosticPrinter(Terminal(descriptor: STDERR_FILENO), documents: [document])
        .print(diagnostics)
      throw CommandFailure(
        .badDocument, "nothing was done: the configuration needs correcting first", cure: nil)
    }
    let home = HostEnvironment.value("HOME").flatMap(HostPath.resolved)
    let shown =
      home.map { HostPath.isInside(real, $0) ? "~" + real.dropFirst($0.count) : real } ?? real
    return ConfigurationFile(
      value: reading.value, source: SettingsSource(path: shown, digest: Digest.sha256(bytes)),
      folder: HostPath.parent(of: real), home: home)
  }

  /// Where it is looked for; relative folders do not count there.
  private static func standardPath() -> String? {
    if let base = HostEnvironment.value("XDG_CONFIG_HOME"), base.hasPrefix("/") {
      return base + "/gonogo/config.yaml"
    }
    guard let home = HostEnvironment.value("HOME"), home.hasPrefix("/") else { return nil }
    return home + "/.config/gonogo/config.yaml"
  }
}
