internal import ArgumentParser
internal import Glibc
internal import GonogoCore
internal import GonogoPlanning
internal import GonogoSettings
internal import GonogoStore

/// `gonogo bind`: writes down what gonogo works out, for a person to review and keep.
struct BindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bind",
    abstract: "Write the inferred bindings into a sidecar, for review; runs nothing.",
    discussion: """
      Every binding that was worked out becomes an entry of NAME.gonogo.yaml with a comment that \
      says how; what a person would be asked stands there as a comment. Read it, correct it, keep \
      it: from then on it counts as written, and --strict accepts it. An existing file is only \
      added to, and only with --force; what it says is kept.

      Examples:
        gonogo bind preflight.md --to -
        gonogo bind preflight.md
        gonogo bind preflight.md --force
        gonogo bind preflight.md --to review.yaml

      Exit codes: 0 written, or nothing to write; 64 wrong usage, or the file exists and --force \
      was not given; 65 bad checklist or sidecar; 74 cannot write.
      """)

  @Argument(help: "The checklist, a Markdown file.", completion: .file(extensions: ["md"]))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Write here instead of NAME.gonogo.yaml beside the checklist; - is standard output.",
      valueName: "file"))
  var to: String?

  @Flag(help: "Add to a file that exists.") var force = false

  func run() throws {
    try CommandBody.run { () throws(CommandFailure) in
      let target: String
      do throws(StoreError) {
        let beside = try DocumentPaths(source: file).sidecar
        target = to == nil || to == "-" ? beside : to ?? beside
      } catch { throw CommandFailure(error, status: .badDocument) }
      let old = try existing(target)
      let loaded = try LoadedChecklist.load(file, sidecarPath: old == nil ? nil : target)
      let errors = Terminal(descriptor: STDERR_FILENO)
      if loaded.hasErrors {
        DiagnosticPrinter(errors, documents: loaded.sources).print(loaded.diagnostics)
        throw CommandFailure(
          .badDocument, "nothing was written: the checklist needs correcting first", cure: nil)
      }
      return try write(BindingDraft(loaded), to: target, old: old, errors)
    }
  }

  /// What the target holds already, or nil when it is not there.
  private func existing(_ target: String) throws(CommandFailure) -> [UInt8]? {
    do throws(StoreError) { return try SourceFile.read(target) } catch {
      if error.isMissing { return nil }
      throw CommandFailure(error)
    }
  }

  private func write(
    _ draft: BindingDraft, to target: String, old: [UInt8]?, _ errors: Terminal
  ) throws(CommandFailure) -> ExitStatus {
    if draft.isEmpty {
      errors.line("nothing to write: every binding is written already")
      if to == "-", let old { Terminal().write(String(decoding: old, as: UTF8.self)) }
      return .go
    }
    if to != "-", old != nil, !force {
      throw CommandFailure(
        .usage, "\(target) exists already",
        cure: "give --force to add \(draft.counts) to it, or --to - to look at them")
    }
    guard let text = draft.text(addedTo: old.map { String(decoding: $0, as: UTF8.self) }, target)
    else {
      throw CommandFailure(
        .badDocument, "\(target) is written in a form that nothing can be added to",
        cure: "write its sections as indented lines, or give --to FILE")
    }
    if to == "-" {
      Terminal().write(text)
      return .go
    }
    if let old, old.elementsEqual(text.utf8) {
      errors.line("nothing to add: \(VisibleText.line(target)) says all of it already")
      return .go
    }
    do throws(StoreError) {
      try AtomicFile.write(Array(text.utf8), to: target, mode: 0o644)
    } catch { throw CommandFailure(error) }
    errors.line("\(VisibleText.line(target)): \(draft.counts), to be reviewed")
    return .go
  }
}
