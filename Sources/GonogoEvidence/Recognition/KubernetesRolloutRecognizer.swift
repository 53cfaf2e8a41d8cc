import GonogoCore

/// Reads `kubectl rollout status`: that it came to its end.
struct KubernetesRolloutRecognizer: Recognizer {
  let name = "kubectl-rollout"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let call = KubernetesCommand(output), call.verb == "rollout",
      call.operands.first == "status", call.operands.count <= 3,
      let last = output.lines.last, Self.isEnd(last),
      output.lines.dropLast().allSatisfy({ $0.hasPrefix("Waiting for ") })
    else { return [] }
    return [truth("rolled_out", true, last)]
  }

  private static func isEnd(_ line: Substring) -> Bool {
    if let rest = line.dropping(suffix: "\" successfully rolled out") {
      return rest.hasPrefix("deployment \"") || rest.hasPrefix("daemon set \"")
    }
    return line.hasPrefix("statefulset rolling update complete ")
      || line.hasPrefix("partitioned roll out complete: ")
  }
}
