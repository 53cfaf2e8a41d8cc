/// What the name of a variable says about its value.
package enum SecretName {
  /// True when a part of the name says that the value is secret.
  package static func isSecret(_ name: String) -> Bool {
    if name == "PWD" || name == "OLDPWD" { return false }
    let upper = name.uppercased()
    let anywhere = [
      "PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "APIKEY", "API_KEY", "CREDENTIAL",
      "PRIVATE_KEY", "CONNECTION_STRING", "CONNSTR",
    ]
    if anywhere.contains(where: { upper.contains($0) }) { return true }
    let marks: Set<Substring> = [
      "PASS", "PW", "PWD", "PAT", "KEY", "AUTH", "COOKIE", "SESSION", "DSN", "WEBHOOK", "JWT",
      "BEARER", "PRIVATE", "SIGNING", "SALT", "CRED", "CREDS",
    ]
    return words(upper).contains { marks.contains($0) }
  }

  /// True when even a number under this name is meant to be kept secret.
  static func isPassword(_ name: String) -> Bool {
    let marks: Set<Substring> = ["PASS", "PW", "PWD", "PASSWD", "PASSWORD", "PGPASSWORD", "SECRET"]
    return words(name.uppercased()).contains { marks.contains($0) || $0.hasSuffix("PASSWORD") }
  }

  private static func words(_ upper: String) -> [Substring] {
    upper.split { !$0.isLetter && !$0.isNumber }
  }
}
