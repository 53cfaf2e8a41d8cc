import GonogoCore

/// Reads `key: value` and `key=value` lines when nothing else stands at the left margin: one line
/// that is not of the kind, and the output is a log, a trace or prose and is left alone.
struct KeyValueRecognizer: Recognizer {
  let name = "key-value"
  var standing: RecognizerStanding { .generic }

  private enum Mark: Equatable { case colon, equals }

  /// Words that open messages; what follows them is a sentence, not a value.
  private static let messageWords: Set<Substring> = [
    "error", "err", "warning", "warn", "info", "debug", "trace", "fatal", "panic", "notice", "note",
    "hint", "tip", "exception", "usage", "caution", "important", "critical", "failed", "failure",
    "todo", "example", "done", "step",
  ]

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated else { return [] }
    var captures: [Capture] = []
    var mark: Mark?
    var previousIsParent = false
    for line in output.lines where !line.isBlank && !line.hasPrefix("# ") {
      if line.hasPrefix(" ") || line.hasPrefix("\t") {
        // Indented lines belong to a key without a value of its own, and to nothing else.
        guard previousIsParent else { return [] }
        continue
      }
      guard let pair = pair(line), mark == nil || mark == pair.mark else { return [] }
      mark = pair.mark
      previousIsParent = pair.value.isEmpty
      if !pair.value.isEmpty { captures.append(capture(pair.key, pair.value)) }
    }
    // One sentence with a colon in it is prose; one number with its name is not.
    let isProse =
      captures.count == 1 && captures[0].quantity == nil && mark == .colon
      && captures[0].text.fields.count > 3
    return isProse ? [] : captures
  }

  private func capture(_ key: Substring, _ text: Substring) -> Capture {
    let name = String(key)
    var value = CaptureValue.text(String(text))
    if let quantity = QuantityReader.read(text) {
      let unit = quantity.unit == .none ? NameUnit.unit(of: key) ?? .none : quantity.unit
      value = .quantity(Quantity(quantity.value, unit))
    } else if text.utf8.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") {
      value = .text(String(text.dropFirst().dropLast()))
    }
    return Capture(name: name, value: value, text: String(text), recognizer: self.name)
  }

  private func pair(_ line: Substring) -> (key: Substring, value: Substring, mark: Mark)? {
    let bytes = line.utf8
    guard bytes.count <= 400,
      let at = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") })
    else { return nil }
    let mark: Mark = bytes[at] == UInt8(ascii: ":") ? .colon : .equals
    let after = line[bytes.index(after: at)...]
    let value = after.trimmed
    if mark == .colon {
      guard after.isEmpty || after.utf8.first?.isBlank == true else { return nil }
      guard let key = Self.title(line[..<at]), !Self.holdsPair(value) else { return nil }
      return (key, value, mark)
    }
    let key = line[..<at].trimmed
    guard Self.isIdentifier(key), !value.hasPrefix("="), !Self.holdsPair(value) else { return nil }
    return (key, value, mark)
  }

  /// A key before a colon: one to five words of letters, digits, `_ - . / %` and `(s)`, the first of
  /// them a letter, none of them one that opens a message.
  private static func title(_ key: Substring) -> Substring? {
    let key = key.trimmed
    guard key.utf8.count <= 48, let first = key.utf8.first, first.isLetter || first >= 0x80 else {
      return nil
    }
    let allowed = Set("_-./%()".utf8)
    guard
      key.utf8.allSatisfy({
        $0.isLetter || $0.isDigit || $0.isBlank || $0 >= 0x80
          || allowed.contains($0)
      })
    else { return nil }
    let words = key.lowercased().fields
    guard (1...5).contains(words.count), let opener = words.first, let last = words.last,
      !messageWords.contains(opener), !messageWords.contains(last),
      !last.hasSuffix("error"), !last.hasSuffix("exception"),
      !words.contains(where: { $0.hasSuffix(".") })
    else { return nil }
    return key
  }

  private static func isIdentifier(_ key: Substring) -> Bool {
    guard key.utf8.count <= 100, let first = key.utf8.first,
      first.isLetter || first == UInt8(ascii: "_")
    else { return false }
    let others = Set("_.-".utf8)
    return key.utf8.allSatisfy { $0.isLetter || $0.isDigit || others.contains($0) }
  }

  /// True when there is another key in the value, as in log lines (`level=info msg=…`), messages
  /// (`error: file: no such …`) and lines that hold several pairs.
  private static func holdsPair(_ value: Substring) -> Bool {
    let isQuoted = value.hasPrefix("\"") && value.hasSuffix("\"")
    if isQuoted { return false }
    var hasBlank = false
    var previous = UInt8(ascii: " ")
    for byte in value.utf8 {
      if byte.isBlank {
        if previous == UInt8(ascii: ":") { return true }
        hasBlank = true
      }
      let isAfterWord = previous.isLetter || previous.isDigit || previous == UInt8(ascii: "_")
      if byte == UInt8(ascii: "="), hasBlank, isAfterWord { return true }
      previous = byte
    }
    return false
  }
}
