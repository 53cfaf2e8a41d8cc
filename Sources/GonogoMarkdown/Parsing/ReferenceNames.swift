internal import GonogoCore

/// The names that a document defines for links: `[name]: target`. In brackets they are links.
struct ReferenceNames {
  private var names: Set<String> = []

  /// Finds every definition; one in a code block counts too, which leaves a blank out at worst.
  init(_ document: Document) {
    let bytes = document.bytes
    for start in document.lines.starts {
      var position = start
      while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x3E {
        position += 1
      }
      guard position < bytes.count, bytes[position] == 0x5B else { continue }
      let reach = min(bytes.count, position + 200)
      guard let close = bytes[position..<reach].firstIndex(of: 0x5D), close + 1 < bytes.count,
        bytes[close + 1] == 0x3A
      else { continue }
      names.insert(Self.key(document.text(position + 1..<close)))
    }
  }

  /// True when `name` in brackets is a link.
  func contains(_ name: String) -> Bool { names.contains(Self.key(name)) }

  private static func key(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
