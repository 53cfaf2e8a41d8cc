internal import GonogoCore

/// What stands around a text on its line and on other lines, and makes of it something else than it says.
enum LineContext {
  /// A word before or behind the text that denies, asks, outdates or limits it: "checking whether …",
  /// "… 45 min behind"; nil when there is none.
  static func qualifier(of range: Range<Int>, in scalars: [Unicode.Scalar]) -> String? {
    var start = range.lowerBound
    while start > 0, scalars[start - 1] != "\n", range.lowerBound - start < 200 { start -= 1 }
    var end = range.upperBound
    while end < scalars.count, scalars[end] != "\n", end - range.upperBound < 200 { end += 1 }
    let before = words(scalars[start..<range.lowerBound])
    if let word = before.first(where: makesDoubtful) { return word }
    return words(scalars[range.upperBound..<end]).first {
      Vocabulary.standard.isPrinted($0, .limiting)
    }
  }

  private static func makesDoubtful(_ word: String) -> Bool {
    Vocabulary.standard.isPrinted(word, .outdating)
      || Vocabulary.standard.isPrinted(word, .doubting)
  }

  /// True when some line begins what the text says and ends otherwise: "replication is stopped" beside
  /// "replication is running".
  static func contradicts(_ text: String, in output: String) -> Bool {
    let parts = text.split(separator: " ")
    guard parts.count >= 2, let last = parts.last else { return false }
    let stem = text.dropLast(last.count)
    return output.lines.contains { line in
      guard let place = line.firstRange(of: String(stem)), !line.contains(looseText: text) else {
        return false
      }
      let next = line[place.upperBound...].split { !$0.isLetter }.first
      return next.map { isFailing($0.lowercased()) } == true
    }
  }

  /// True for the line of a thing that is not as it should be: "replica: starting". Where that is `word`, it is
  /// what is looked for.
  static func namesFailing(_ line: Substring, besides word: String) -> Bool {
    // `{"status":"UP","db":{"status":"DOWN"}}`
    line.split(separator: ",").contains { member in
      guard let sign = member.lastIndex(where: { $0 == ":" || $0 == "=" }) else { return false }
      let value = member[sign...].dropFirst().split { !$0.isLetter }
      return value.count == 1 && value[0] != word && isFailing(value[0].lowercased())
    }
  }

  private static func isFailing(_ word: String) -> Bool {
    Vocabulary.standard.isPrinted(word, .failing) || Vocabulary.standard.isTrouble(word)
  }

  /// True when some line of an output says that something broke down.
  static func breaksDown(_ output: String) -> Bool {
    output.lines.contains { line in
      let first = line.split { !$0.isLetter }.prefix(6).map { $0.lowercased() }
      return first.contains { Vocabulary.standard.isPrinted($0, .fatal) }
    }
  }

  private static func words(_ scalars: ArraySlice<Unicode.Scalar>) -> [String] {
    String(String.UnicodeScalarView(scalars)).lowercased()
      .split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
  }
}

extension Substring {
  fileprivate func contains(looseText text: String) -> Bool {
    String(self).contains(looseText: text)
  }
}
