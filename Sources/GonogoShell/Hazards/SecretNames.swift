/// Which names, options and forms stand for secrets.
enum SecretNames {
  /// Programs whose `-pVALUE` is a password.
  static let attachedPassword: Set<String> = ["mysql", "mysqldump", "mysqladmin", "mariadb"]

  /// How known keys begin, how much follows at least, and what they are.
  static let forms: [(prefix: String, length: Int, what: String)] = [
    ("AKIA", 16, "AWS key"), ("ASIA", 16, "AWS key"), ("ghp_", 20, "GitHub token"),
    ("gho_", 20, "GitHub token"), ("ghs_", 20, "GitHub token"), ("github_pat_", 20, "GitHub token"),
    ("glpat-", 15, "GitLab token"), ("xoxb-", 10, "Slack token"), ("xoxp-", 10, "Slack token"),
    ("sk_live_", 10, "key"), ("rk_live_", 10, "key"), ("AIza", 30, "Google key"),
    ("npm_", 30, "npm token"), ("sk-ant-", 15, "key"), ("sk-proj-", 15, "key"),
  ]

  /// What the option `text` of `command` takes, when that is a secret.
  static func option(_ text: String, of command: String, _ subcommand: String?) -> String? {
    switch (command, text) {
    case ("curl", "-u"), ("curl", "--user"), ("curl", "--proxy-user"): return "user:password"
    case ("sshpass", "-p"), ("redis-cli", "-a"), ("mongosh", "-p"), ("mongo", "-p"),
      ("mongodump", "-p"), ("ldapsearch", "-w"):
      return "password"
    case ("docker", "-p"), ("podman", "-p"), ("az", "-p"), ("helm", "-p"):
      return subcommand == "login" ? "password" : nil
    default:
      guard text.hasPrefix("--"), !text.contains("=") else { return nil }
      return meaning(text[...])
    }
  }

  /// What a header of that name holds, when that is a secret.
  static func header(_ name: Substring) -> String? {
    switch name.lowercased() {
    case "x-api-key", "api-key", "apikey", "x-auth-token", "x-vault-token", "private-token": "key"
    default: nil
    }
  }

  /// What a variable, an option or a member of that name holds, when that is a secret.
  static func meaning(_ name: Substring) -> String? {
    let words = name.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    guard let last = words.last else { return nil }
    switch last {
    case "password", "passwd", "passphrase", "pgpassword", "userpassword": return "password"
    case "pass": return words.count > 1 ? "password" : nil
    case "pwd": return words.first == "mysql" ? "password" : nil
    case "token": return "token"
    case "secret": return "secret"
    case "apikey", "secretkey", "accesskey": return "key"
    case "key":
      let kind = words.dropLast().last ?? ""
      return ["api", "secret", "access", "private", "encryption", "signing", "auth"].contains(kind)
        ? "key" : nil
    default: return nil
    }
  }

  private static let fillers = [
    "your", "example", "changeme", "change-me", "change_me", "placeholder", "replace", "dummy",
    "xxx", "***", "...", "…", "redacted", "todo", "insert", "enter-", "my-secret", "my_secret",
    "secret-here", "-here", "_here", "the-password", "sample",
  ]
  private static let plainWords: Set<String> = [
    "password", "passwd", "pass", "secret", "token", "key", "true", "false", "yes", "no", "none",
    "null", "user", "username", "postgres", "root", "admin", "test", "string", "required", "stdin",
  ]

  /// True for what only stands where a secret will: a variable, a file, a made-up word.
  static func isPlaceholder(_ value: String) -> Bool {
    let lower = value.lowercased()
    if value.count < 3 || plainWords.contains(lower) { return true }
    if value.contains(where: { "$`<>{}[]()*".contains($0) || $0.isWhitespace }) { return true }
    if value.hasPrefix("/") || value.hasPrefix("./") || value.hasPrefix("~") || value.hasPrefix("@")
      || value.hasPrefix("-")
    {
      return true
    }
    if fillers.contains(where: lower.contains) { return true }
    // `DB_PASSWORD`: the name of what is to stand here.
    return value.allSatisfy { $0.isUppercase || $0 == "_" }
      || (value.allSatisfy { $0.isLowercase || $0 == "-" || $0 == "_" }
        && meaning(value[...]) != nil)
  }
}
