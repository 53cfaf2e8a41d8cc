/// What is secret inside an address (`scheme://user:password@host?token=…`) or a connection string
/// (`host=… password=…`).
struct AddressSecrets {
  /// The secret parts, as written and percent-decoded.
  let texts: [String]
  /// True when it is an address at all.
  let isAddress: Bool

  private static let keys: Set<String> = [
    "password", "passwd", "pwd", "token", "access_token", "secret", "client_secret", "sslpassword",
    "apikey", "api_key", "sig", "signature",
  ]

  /// Reads `value`.
  init(_ value: String) {
    var found: [Substring] = []
    var isAddress = false
    if let scheme = value.firstRange(of: "://"),
      value[..<scheme.lowerBound].allSatisfy({ $0.isLetter || $0.isNumber || "+.-".contains($0) }),
      scheme.lowerBound > value.startIndex
    {
      isAddress = !value.contains(where: \.isWhitespace)
      let authority = Self.authority(of: value[scheme.upperBound...])
      if let at = authority.lastIndex(of: "@") {
        found += Self.userParts(authority[..<at], scheme: value[..<scheme.lowerBound].lowercased())
      }
    }
    for pair in value.split(whereSeparator: { "?&; \t\n".contains($0) }) {
      guard let equals = pair.firstIndex(of: "="), Self.keys.contains(pair[..<equals].lowercased())
      else { continue }
      found.append(Self.unquoted(pair[pair.index(after: equals)...]))
    }
    self.isAddress = isAddress
    texts = found.flatMap { [String($0), Self.decoded($0)] }.filter { !$0.isEmpty }
  }

  /// What stands before the path. As for libpq `?` and `#` belong to a password that they stand in.
  private static func authority(of rest: Substring) -> Substring {
    let plain = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if plain.contains("@") || !plain.contains(":") { return plain }
    return rest.prefix { $0 != "/" && !$0.isWhitespace }
  }

  /// The password, and user and password together; for the web also a user without a password,
  /// which is a token then.
  private static func userParts(_ user: Substring, scheme: String) -> [Substring] {
    if let colon = user.firstIndex(of: ":") {
      let password = user[user.index(after: colon)...]
      return password.isEmpty ? [] : [user, password]
    }
    let isWeb = ["http", "https", "git+https"].contains(scheme)
    return isWeb && user.utf8.count >= 16 ? [user] : []
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
