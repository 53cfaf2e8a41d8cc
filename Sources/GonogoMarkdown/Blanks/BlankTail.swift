internal import GonogoCore

/// What belongs to a blank behind it: its unit, what it is counted out of, its hint.
struct BlankTail {
  /// The unit, or nil.
  private(set) var unit: Unit?
  /// What stands in parentheses, or nil.
  private(set) var hint: String?
  /// Where all that ends.
  private(set) var end: Int

  private static let reach = 40

  /// Reads what follows a blank that ends at `start`.
  init(after start: Int, before limit: Int, in document: Document) {
    let bytes = document.bytes
    end = start
    let stop = min(limit, start + 120)
    let line = bytes[start..<stop].firstIndex { BlankScanner.isLineEnd($0) } ?? stop
    var position = Self.afterBlanks(start, line, bytes)
    if position < line, bytes[position] == 0x2F {
      let digits = Self.afterBlanks(position + 1, line, bytes)
      var next = digits
      while next < line, (0x30...0x39).contains(bytes[next]) { next += 1 }
      if next > digits {
        end = next
        position = Self.afterBlanks(next, line, bytes)
      }
    }
    if position < line, bytes[position] == 0x25 {
      unit = .percent
      end = position + 1
    } else {
      let text = document.text(position..<min(line, position + Self.reach))
      let word = text.prefix { $0.isLetter || $0 == "µ" }
      if let named = Unit.named(word) {
        unit = named
        end = position + word.utf8.count
      }
    }
    readHint(before: line, in: document)
  }

  /// `(Target: < 1800 s)`, unless there is something to fill in it.
  private mutating func readHint(before line: Int, in document: Document) {
    let bytes = document.bytes
    let open = Self.afterBlanks(end, line, bytes)
    guard open < line, bytes[open] == 0x28,
      let close = bytes[open..<line].firstIndex(of: 0x29)
    else { return }
    let inner = open + 1..<close
    guard !inner.isEmpty, !bytes[inner].contains(0x5F), !bytes[inner].contains(0x5B) else { return }
    hint = PlainPiece.text(inner, of: document)
    end = close + 1
  }

  private static func afterBlanks(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
    var position = start
    while position < end, bytes[position] == 0x20 || bytes[position] == 0x2A { position += 1 }
    return position
  }
}
