/// A value that must not be seen, with the name that stands for it.
struct Secret: Equatable {
  /// Values shorter than this many bytes are not replaced: they are too much like other text.
  static let shortest = 4

  /// The variable it came from.
  let name: String
  /// The value.
  let value: String

  /// What is secret in a variable: the value of one that is named like a secret, and the passwords
  /// and tokens inside an address or a connection string (security notes in SECURITY.md).
  static func secrets(name: String, value: String) -> [Secret] {
    let inside = passwords(in: value)
    var values: [String] = []
    if !inside.isEmpty {
      values = [value] + inside
    } else if isSecretName(name), !["true", "false"].contains(value.lowercased()) {
      values = [value] + value.split(separator: "\n").map(String.init)
    }
    var seen: Set<String> = []
    return values.filter { !$0.isEmpty && seen.insert($0).inserted }.map {
      Secret(name: name, value: $0)
    }
  }

  /// True when a part of the name says that the value is secret.
  static func isSecretName(_ name: String) -> Bool {
    if name == "PWD" || name == "OLDPWD" { return false }
    let upper = name.uppercased()
    let anywhere = [
      "PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "APIKEY", "API_KEY", "CREDENTIAL",
      "PRIVATE_KEY", "CONNECTION_STRING", "CONNSTR",
    ]
    if anywhere.contains(where: { upper.contains($0) }) { return true }
    let words = upper.split { !$0.isLetter && !$0.isNumber }
    let marks: Set<Substring> = [
      "PASS", "PW", "PWD", "PAT", "KEY", "AUTH", "COOKIE", "SESSION", "DSN", "WEBHOOK", "JWT",
      "BEARER", "PRIVATE", "SIGNING", "SALT",
    ]
    return words.contains { marks.contains($0) }
  }

  /// The passwords in `scheme://user:password@host?password=…` and in `host=… password=…`, as
  /// written and percent-decoded.
  private static func passwords(in value: String) -> [String] {
    var found: [Substring] = []
    if let scheme = value.firstRange(of: "://") {
      let authority = value[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      if let at = authority.lastIndex(of: "@") {
        let user = authority[..<at]
        if let colon = user.firstIndex(of: ":") {
          found.append(user[user.index(after: colon)...])
        }
      }
    }
    let keys = ["password", "passwd", "pwd", "token", "secret", "sslpassword", "apikey", "api_key"]
    for pair in value.split(whereSeparator: { "?&; \t\n".contains($0) }) {
      guard let equals = pair.firstIndex(of: "="), keys.contains(pair[..<equals].lowercased())
      else { continue }
      found.append(unquoted(pair[pair.index(after: equals)...]))
    }
    return found.flatMap { [String($0), decoded($0)] }.filter { !$0.isEmpty }
  }

  private static func unquoted(_ text: Substring) -> Substring {
    guard let first = text.first, first == "'" || first == "\"", text.last == first, text.count > 1
    else { return text }
    return text.dropFirst().dropLast()
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
