/// Tells for every byte of a block what it stands in. Unlike the parser it steps over `<your name>`
/// as if it were a word, so that the block can be read before anything is put in.
struct RegionReader {
  private enum Context { case code, parenthesis, backquote, double }

  private let bytes: [UInt8]
  private(set) var regions: [TextRegion]
  /// Where `<…>` stands among bare words.
  private(set) var angles: [Range<Int>] = []
  private var contexts: [Context] = [.code]
  private var heredocs: [(delimiter: [UInt8], region: TextRegion, dropsTabs: Bool)] = []
  private var position = 0

  /// Reads a block of shell.
  init(shell bytes: [UInt8]) {
    self.bytes = bytes
    regions = [TextRegion](repeating: .bare, count: bytes.count)
    while position < bytes.count { step() }
  }

  /// Reads a block of SQL.
  init(sql bytes: [UInt8]) {
    self.bytes = bytes
    regions = [TextRegion](repeating: .bare, count: bytes.count)
    while position < bytes.count {
      let byte = bytes[position]
      if byte == ShellByte.singleQuote || byte == ShellByte.doubleQuote {
        quoted(until: byte, byte == ShellByte.singleQuote ? .single : .double)
      } else if byte == ShellByte.minus, peek(1) == ShellByte.minus {
        mark(.comment, to: lineEnd(from: position))
      } else if byte == 0x2F, peek(1) == 0x2A {
        mark(.comment, to: end(of: [0x2A, 0x2F], from: position + 2))
      } else if byte == ShellByte.dollar, peek(1) == ShellByte.dollar {
        mark(.literal, to: end(of: [ShellByte.dollar, ShellByte.dollar], from: position + 2))
      } else {
        position += 1
      }
    }
  }

  /// Behind the next place of `sign`, or the end.
  private func end(of sign: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == sign[0], bytes[index + 1] == sign[1] { return index + 2 }
      index += 1
    }
    return bytes.count
  }

  private var context: Context { contexts[contexts.count - 1] }

  private func peek(_ ahead: Int) -> UInt8 {
    position + ahead < bytes.count ? bytes[position + ahead] : 0
  }

  private func lineEnd(from start: Int) -> Int {
    bytes[start...].firstIndex(of: ShellByte.newline) ?? bytes.count
  }

  private mutating func mark(_ region: TextRegion, to end: Int) {
    for index in position..<min(end, bytes.count) { regions[index] = region }
    position = max(position + 1, end)
  }

  private mutating func step() {
    let byte = bytes[position]
    let inDouble = context == .double
    if inDouble { regions[position] = .double }
    switch byte {
    case ShellByte.backslash:
      if inDouble, position + 1 < bytes.count { regions[position + 1] = .double }
      position += 2
    case ShellByte.dollar: dollar()
    case ShellByte.backquote:
      if context == .backquote { leave() } else { contexts.append(.backquote) }
      position += 1
    case ShellByte.doubleQuote:
      if inDouble { leave() } else { contexts.append(.double) }
      regions[position] = .double
      position += 1
    case _ where inDouble: position += 1
    case ShellByte.singleQuote: quoted(until: byte, .single)
    case ShellByte.open:
      contexts.append(.parenthesis)
      position += 1
    case ShellByte.close:
      if context == .parenthesis { leave() }
      position += 1
    case ShellByte.hash where isWordStart: mark(.comment, to: lineEnd(from: position))
    case ShellByte.less: less()
    case ShellByte.newline:
      position += 1
      if !heredocs.isEmpty { readHeredocs() }
    default: position += 1
    }
  }

  private var isWordStart: Bool { position == 0 || ShellByte.isMeta(bytes[position - 1]) }

  private mutating func leave() { if contexts.count > 1 { contexts.removeLast() } }

  private mutating func quoted(until quote: UInt8, _ region: TextRegion) {
    let end = bytes[(position + 1)...].firstIndex(of: quote) ?? bytes.count - 1
    mark(region, to: end + 1)
  }

  private mutating func dollar() {
    let next = peek(1)
    if next == ShellByte.open {
      contexts.append(.parenthesis)
      position += 2
    } else if next == ShellByte.openBrace {
      var depth = 0
      var end = position + 1
      while end < bytes.count {
        if bytes[end] == ShellByte.openBrace { depth += 1 }
        if bytes[end] == ShellByte.closeBrace {
          depth -= 1
          if depth == 0 { break }
        }
        if bytes[end] == ShellByte.newline { break }
        end += 1
      }
      mark(.expansion, to: end + 1)
    } else if ShellByte.isNameStart(next) {
      let end = bytes[(position + 1)...].firstIndex { !ShellByte.isName($0) } ?? bytes.count
      mark(.expansion, to: end)
    } else {
      position += 1
    }
  }

  private mutating func less() {
    if peek(1) == ShellByte.less {
      if peek(2) == ShellByte.less { position += 3 } else { openHeredoc() }
    } else if let end = PlaceholderFinder.angle(in: bytes, at: position) {
      angles.append(position..<end)
      position = end
    } else {
      position += 1
    }
  }

  private mutating func openHeredoc() {
    var index = position + 2
    let dropsTabs = index < bytes.count && bytes[index] == ShellByte.minus
    if dropsTabs { index += 1 }
    while index < bytes.count, ShellByte.isBlank(bytes[index]) { index += 1 }
    var delimiter: [UInt8] = []
    var isQuoted = false
    while index < bytes.count, !ShellByte.isMeta(bytes[index]) {
      let byte = bytes[index]
      if [ShellByte.singleQuote, ShellByte.doubleQuote, ShellByte.backslash].contains(byte) {
        isQuoted = true
      } else {
        delimiter.append(byte)
      }
      index += 1
    }
    position = max(index, position + 2)
    if !delimiter.isEmpty {
      heredocs.append((delimiter, isQuoted ? .literal : .heredoc, dropsTabs))
    }
  }

  private mutating func readHeredocs() {
    for heredoc in heredocs {
      while position < bytes.count {
        let end = lineEnd(from: position)
        var line = bytes[position..<end]
        if heredoc.dropsTabs { line = line.drop { $0 == ShellByte.tab } }
        if line.last == ShellByte.carriageReturn { line.removeLast() }
        let isLast = line.elementsEqual(heredoc.delimiter)
        for index in position..<end { regions[index] = heredoc.region }
        position = min(end + 1, bytes.count)
        if isLast { break }
      }
    }
    heredocs = []
  }
}
