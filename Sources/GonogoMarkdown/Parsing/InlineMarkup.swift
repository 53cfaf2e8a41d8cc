/// The parts of a piece of prose whose bytes are not its words: code spans, tags, comments, link
/// targets and escaped bytes.
///
/// Follows CommonMark's inline rules as far as they decide what a reader sees. Asked from left to
/// right, it looks at every byte a bounded number of times.
struct InlineMarkup {
  private let bytes: [UInt8]
  private let end: Int
  private var openBrackets = 0
  /// For each width of a backtick run: where the last one begins.
  private var lastBackticks: [Int: Int]?
  /// Endings that do not occur any more.
  private var missing: Set<[UInt8]> = []

  /// The markup of `prose`, a range of `bytes`.
  init(_ prose: Range<Int>, of bytes: [UInt8]) {
    self.bytes = bytes
    self.end = prose.upperBound
  }

  /// The end of the markup that begins at `position`, or nil when the byte there is a word's.
  mutating func end(at position: Int) -> Int? {
    switch bytes[position] {
    case 0x5C: return endOfEscape(at: position)
    case 0x60: return endOfCode(at: position)
    case 0x3C: return endOfTag(at: position)
    case 0x5B:
      openBrackets += 1
      return nil
    case 0x5D where openBrackets > 0:
      openBrackets -= 1
      return byte(position + 1) == 0x28 ? endOfTarget(at: position + 2) : nil
    default: return nil
    }
  }

  private func byte(_ position: Int) -> UInt8? { position < end ? bytes[position] : nil }

  /// Underscores that begin with an escaped one are meant to be seen.
  private func endOfEscape(at position: Int) -> Int {
    var next = min(position + 2, end)
    if bytes[next - 1] == 0x5F { while byte(next) == 0x5F { next += 1 } }
    // A line end is never escaped.
    return byte(position + 1) == 0x0A || byte(position + 1) == 0x0D ? position + 1 : next
  }

  // MARK: Code

  private mutating func endOfCode(at position: Int) -> Int {
    var open = position
    while byte(open) == 0x60 { open += 1 }
    let width = open - position
    let last = lastBackticks ?? Self.lastRuns(in: bytes[position..<end])
    lastBackticks = last
    guard let closing = last[width], closing >= open else { return open }
    var index = open
    while index <= closing {
      let start = index
      while byte(index) == 0x60 { index += 1 }
      if index - start == width { return index }
      if index == start { index += 1 }
    }
    return open
  }

  private static func lastRuns(in bytes: ArraySlice<UInt8>) -> [Int: Int] {
    var last: [Int: Int] = [:]
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let start = index
      while index < bytes.endIndex, bytes[index] == 0x60 { index += 1 }
      if index > start { last[index - start] = start } else { index += 1 }
    }
    return last
  }

  // MARK: Tags

  private mutating func endOfTag(at position: Int) -> Int? {
    guard let next = byte(position + 1) else { return nil }
    switch next {
    case 0x21:
      let rest = bytes[position + 2..<end]
      if rest.starts(with: Array("--".utf8)) { return find("-->", from: position + 2) }
      if rest.starts(with: Array("[CDATA[".utf8)) { return find("]]>", from: position + 9) }
      return rest.first.map(Self.isLetter) == true ? find(">", from: position + 2) : nil
    case 0x3F: return find("?>", from: position + 2)
    case 0x2F:
      guard let name = endOfName(at: position + 2) else { return nil }
      let close = afterBlanks(name)
      return byte(close) == 0x3E ? close + 1 : nil
    default:
      return endOfOpeningTag(at: position + 1) ?? endOfAutolink(at: position + 1)
    }
  }

  private mutating func find(_ text: String, from start: Int) -> Int? {
    let ending = Array(text.utf8)
    if missing.contains(ending) { return nil }
    var index = start
    while index + ending.count <= end {
      if bytes[index] == ending[0], bytes[index..<end].starts(with: ending) {
        return index + ending.count
      }
      index += 1
    }
    missing.insert(ending)
    return nil
  }

  private func endOfName(at position: Int) -> Int? {
    guard let first = byte(position), Self.isLetter(first) else { return nil }
    var index = position
    while let next = byte(index), Self.isLetter(next) || Self.isDigit(next) || next == 0x2D {
      index += 1
    }
    return index
  }

  private func endOfOpeningTag(at position: Int) -> Int? {
    guard var index = endOfName(at: position) else { return nil }
    while true {
      let next = afterBlanks(index)
      if byte(next) == 0x3E { return next + 1 }
      if byte(next) == 0x2F { return byte(next + 1) == 0x3E ? next + 2 : nil }
      guard next > index, let after = endOfAttribute(at: next) else { return nil }
      index = after
    }
  }

  private func endOfAttribute(at position: Int) -> Int? {
    var index = position
    while let next = byte(index), Self.isAttributeByte(next) { index += 1 }
    guard index > position, !Self.isDigit(bytes[position]) else { return nil }
    let equals = afterBlanks(index)
    guard byte(equals) == 0x3D else { return index }
    index = afterBlanks(equals + 1)
    guard let first = byte(index) else { return nil }
    if first == 0x22 || first == 0x27 {
      index += 1
      while let next = byte(index), next != first { index += 1 }
      return index < end ? index + 1 : nil
    }
    let start = index
    while let next = byte(index), !Self.isBlank(next), !#""'=<>`"#.utf8.contains(next) {
      index += 1
    }
    return index > start ? index : nil
  }

  private func endOfAutolink(at position: Int) -> Int? {
    guard let name = byte(position), Self.isLetter(name) else { return nil }
    var hasScheme = false
    var index = position
    while let next = byte(index), !Self.isBlank(next), next != 0x3C {
      if next == 0x3A { hasScheme = true }
      if next == 0x3E { return hasScheme ? index + 1 : nil }
      index += 1
    }
    return nil
  }

  // MARK: Link targets

  /// The end of `target "title")`, or nil when that is not what stands at `position`.
  private func endOfTarget(at position: Int) -> Int? {
    var index = afterBlanks(position)
    if byte(index) == 0x3C {
      while let next = byte(index), next != 0x3E, next != 0x0A, next != 0x0D { index += 1 }
      guard byte(index) == 0x3E else { return nil }
      index += 1
    } else {
      var depth = 0
      while let next = byte(index), !Self.isBlank(next) {
        if next == 0x28 { depth += 1 }
        if next == 0x29 { depth -= 1 }
        // CommonMark's own bound; without it the search would be quadratic.
        if depth < 0 || depth > 32 { break }
        index += next == 0x5C && index + 1 < end ? 2 : 1
      }
    }
    let close = afterBlanks(index)
    if byte(close) == 0x29 { return close + 1 }
    guard close > index, let after = endOfTitle(at: close) else { return nil }
    let last = afterBlanks(after)
    return byte(last) == 0x29 ? last + 1 : nil
  }

  private func endOfTitle(at position: Int) -> Int? {
    guard let mark = byte(position), #""'("#.utf8.contains(mark) else { return nil }
    let closing = mark == 0x28 ? 0x29 : mark
    var index = position + 1
    while let next = byte(index), next != closing {
      if next == 0x28, mark == 0x28 { return nil }
      index += next == 0x5C ? 2 : 1
    }
    return index < end ? index + 1 : nil
  }

  // MARK: Bytes

  private func afterBlanks(_ position: Int) -> Int {
    var index = position
    while let next = byte(index), Self.isBlank(next) { index += 1 }
    return index
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isAttributeByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || "_:.-".utf8.contains(byte)
  }
}
