internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRedaction
internal import GonogoSandbox
internal import GonogoSettings

/// Which variables the commands are given, and which they miss.
struct VariableSelection {
  /// The variables with their values, those of every shell first.
  let environment: [EnvironmentVariable]
  /// The names of those that were asked for.
  let names: [String]
  /// The needs that nothing meets.
  let missing: [VariableNeed]
  /// What in them must not be seen.
  let secrets: [Secret]

  /// The names of the secrets that are too short to be told from other text.
  let unhidden: [String]

  /// Selects: what the commands name, what front matter and sidecar declare, what `--env` names or
  /// sets, in rising order of precedence; `inputs` come from the answers file. `named` are names
  /// whose values are secret, whatever they look like; `granted` are names that a grant gives.
  ///
  /// - Throws: `CommandFailure` when `--env` names what is no name, or what is not set.
  init(
    loaded: LoadedChecklist, given: [String], inputs: [String: String], home: String,
    named: Set<String> = [], granted: [String] = []
  ) throws(CommandFailure) {
    var values: [String: String] = [:]
    var order: [String] = []
    func set(_ name: String, _ value: String) {
      if values.updateValue(value, forKey: name) == nil { order.append(name) }
    }
    let needed = loaded.plan.variables.map(\.name) + loaded.declaredVariables + granted
    for name in needed {
      if let value = inputs[name] ?? HostEnvironment.value(name) { set(name, value) }
    }
    for text in given {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard VariableName.isValid(name) else {
        throw CommandFailure(
          .usage, "--env \(name): this is no name of a variable",
          cure: "write --env NAME, or --env NAME=VALUE")
      }
      if parts.count == 2 {
        set(name, String(parts[1]))
      } else if let value = HostEnvironment.value(name) {
        set(name, value)
      } else {
        throw CommandFailure(
          .unavailable, "--env \(name): this variable is not set",
          cure: "export \(name)=…, or write --env \(name)=VALUE")
      }
    }
    missing = loaded.plan.variables.filter { $0.isRequired && values[$0.name] == nil }
    names = order
    // SQL blocks and sql("…") ask the database even where no command names its address.
    let address = values["DATABASE_URL"] ?? HostEnvironment.value("DATABASE_URL") ?? ""
    var hidden = order.map { (name: $0, value: values[$0] ?? "") }
    hidden.append((name: "DATABASE_URL", value: address))
    hidden += loaded.given.values.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
    hidden += named.sorted().compactMap { name in
      HostEnvironment.value(name).map { (name: name, value: $0) }
    }
    let found = hidden.map { name, value in
      SecretFinder.host.secrets(name: name, value: value, isNamed: named.contains(name))
    }
    secrets = found.flatMap { $0 }
    unhidden = Set(
      found.compactMap { secrets in
        secrets.first { $0.value.utf8.count < Secret.shortest }?.name
      }
    ).sorted()
    var environment = [
      EnvironmentVariable(
        "PATH", values["PATH"] ?? HostEnvironment.value("PATH") ?? "/usr/bin:/bin"),
      EnvironmentVariable("HOME", home), EnvironmentVariable("LANG", "C.UTF-8"),
      EnvironmentVariable("TERM", "dumb"),
    ]
    if let zone = HostEnvironment.value("TZ") {
      environment.append(EnvironmentVariable("TZ", zone))
    }
    let fixed = Set(environment.map(\.name))
    self.environment =
      environment
      + order.filter { !fixed.contains($0) }.map { EnvironmentVariable($0, values[$0] ?? "") }
  }
}
