internal import GonogoCore

/// Reads tags out of a piece of HTML, from left to right.
struct HTMLScanner {
  /// A tag that opens an element.
  struct Tag {
    /// Lower-case.
    var name: String
    /// True when its attributes say that it is not shown.
    var isHidden: Bool
  }

  /// What the piece ends in the middle of.
  enum Unfinished {
    case comment
    case tag
  }

  enum Token {
    case opening(Tag)
    case closing(String)
    case unfinished(Unfinished)
  }

  /// The element whose content the next bytes are, when it is one that holds no markup.
  var raw: String?
  /// Lines before the last token.
  private(set) var line = 0

  private let bytes: [UInt8]
  private var position = 0
  /// Up to where the lines are counted.
  private var counted = 0

  init(_ html: String) {
    self.bytes = Array(html.utf8)
  }

  /// The next token, or nil at the end.
  mutating func next() -> Token? {
    while position < bytes.count {
      guard bytes[position] == 0x3C else {
        position += 1
        continue
      }
      countLines()
      let start = position + 1
      if let raw {
        if raw != "plaintext", byte(start) == 0x2F, name(at: start + 1) == raw {
          position = start + 1
          _ = endTag()
          return .closing(raw)
        }
        position = start
        continue
      }
      position = start
      switch byte(start) {
      case 0x21?, 0x3F?:
        if let unfinished = skipDeclaration() { return .unfinished(unfinished) }
      case 0x2F?:
        position = start + 1
        guard let name = name(at: position) else { continue }
        return endTag() == nil ? .unfinished(.tag) : .closing(name)
      case let first?:
        guard Self.isLetter(first), let name = name(at: start) else { continue }
        guard let attributes = endTag() else { return .unfinished(.tag) }
        return .opening(Tag(name: name, isHidden: Self.hides(attributes)))
      case nil: continue
      }
    }
    return nil
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func countLines() {
    line += bytes[counted..<position].count { $0 == 0x0A }
    counted = position
  }

  /// A comment, a declaration or a processing instruction; nil when it ends.
  private mutating func skipDeclaration() -> Unfinished? {
    let isComment = bytes[position...].starts(with: Array("!--".utf8))
    let ending = Array((isComment ? "-->" : ">").utf8)
    // `<!-->` is a whole comment.
    position += 1
    while position < bytes.count {
      if bytes[position] == ending[0], bytes[position...].starts(with: ending) {
        position += ending.count
        return nil
      }
      position += 1
    }
    return isComment ? .comment : .tag
  }

  /// The name at `index`, in lower case: a letter and all up to a blank, `/` or `>`.
  private func name(at index: Int) -> String? {
    guard let first = byte(index), Self.isLetter(first) else { return nil }
    let name = bytes[index...].prefix { !Self.isBlank($0) && $0 != 0x2F && $0 != 0x3E }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Goes behind the `>` of the tag at `position`, quoted values respected; what stands between,
  /// or nil when there is none.
  private mutating func endTag() -> ArraySlice<UInt8>? {
    let start = position
    var quote: UInt8?
    var last: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x3E {
        return bytes[start..<position - 1]
      } else if byte == 0x22 || byte == 0x27, last == 0x3D {
        quote = byte
      }
      if !Self.isBlank(byte) { last = byte }
    }
    return nil
  }

  private static func hides(_ attributes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: attributes, as: UTF8.self).lowercased()
    let plain = text.filter { !$0.isWhitespace }
    if plain.holds("display:none") || plain.holds("visibility:hidden") { return true }
    let words = text.split { $0.isWhitespace || $0 == "/" || $0 == "=" }
    return words.dropFirst().contains("hidden")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
