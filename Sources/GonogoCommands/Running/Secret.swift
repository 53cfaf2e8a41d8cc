/// A value that must not be seen, with the name that stands for it.
struct Secret: Equatable {
  /// Values shorter than this many bytes are not replaced: they are too much like other text.
  static let shortest = 4

  /// The variable it came from.
  let name: String
  /// The value.
  let value: String

  /// What is secret in a variable: the value of one that is named like a secret, and the password
  /// in an address (security notes in SECURITY.md).
  static func secrets(name: String, value: String) -> [Secret] {
    var values: [String] = []
    if let password = password(in: value) {
      values = [value, password.raw, password.decoded]
    } else if isSecretName(name), !isHarmless(value) {
      values = [value] + value.split(separator: "\n").map(String.init)
    }
    var seen: Set<String> = []
    return values.filter { !$0.isEmpty && seen.insert($0).inserted }.map {
      Secret(name: name, value: $0)
    }
  }

  /// True when a part of the name says that the value is secret.
  static func isSecretName(_ name: String) -> Bool {
    let words = name.uppercased().split(separator: "_")
    let marks: Set<Substring> = [
      "PASS", "PASSWD", "PASSWORD", "PGPASSWORD", "SECRET", "SECRETS", "TOKEN", "KEY", "APIKEY",
      "CREDENTIAL", "CREDENTIALS", "AUTH", "COOKIE", "SESSION", "DSN", "WEBHOOK", "PWD",
    ]
    if name == "PWD" || name == "OLDPWD" { return false }
    return words.contains { marks.contains($0) } || name.uppercased().contains("CONNECTION_STRING")
  }

  private static func isHarmless(_ value: String) -> Bool {
    ["true", "false"].contains(value.lowercased()) || Double(value) != nil
  }

  /// The password of `scheme://user:password@host`, as written and percent-decoded.
  private static func password(in value: String) -> (raw: String, decoded: String)? {
    guard let scheme = value.range(of: "://") else { return nil }
    let rest = value[scheme.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let at = authority.lastIndex(of: "@") else { return nil }
    let user = authority[..<at]
    guard let colon = user.firstIndex(of: ":") else { return nil }
    let raw = user[user.index(after: colon)...]
    return raw.isEmpty ? nil : (String(raw), decoded(raw))
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

extension String {
  /// The first place where `needle` stands.
  fileprivate func range(of needle: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(needle) {
        return start..<index(start, offsetBy: needle.count)
      }
      start = index(after: start)
    }
    return nil
  }
}
