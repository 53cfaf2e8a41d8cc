internal import GonogoCore
internal import GonogoPlanning
internal import GonogoSandbox

/// Sets the sandbox up as the policy asks, by running it once.
struct SandboxChoice {
  /// True when less than `standard` may do, because the operator said so.
  let allowsReduced: Bool

  /// The sandbox and what it was seen to enforce; `policy` then has the level that is in force.
  ///
  /// - Throws: `CommandFailure` when it cannot be had; never steps down unasked.
  func choose(
    _ policy: inout SandboxPolicy
  ) throws(CommandFailure) -> (Sandbox, [SandboxProperty]) {
    do throws(SandboxError) {
      return try Self.probed(policy)
    } catch {
      guard allowsReduced, policy.level == .standard else {
        let hint = policy.level == .standard ? "; or accept less with --allow-reduced" : ""
        throw CommandFailure(.unavailable, error.message, cure: error.cure + hint)
      }
      policy.level = .reduced
      try refuseReachableRuns(policy)
      do throws(SandboxError) { return try Self.probed(policy) } catch {
        throw CommandFailure(error)
      }
    }
  }

  /// What a block asks for must be kept, or nothing is run.
  static func refuseUnkept(_ plan: Plan, _ level: SandboxLevel) throws(CommandFailure) {
    guard level == .none,
      let step = plan.steps.first(where: { $0.step.attributes.isOffline && !$0.commands.isEmpty })
    else { return }
    let line = plan.commands[step.commands].first?.line ?? 1
    throw CommandFailure(
      .unavailable,
      "the block at line \(line) is marked network=off, and --sandbox none keeps nothing from it",
      cure: "leave --sandbox none out")
  }

  private static func probed(
    _ policy: SandboxPolicy
  ) throws(SandboxError) -> (Sandbox, [SandboxProperty]) {
    let box = try Sandbox(policy: policy)
    do throws(SandboxError) {
      return (box, try box.probe())
    } catch {
      box.close()
      throw error
    }
  }

  /// Without namespaces nothing inside a folder that is shown can be hidden.
  private func refuseReachableRuns(_ policy: SandboxPolicy) throws(CommandFailure) {
    let shown = policy.writableFolders + (policy.bindings + policy.shares).map(\.host)
    guard
      let folder = shown.first(where: { folder in
        policy.hiddenFolders.contains { HostPath.isInside($0, folder) }
      })
    else { return }
    throw CommandFailure(
      .unavailable,
      "the reduced sandbox cannot keep commands from the files of runs in \(folder)",
      cure: "keep them elsewhere: move what is there, and give "
        + "--output \(HostEnvironment.value("HOME") ?? "~")/gonogo-runs")
  }
}
