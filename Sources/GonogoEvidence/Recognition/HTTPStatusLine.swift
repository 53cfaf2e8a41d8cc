/// The first line of an HTTP response.
enum HTTPStatusLine {
  /// The status in `HTTP/1.1 200 OK` or `HTTP/2 200`, or nil for any other line.
  static func status(_ line: some StringProtocol) -> Int? {
    guard let rest = line.dropping(prefix: "HTTP/") else { return nil }
    let fields = rest.split(separator: " ", maxSplits: 2)
    guard fields.count >= 2, ["1.0", "1.1", "2", "2.0", "3"].contains(String(fields[0])) else {
      return nil
    }
    return code(fields[1])
  }

  /// What curl wrote for a status: a code, or 0 for `000`, its word for no answer, which is not the
  /// status that anybody expects.
  static func written(_ text: some StringProtocol) -> Int? {
    text == "000" ? 0 : code(text)
  }

  /// A status code, 100 to 599.
  static func code(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 3, let code = text.smallCount, (100...599).contains(code) else {
      return nil
    }
    return code
  }
}
