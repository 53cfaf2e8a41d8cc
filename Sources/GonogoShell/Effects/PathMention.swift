/// A path of a folder that a sandbox may show otherwise than it is, wherever a command's text mentions
/// it: in a variable's value, a test, the list of a loop, the body of a function.
struct PathMention: Sendable, Hashable {
  /// The path, `~` for the home.
  let path: String
  /// The variable that is given it, or nil.
  let variable: String?

  private static let roots = [
    "~", "$HOME", "${HOME}", "${HOME%/}", "$TMPDIR", "${TMPDIR", "/tmp", "/var/tmp", "/run",
    "/var/run",
    "/var/lock", "/home", "/root", "$(mktemp", "`mktemp",
  ]

  /// All that `text` mentions.
  static func all(in text: [UInt8]) -> [PathMention] {
    guard text.contains(where: { $0 == 0x7E || $0 == 0x24 || $0 == 0x2F || $0 == 0x60 }) else {
      return []
    }
    var found: [PathMention] = []
    var position = 0
    while position < text.count {
      let byte = text[position]
      guard byte == 0x7E || byte == 0x24 || byte == 0x2F || byte == 0x60,
        position == 0 || isBoundary(text[position - 1]),
        let root = roots.first(where: { text[position...].starts(with: $0.utf8) })
      else {
        position += 1
        continue
      }
      let behind = position + root.utf8.count
      let end = text[behind...].firstIndex(where: isEnd) ?? text.count
      defer { position = max(end, behind) }
      // `[[ $x =~ ^a ]]` matches, and `/running` is another folder.
      if byte == 0x7E, position > 0, text[position - 1] == 0x3D, behind == end { continue }
      let rest = String(decoding: text[behind..<end], as: UTF8.self)
      guard root.hasSuffix("mktemp") || rest.isEmpty || rest.first == "/" else { continue }
      guard let path = path(root, rest) else { continue }
      found.append(PathMention(path: path, variable: variable(before: position, in: text)))
    }
    return found
  }

  private static func path(_ root: String, _ rest: String) -> String? {
    switch root {
    case "~", "$HOME", "${HOME}", "${HOME%/}": LookedAt.path("~" + rest, home: false)
    case "$TMPDIR", "${TMPDIR": LookedAt.path("/tmp" + rest, home: false)
    case "$(mktemp", "`mktemp": "/tmp/mktemp"
    default: LookedAt.path(root + rest, home: false)
    }
  }

  /// The name in `NAME=` or `NAME="` right before byte `position`.
  private static func variable(before position: Int, in text: [UInt8]) -> String? {
    var end = position
    while end > 0, [0x22, 0x27, 0x2D, 0x3A].contains(text[end - 1]) { end -= 1 }
    // `NAME="${OTHER:-/tmp}"` is given it, too.
    if end < position, end > 0, text[end - 1] != 0x3D {
      var open = end
      while open > 0, ShellByte.isName(text[open - 1]) { open -= 1 }
      guard open > 1, text[open - 1] == 0x7B, text[open - 2] == 0x24 else { return nil }
      end = open - 2
      while end > 0, text[end - 1] == 0x22 { end -= 1 }
    }
    guard end > 1, text[end - 1] == 0x3D else { return nil }
    var start = end - 1
    while start > 0, ShellByte.isName(text[start - 1]) { start -= 1 }
    guard start < end - 1 else { return nil }
    return String(decoding: text[start..<end - 1], as: UTF8.self)
  }

  /// What may stand before a path: blanks, quotes, `=`, `(`, `@`, `<`, `>`, `-`, `{`, `,`, `;`, `&`, `|`, `!`.
  private static func isBoundary(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "\"'=(@<>-{,;&|!`".utf8.contains(byte)
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "\"';|&<>()`,:}]".utf8.contains(byte)
  }
}
