internal import GonogoCompletion
internal import GonogoCore
internal import GonogoMarkdown
internal import GonogoPlanning
internal import GonogoSettings
internal import GonogoStore

/// A checklist with what stands beside it, read and planned.
struct LoadedChecklist {
  let document: Document
  let plan: Plan
  /// Variables asked for by front matter and sidecar, besides those its commands name.
  let declaredVariables: [String]
  /// What front matter and sidecar say is secret.
  let declaredSecrets: [String]
  /// The sidecar's path and digest, or nil when there is none.
  let sidecar: (path: String, digest: String)?
  let digest: String
  /// The name runs are kept under.
  let name: String
  /// What people gave for its placeholders and variables.
  let given: GivenInputs
  /// Every file that diagnostics may point into.
  let sources: [Document]
  /// What is wrong with any of them.
  let diagnostics: [Diagnostic]
  private let reading: Reading

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Reads `path` and its sidecar: the one at `sidecarPath`, else `NAME.gonogo.yaml` beside it when
  /// it exists. With `isStrict` only written bindings count.
  ///
  /// - Throws: `CommandFailure` when a file cannot be read.
  static func load(
    _ path: String, sidecarPath: String?, isStrict: Bool = false
  ) throws(CommandFailure) -> LoadedChecklist {
    let paths: DocumentPaths
    let bytes: [UInt8]
    var sidecarBytes: [UInt8]?
    do throws(StoreError) {
      paths = try DocumentPaths(source: path)
      bytes = try SourceFile.read(path)
    } catch { throw CommandFailure(error, status: .badDocument) }
    let sidecarFile = sidecarPath ?? paths.sidecar
    do throws(StoreError) {
      sidecarBytes = try SourceFile.read(sidecarFile)
    } catch {
      if sidecarPath != nil || !error.isMissing {
        throw CommandFailure(error, status: .badDocument)
      }
    }
    return load(
      Document(path: path, bytes: bytes), paths.name, sidecarFile, sidecarBytes, isStrict)
  }

  private static func load(
    _ document: Document, _ name: String, _ sidecarFile: String, _ sidecarBytes: [UInt8]?,
    _ isStrict: Bool
  ) -> LoadedChecklist {
    var sources = [document]
    var diagnostics: [Diagnostic] = []
    var variables: [String] = []
    var secrets: [String] = []
    let checklist = MarkdownReader.read(document)
    if Completion.isCompleted(document) {
      diagnostics.append(
        Diagnostic(
          .error, code: "already-completed", "this document was completed by gonogo already",
          cure: "run the checklist it was made from, or check this one with `gonogo verify`",
          file: document.path))
    } else {
      diagnostics += SignatureLookalikes.find(in: document)
    }
    if let range = checklist.frontMatter, document.text(range).contains("gonogo:") {
      let line = document.lines.line(at: range.lowerBound)
      let reading = FrontMatterReader.read(
        document.text(range), file: document.path, firstLine: line)
      diagnostics += reading.diagnostics
      variables += reading.value.variables
      secrets += reading.value.secrets
    }
    var sidecar: Sidecar?
    if let sidecarBytes {
      let source = Document(path: sidecarFile, bytes: sidecarBytes)
      sources.append(source)
      if let fault = source.textFault() {
        diagnostics.append(fault)
      } else {
        let reading = SidecarReader.read(
          String(decoding: sidecarBytes, as: UTF8.self), file: sidecarFile)
        diagnostics += reading.diagnostics
        variables += reading.value.variables
        secrets += reading.value.secrets
        sidecar = reading.value
      }
    }
    let reading = Reading(
      checklist: checklist, sidecar: sidecar, oracle: ShellOracle(checklist.steps),
      isStrict: isStrict, diagnostics: diagnostics)
    let plan = reading.plan(GivenInputs())
    return LoadedChecklist(
      document: document, plan: plan, declaredVariables: variables, declaredSecrets: secrets,
      sidecar: sidecarBytes.map { (sidecarFile, Digest.sha256($0)) },
      digest: Digest.sha256(document.bytes), name: name, given: GivenInputs(), sources: sources,
      diagnostics: diagnostics + plan.diagnostics, reading: reading)
  }

  /// What a plan is made from, kept to make it again once more is known.
  private struct Reading {
    let checklist: Checklist
    let sidecar: Sidecar?
    let oracle: ShellOracle
    let isStrict: Bool
    let diagnostics: [Diagnostic]

    func plan(_ given: GivenInputs) -> Plan {
      var planner = Planner(
        checklist: checklist, sidecar: sidecar, given: given, parses: oracle.parses)
      return isStrict ? planner.plan().strict() : planner.plan()
    }
  }

  /// The names whose values are secret, whatever they look like: those it declares, and `others`.
  func namedSecrets(and others: [String]) -> Set<String> { Set(declaredSecrets + others) }

  /// The same checklist, told what its commands see of the machine.
  func seen(through view: SandboxView) -> LoadedChecklist {
    LoadedChecklist(
      document: document, plan: plan.seen(through: view), declaredVariables: declaredVariables,
      declaredSecrets: declaredSecrets, sidecar: sidecar, digest: digest, name: name, given: given,
      sources: sources, diagnostics: diagnostics, reading: reading)
  }

  /// The checklist with what people gave put in, and judged anew.
  func filled(with given: GivenInputs) -> LoadedChecklist {
    if given == self.given { return self }
    let plan = reading.plan(given)
    return LoadedChecklist(
      document: document, plan: plan, declaredVariables: declaredVariables,
      declaredSecrets: declaredSecrets, sidecar: sidecar,
      digest: digest, name: name, given: given, sources: sources,
      diagnostics: reading.diagnostics + plan.diagnostics, reading: reading)
  }
}
