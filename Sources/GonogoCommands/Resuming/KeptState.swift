internal import GonogoCore
internal import GonogoSandbox
internal import GonogoShell

/// What of a shell's state may be kept on the disk: all but secrets, what the environment gives again
/// anyway, and what bash sets by itself.
struct KeptState: Equatable {
  /// The commands that restore it; nil when it cannot be kept at all.
  let text: String?
  /// What was left out because it is, or holds, a secret: names of variables, functions, aliases.
  let leftOut: [String]

  /// Larger states are not kept.
  private static let largest = 1 << 20

  private static let ownOfBash: Set<String> = [
    "_", "BASHOPTS", "BASHPID", "COMP_WORDBREAKS", "DIRSTACK", "EPOCHREALTIME", "EPOCHSECONDS",
    "EUID", "FUNCNAME", "GROUPS", "HISTCMD", "HOSTTYPE", "IFS", "LINENO", "MACHTYPE", "OPTERR",
    "OSTYPE", "PIPESTATUS", "PPID", "PS4", "RANDOM", "SECONDS", "SHELLOPTS", "SHLVL", "SRANDOM",
    "UID",
  ]

  /// What may be kept of `state`, in the shells that are given `environment`.
  init(
    _ state: ShellState, environment: [EnvironmentVariable], isSecret: (String) -> Bool,
    holdsSecret: (String) -> Bool
  ) {
    guard state.bytes.count <= Self.largest else {
      text = nil
      leftOut = []
      return
    }
    let given = Dictionary(
      environment.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    var kept: [String] = []
    var leftOut: [String] = []
    var isWhole = true
    for statement in StatementSplitter.split(state.bytes) {
      let text = String(decoding: state.bytes[statement.range], as: UTF8.self)
      if let (name, value) = BashWord.declaration(text) {
        if Self.ownOfBash.contains(name) || name.hasPrefix("BASH_") || name.hasPrefix("__gonogo") {
          continue
        }
        if let value, value == given[name] { continue }
        let hasValue = value.map { !$0.isEmpty } ?? true
        let hides =
          (hasValue && isSecret(name)) || holdsSecret(value ?? "") || holdsSecret(text)
        if hides { leftOut.append(name) } else { kept.append(text) }
      } else if holdsSecret(text) {
        if text.hasPrefix("builtin ") {
          isWhole = false
        } else {
          leftOut.append(String(text.prefix { !$0.isWhitespace && $0 != "(" }))
        }
      } else {
        kept.append(text)
      }
    }
    self.leftOut = leftOut
    text = isWhole ? kept.map { $0 + "\n" }.joined() : nil
  }
}
