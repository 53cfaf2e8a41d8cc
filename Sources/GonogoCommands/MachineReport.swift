internal import GonogoCore
internal import GonogoSandbox

/// What a machine can enforce, and what gonogo needs on it.
struct MachineReport {
  /// A program that is run, what for, and where it is.
  struct Tool {
    let name: String
    let purpose: String
    let package: String
    let isRequired: Bool
    var path: String?
  }

  /// What one level came to.
  struct LevelReport {
    let level: SandboxLevel
    var properties: [SandboxProperty] = []
    /// Why it cannot be had at all.
    var error: SandboxError?

    /// True when it can be relied on.
    var holds: Bool {
      error == nil && properties.allSatisfy { $0.isEnforced || !$0.isRequired }
    }
  }

  /// The level asked for, then `reduced` where that does not hold.
  private(set) var levels: [LevelReport]
  let tools: [Tool]
  private let isRoot: Bool

  /// True when the level asked for holds and nothing it needs is missing.
  var holds: Bool {
    levels.first?.holds == true && tools.allSatisfy { !$0.isRequired || $0.path != nil }
  }

  /// Tries it.
  static func make(_ options: SandboxOptions) throws(CommandFailure) -> MachineReport {
    let user = try options.runAs.map { (text) throws(CommandFailure) in try LimitOptions.user(text)
    }
    let folder = try TemporaryFolder.make(for: user)
    defer { FolderRemoval.remove(folder) }
    let home = HostEnvironment.value("HOME").flatMap(HostPath.resolved) ?? "/nonexistent"
    var policy = SandboxPolicy(
      level: options.level, workingDirectory: HostPath.resolved(folder) ?? folder, home: home)
    policy.limits = try LimitOptions.limits(options)
    policy.user = user
    var levels = [inspect(policy)]
    if options.level.hasNamespaces, levels.first?.holds == false {
      policy.level = .reduced
      levels.append(inspect(policy))
    }
    let isRoot = HostEnvironment.userID == 0 && user == nil
    return MachineReport(levels: levels, tools: tools(options.level), isRoot: isRoot)
  }

  private init(levels: [LevelReport], tools: [Tool], isRoot: Bool) {
    self.levels = levels
    self.tools = tools
    self.isRoot = isRoot
  }

  private static func inspect(_ policy: SandboxPolicy) -> LevelReport {
    do throws(SandboxError) {
      let box = try Sandbox(policy: policy)
      defer { box.close() }
      return LevelReport(level: policy.level, properties: try box.inspect())
    } catch {
      return LevelReport(level: policy.level, error: error)
    }
  }

  private static func tools(_ level: SandboxLevel) -> [Tool] {
    [
      ("bash", "runs every block", "bash", true),
      ("bwrap", "the sandbox", "bubblewrap", level.hasNamespaces),
      ("ssh-keygen", "signs and verifies", "openssh-client", false),
      ("git", "the operator's name", "git", false),
      ("openssl", "asks for time stamps and checks them", "openssl", false),
    ].map { name, purpose, package, isRequired in
      Tool(
        name: name, purpose: purpose, package: package, isRequired: isRequired,
        path: Sandbox.find(name))
    }
  }

  /// The report for people.
  func lines(_ terminal: Terminal) -> [String] {
    var lines: [String] = []
    for report in levels {
      let answer = report.holds ? "holds" : "does not hold"
      lines.append(terminal.styled("sandbox \(report.level.rawValue): \(answer)", .bold))
      if let error = report.error {
        lines.append("  ✘ \(VisibleText.lines(error.message))")
        lines.append("    cure: \(VisibleText.lines(error.cure))")
      }
      for property in report.properties {
        lines.append("  \(property.isEnforced ? "✔" : "✘") \(property.name)")
        if !property.isEnforced { lines.append("    cure: \(property.cure)") }
      }
    }
    if isRoot {
      lines.append(
        "you are root: commands can read what only root can read; use --run-as USER in a run")
    }
    lines.append(terminal.styled("programs", .bold))
    for tool in tools {
      lines.append(
        tool.path.map { "  ✔ \(tool.name), \(tool.purpose): \($0)" }
          ?? "  ✘ \(tool.name), \(tool.purpose); cure: apt-get install \(tool.package)")
    }
    return lines
  }

  /// The report for machines. Version 1.
  func json() -> JSONValue {
    [
      "v": 1, "holds": .bool(holds), "root": .bool(isRoot),
      "levels": .array(
        levels.map { report in
          [
            "level": .string(report.level.rawValue), "holds": .bool(report.holds),
            "error": report.error.map { .string($0.message) } ?? .null,
            "cure": report.error.map { .string($0.cure) } ?? .null,
            "properties": .array(
              report.properties.map { property in
                [
                  "name": .string(property.name), "enforced": .bool(property.isEnforced),
                  "required": .bool(property.isRequired),
                  "cure": property.isEnforced ? .null : .string(property.cure),
                ]
              }),
          ]
        }),
      "programs": .array(
        tools.map { tool in
          [
            "name": .string(tool.name), "path": tool.path.map { .string($0) } ?? .null,
            "required": .bool(tool.isRequired),
          ]
        }),
    ]
  }
}
