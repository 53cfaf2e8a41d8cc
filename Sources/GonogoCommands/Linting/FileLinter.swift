internal import GonogoCore
internal import GonogoMarkdown
internal import GonogoPlanning
internal import GonogoSandbox

/// Gathers the findings of a file from everybody who has some.
struct FileLinter {
  /// The sidecar to read instead of the one beside the checklist.
  let bindings: String?
  /// True when programs and variables are looked for.
  let checksMachine: Bool
  /// Nil when nobody wants it.
  let shellcheck: ShellCheck?

  /// Adds the findings of `file` to `report`.
  mutating func lint(_ file: String, into report: inout LintReport) {
    let loaded: LoadedChecklist
    do throws(CommandFailure) {
      loaded = try LoadedChecklist.load(file, sidecarPath: bindings)
    } catch {
      return report.add(unreadable: file, error)
    }
    let findings = Lint.check(loaded.plan, machine: checksMachine ? machine(loaded) : nil)
    var diagnostics = loaded.diagnostics + Hazards.find(in: loaded.plan.checklist)
    diagnostics += findings.diagnostics
    if let shellcheck {
      switch shellcheck.findings(in: loaded.plan) {
      case .success(let found): diagnostics += found
      case .failure(let absence): report.shellcheckAbsence = absence.reason
      }
    }
    report.add(file, diagnostics, sources: loaded.sources, secrets: findings.secrets)
  }

  private func machine(_ loaded: LoadedChecklist) -> LintMachine {
    let home = HostEnvironment.value("HOME").flatMap(HostPath.resolved) ?? "/nonexistent"
    let policy = SandboxPolicy(
      level: .standard, workingDirectory: HostEnvironment.workingDirectory, home: home)
    let finder = ToolFinder(path: HostEnvironment.value("PATH") ?? "/usr/bin:/bin", policy: policy)
    var missing: [String: String?] = [:]
    for tool in loaded.plan.tools {
      switch finder.find(tool) {
      case .found: break
      case .hidden(let path): missing[tool] = path
      case .missing: missing[tool] = .some(nil)
      }
    }
    let unset = loaded.plan.variables.filter {
      $0.isRequired && HostEnvironment.value($0.name) == nil
    }
    return LintMachine(missingTools: missing, unsetVariables: Set(unset.map(\.name)))
  }
}
