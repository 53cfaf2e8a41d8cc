import Foundation
import GonogoRedaction
import Testing

/// A way in which a program may print a secret.
struct OutputForm: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  /// What must not be left of it; nil for a form that is known not to be found.
  let core: String?

  init(_ name: String, _ text: String, leaves core: String?) {
    testDescription = name
    self.text = text
    self.core = core
  }

  static let password = #"b!u/e K@y'5%"w$z&1"#
  static let token = "tok_9fQ2mZ7xLw4VnB8cRtY1"
  static let key =
    "-----BEGIN SAMPLE-----\nQ1w2E3r4T5y6U7i8O9p0AsDfGhJkLzXc\nVbNmQwErTyUiOpLkJhGfDsAzXcVbNm12\n-----END SAMPLE-----"
  static let long = (0..<30).map { "x\($0 * 37 % 89)Q" }.joined()
  static let overlapping = "xyxxyxyxxz"
  static let secrets = [
    Secret(name: "TOKEN", value: token), Secret(name: "PASSWORD", value: password),
    Secret(name: "KEY_FILE", value: key), Secret(name: "LONG_SECRET", value: long),
    Secret(name: "OVER", value: overlapping),
  ]

  private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

  private static func wrapped(_ text: String, _ width: Int) -> String {
    var rest = text[...]
    var lines: [Substring] = []
    while !rest.isEmpty {
      lines.append(rest.prefix(width))
      rest = rest.dropFirst(width)
    }
    return lines.joined(separator: "\n")
  }

  private static func hex(_ text: String, _ separator: String = "") -> String {
    text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: separator)
  }

  private static func escaped(_ text: String, _ escape: (String) -> String) -> String {
    text.map { escape(String($0)) }.joined()
  }

  private static func percent(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  /// Every form, with the piece of it that would give the secret away.
  static let all: [OutputForm] = {
    let json = #"b!u/e K@y'5%\"w$z&1"#
    let middle = String(token.dropFirst(4).prefix(12))
    return [
      OutputForm("plain", token, leaves: middle),
      OutputForm("a password with every sign", password, leaves: "K@y"),
      OutputForm("several lines", key, leaves: "U7i8"),
      OutputForm("one of several lines", "Q1w2E3r4T5y6U7i8O9p0AsDfGhJkLzXc", leaves: "U7i8"),
      OutputForm(
        "several lines with CR LF", key.replacingOccurrences(of: "\n", with: "\r\n"),
        leaves: "U7i8"),
      OutputForm(
        "several lines indented", key.replacingOccurrences(of: "\n", with: "\n    "),
        leaves: "U7i8"),
      OutputForm("base64", base64(token), leaves: String(base64(token).dropFirst(4).prefix(8))),
      OutputForm(
        "base64 with a line end", base64(token + "\n"),
        leaves: String(base64(token).dropFirst(4).prefix(8))),
      OutputForm(
        "base64 one byte behind", base64("a" + token),
        leaves: String(base64("a" + token).dropFirst(8).prefix(8))),
      OutputForm(
        "base64 two bytes behind", base64("ab" + token + ":x"),
        leaves: String(base64("ab" + token).dropFirst(8).prefix(8))),
      OutputForm(
        "base64url",
        base64("??>" + token).replacingOccurrences(of: "/", with: "_")
          .replacingOccurrences(of: "+", with: "-"),
        leaves: String(base64(token).dropFirst(4).prefix(8))),
      OutputForm(
        "base64 wrapped at 76", wrapped(base64(long), 76),
        leaves: String(base64(long).dropFirst(20).prefix(12))),
      OutputForm(
        "base64 of a password", base64(password),
        leaves: String(base64(password).dropFirst(4).prefix(8))),
      OutputForm("JSON", "{\"p\":\"\(json)\"}", leaves: "K@y"),
      OutputForm("JSON in JSON", #""{\"p\":\"b!u/e K@y'5%\\\"w$z&1\"}""#, leaves: "K@y"),
      OutputForm("JSON with escaped slashes", #"{"p":"b!u\/e K@y'5%\"w$z&1"}"#, leaves: "K@y"),
      OutputForm("JSON from Go", #"{"p":"b!u/e K@y'5%\"w$z\u00261"}"#, leaves: "K@y"),
      OutputForm("percent", percent(password), leaves: "K%40y"),
      OutputForm("percent in lower case", "b%21u%2fe%20K%40y%275%25%22w%24z%261", leaves: "K%40y"),
      OutputForm("form", "b%21u%2Fe+K%40y%275%25%22w%24z%261", leaves: "K%40y"),
      OutputForm("HTML", "b!u/e K@y&#x27;5%&quot;w$z&amp;1", leaves: "K@y"),
      OutputForm("printf %q", #"b\!u/e\ K@y\'5%\"w\$z\&1"#, leaves: "K@y"),
      OutputForm("declare -p", #"declare -x P="b!u/e K@y'5%\"w\$z&1""#, leaves: "K@y"),
      OutputForm("set -x", #"+ true 'b!u/e K@y'\''5%"w$z&1'"#, leaves: "K@y"),
      OutputForm("python", #"'b!u/e K@y\'5%"w$z&1'"#, leaves: "K@y"),
      OutputForm(
        "od -c", token.map { "   \($0)" }.joined().replacingOccurrences(of: "Z", with: "Z\n"),
        leaves: "f   Q"),
      OutputForm("hexadecimal", hex(token), leaves: hex(middle)),
      OutputForm(
        "hexadecimal, wrapped", wrapped(hex(long), 60), leaves: String(hex(long).prefix(50))),
      OutputForm("hexadecimal in pairs", hex(token, " "), leaves: hex(middle, " ")),
      OutputForm("each byte in percent", escaped(token) { "%\(hex($0))" }, leaves: "%5a%37"),
      OutputForm("each byte as \\x", escaped(token) { "\\x\(hex($0))" }, leaves: "\\x5a\\x37"),
      OutputForm(
        "each byte as \\u", escaped(token) { "\\u00\(hex($0))" }, leaves: "\\u005a\\u0037"),
      OutputForm(
        "each byte as a reference", escaped(token) { "&#\($0.utf8.first ?? 0);" },
        leaves: "&#90;&#55;"),
      OutputForm("overlapping itself", "xyxxyx" + overlapping, leaves: "xyxxz"),
      OutputForm("spread by blanks", token.map { "\($0)" }.joined(separator: " "), leaves: "f Q 2"),
      OutputForm(
        "a colour in the middle", token.prefix(10) + "\u{1B}[0m" + token.dropFirst(10),
        leaves: middle),
      OutputForm(
        "a C1 control in the middle", token.prefix(10) + "\u{9B}0m" + token.dropFirst(10),
        leaves: middle),
      // What is known not to be found (SECURITY.md).
      OutputForm("reversed", String(token.reversed()), leaves: nil),
      OutputForm("in capitals", token.uppercased(), leaves: nil),
      OutputForm("its beginning", String(token.prefix(8)), leaves: nil),
      OutputForm("every other letter changed", token.map { "\($0)." }.joined(), leaves: nil),
      OutputForm("compressed", base64("\u{1F}\u{8B}compressed"), leaves: nil),
    ]
  }()
}
