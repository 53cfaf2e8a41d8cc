/// The parts of a connection string that no message may show.
struct Secrets: Sendable {
  private let texts: [String]

  /// The secrets of `address`: itself, `values` (as libpq decoded them) and the password in its
  /// raw spelling.
  init(address: String, values: [String]) {
    var texts = [address] + values
    if let scheme = address.firstRange(of: "://") {
      let authority = address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
      if let at = authority.lastIndex(of: "@") {
        let user = authority[..<at]
        if let colon = user.firstIndex(of: ":") {
          texts.append(String(user[user.index(after: colon)...]))
        }
      }
    }
    // Longest first: a secret that holds another is replaced whole.
    self.texts = texts.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  /// `message` without them, its lines put together into one.
  func stripped(from message: String) -> String {
    var result = message
    for text in texts { result = result.replacing(text, with: "***") }
    let lines = result.split(whereSeparator: \.isNewline).map { line in
      line.drop(while: \.isWhitespace)
    }
    return lines.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
