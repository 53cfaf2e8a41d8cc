/// A call of kubectl or of a tool that speaks like it.
struct KubernetesCommand {
  /// `get`, `rollout`, …
  let verb: String
  /// What follows the verb, options left out.
  let operands: [String]
  /// The call with all its options.
  let command: ShellCommand

  /// The programs that print like kubectl.
  private static let programs: Set<Substring> = ["kubectl", "oc", "k3s", "microk8s"]
  private static let valued: Set<String> = [
    "-n", "--namespace", "--context", "--kubeconfig", "--cluster", "-l", "--selector", "-o",
    "--output", "--field-selector", "--sort-by", "-f", "--filename", "--timeout", "-c",
    "--container", "--user", "-s", "--server", "--token", "-L", "--label-columns",
    "--request-timeout", "--revision",
  ]

  /// The one call of kubectl that speaks in `output`, or nil.
  init?(_ output: CommandOutput) {
    guard let command = output.speaker, Self.programs.contains(command.program) else { return nil }
    var words = command.operands(valued: Self.valued)
    if command.program == "k3s" || command.program == "microk8s" {
      guard words.first == "kubectl" else { return nil }
      words.removeFirst()
    }
    guard let verb = words.first else { return nil }
    self.verb = verb
    operands = Array(words.dropFirst())
    self.command = command
  }

  /// The kind of resource it asks for, in the plural; nil for several kinds, or one not known here.
  var resource: String? {
    guard let first = operands.first else { return nil }
    switch first.prefix(while: { $0 != "/" && $0 != "." }) {
    case "pod", "pods", "po": return "pods"
    case "node", "nodes", "no": return "nodes"
    case "deployment", "deployments", "deploy": return "deployments"
    case "statefulset", "statefulsets", "sts": return "statefulsets"
    case "daemonset", "daemonsets", "ds": return "daemonsets"
    case "replicaset", "replicasets", "rs": return "replicasets"
    case "persistentvolumeclaim", "persistentvolumeclaims", "pvc": return "pvcs"
    case "job", "jobs": return "jobs"
    default: return nil
    }
  }
}
