/// Splits a shell text into its simple commands: quotes, redirections, here-documents and comments
/// are respected, structure is only followed as far as `ShellCommand` tells of it.
struct ShellCommandReader {
  private let bytes: [UInt8]
  private var position = 0
  private var found: [ShellCommand] = []
  private var current = ShellCommand()
  private var word: [UInt8] = []
  private var isInWord = false
  private var isQuoted = false
  /// Which descriptor the redirection under way belongs to, its target still to come.
  private var redirection: UInt8?
  private var pendingHeredocs: [[UInt8]] = []
  private var expectsHeredocWord = false
  private var depth = 0

  /// Words that may stand before a command without being one.
  private static let openers: Set<String> = [
    "!", "then", "do", "else", "if", "elif", "while", "until", "{",
  ]
  /// Words that end a compound command.
  private static let closers: Set<String> = ["}", "fi", "done", "esac"]

  /// A reader of `text`.
  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// The simple commands of the text.
  func commands() -> [ShellCommand] {
    var reader = self
    reader.read()
    return reader.found
  }

  private mutating func read() {
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case .lineFeed:
        closeCommand()
        position += 1
        skipHeredocs()
      case _ where byte.isBlank:
        closeWord()
        position += 1
      case UInt8(ascii: "#") where !isInWord:
        while position < bytes.count, bytes[position] != .lineFeed { position += 1 }
      case UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"):
        closeCommand()
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")"), depth > 0 { depth -= 1 }
        position += 1
      case UInt8(ascii: "&"):
        readAmpersand()
      case UInt8(ascii: "|"):
        let isOr = next(1) == byte
        closeCommand(isPipedOn: !isOr)
        position += isOr || next(1) == UInt8(ascii: "&") ? 2 : 1
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        readRedirection()
      default:
        isInWord = true
        readWordPart()
      }
    }
    closeCommand()
  }

  private func next(_ offset: Int) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  private mutating func readAmpersand() {
    if next(1) == UInt8(ascii: ">") {
      closeWord()
      redirection = UInt8(ascii: "1")
      position += next(2) == UInt8(ascii: ">") ? 3 : 2
    } else {
      closeCommand()
      position += next(1) == UInt8(ascii: "&") ? 2 : 1
    }
  }

  private mutating func readRedirection() {
    let isInput = bytes[position] == UInt8(ascii: "<")
    if next(1) == UInt8(ascii: "(") {
      isInWord = true
      word.append(bytes[position])
      position += 1
      copyBalanced()
      return
    }
    // Digits that touch the operator are the descriptor, not a word.
    var descriptor = UInt8(ascii: isInput ? "0" : "1")
    if isInWord, !isQuoted, word.count == 1, let digit = word.first, digit.isDigit {
      descriptor = digit
      word = []
      isInWord = false
    }
    closeWord()
    redirection = descriptor
    if isInput, next(1) == UInt8(ascii: "<") {
      if next(2) == UInt8(ascii: "<") {
        position += 3
        return
      }
      expectsHeredocWord = true
      position += next(2) == UInt8(ascii: "-") ? 3 : 2
      return
    }
    position += 1
    if let byte = next(0),
      byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
        || byte == UInt8(ascii: "|")
    {
      position += 1
    }
  }

  private mutating func readWordPart() {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\\"):
      if next(1) == .lineFeed {
        position += 2
        isInWord = isInWord && (!word.isEmpty || isQuoted)
      } else {
        if let escaped = next(1) { word.append(escaped) }
        isQuoted = true
        position += 2
      }
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      isQuoted = true
      position += 1
      while position < bytes.count, bytes[position] != byte {
        word.append(bytes[position])
        position += 1
      }
      position += 1
    case UInt8(ascii: "\""):
      readDoubleQuoted()
    case UInt8(ascii: "$") where next(1) == UInt8(ascii: "(") || next(1) == UInt8(ascii: "{"):
      word.append(byte)
      position += 1
      copyBalanced()
    default:
      word.append(byte)
      position += 1
    }
  }

  private mutating func readDoubleQuoted() {
    isQuoted = true
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\"), let escaped = next(1) {
        // Elsewhere between double quotes a backslash stands for itself: `"%{http_code}\n"`.
        if !"$`\"\\\n".utf8.contains(escaped) { word.append(bytes[position]) }
        if escaped != .lineFeed { word.append(escaped) }
        position += 2
        continue
      }
      if bytes[position] == UInt8(ascii: "$"), next(1) == UInt8(ascii: "(") {
        word.append(bytes[position])
        position += 1
        copyBalanced()
        continue
      }
      word.append(bytes[position])
      position += 1
    }
    position += 1
  }

  /// Copies from an opening parenthesis or brace to its partner, quoted text in it as it is.
  private mutating func copyBalanced() {
    var level = 0
    var quote: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      word.append(byte)
      position += 1
      if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "'"), position < bytes.count {
        word.append(bytes[position])
        position += 1
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "{") {
        level += 1
      } else if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "}") {
        level -= 1
        if level == 0 { return }
      }
    }
  }

  private mutating func closeWord() {
    guard isInWord else { return }
    defer {
      word = []
      isInWord = false
      isQuoted = false
    }
    if expectsHeredocWord {
      pendingHeredocs.append(word)
      expectsHeredocWord = false
      redirection = nil
      return
    }
    if let descriptor = redirection {
      redirection = nil
      // `>&2` and `2>&1` name a descriptor; anything else takes standard output away.
      if descriptor == UInt8(ascii: "1"), word != [UInt8(ascii: "1")] {
        current.isRedirected = true
      }
      return
    }
    add(String(decoding: word, as: UTF8.self))
  }

  private mutating func add(_ text: String) {
    if current.words.isEmpty {
      if !isQuoted, Self.closers.contains(text) {
        if depth > 0 { depth -= 1 }
        return
      }
      if !isQuoted, Self.openers.contains(text) {
        if text != "!" { depth += text == "{" || text == "if" || text == "while" ? 1 : 0 }
        return
      }
      if !isQuoted, text == "time", !current.isTimed, found.last?.isPipedOn != true {
        current.isTimed = true
        return
      }
      if text == "-p", current.isTimed { return }
      if ["sudo", "env", "command"].contains(text) || Self.isAssignment(text) { return }
    }
    current.words.append(text)
  }

  private static func isAssignment(_ text: String) -> Bool {
    guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")), equals > text.startIndex else {
      return false
    }
    return text.utf8[..<equals].allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") }
      && text.utf8.first?.isDigit == false
  }

  private mutating func closeCommand(isPipedOn: Bool = false) {
    closeWord()
    redirection = nil
    current.isPipedOn = isPipedOn
    current.isNested = depth > 0
    if !current.words.isEmpty || current.isTimed { found.append(current) }
    current = ShellCommand()
  }

  /// Passes over the bodies of the here-documents that the line just read announced.
  private mutating func skipHeredocs() {
    for delimiter in pendingHeredocs {
      while position < bytes.count {
        let end = bytes[position...].firstIndex(of: .lineFeed) ?? bytes.count
        let line = bytes[position..<end].drop { $0 == 0x09 }
        position = min(end + 1, bytes.count)
        if line.elementsEqual(delimiter) { break }
      }
    }
    pendingHeredocs = []
  }
}
