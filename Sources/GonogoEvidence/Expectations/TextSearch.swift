/// Looks for a text in an output, letter by letter and as whole words.
enum TextSearch {
  /// What came of it.
  enum Finding {
    /// It is there, and nothing beside it denies it.
    case found
    /// It may be there: why that is not sure, to be read after the text.
    case doubtful(String)
    /// It is not there, not even in other letters.
    case missing
  }

  /// Looks for `text` in each of `outputs`; takes time linear in them for texts as short as those
  /// of a document.
  static func find(_ text: String, in outputs: [String]) -> Finding {
    let wanted = Array(text.unicodeScalars)
    guard !wanted.isEmpty else { return .doubtful("is empty") }
    var isFound = false
    var resembles = false
    for output in outputs {
      let scalars = Array(output.unicodeScalars)
      var lines = TroubledLines(scalars, expected: text)
      for start in places(of: wanted, in: scalars) {
        let end = start + wanted.count
        guard isWhole(start..<end, scalars, wanted) else {
          resembles = true
          continue
        }
        if isDenied(start..<end, scalars) {
          return .doubtful("is there, beside a word that denies it")
        }
        if lines.isTroubled(at: start) {
          return .doubtful("is there, in a line that speaks of an error")
        }
        if let word = LineContext.qualifier(of: start..<end, in: scalars) {
          return .doubtful("is there, in a line with “\(word)”")
        }
        isFound = true
      }
      if !isFound, !resembles { resembles = loose(scalars).contains(looseText: loose(wanted)) }
    }
    if isFound, outputs.contains(where: { LineContext.contradicts(text, in: $0) }) {
      return .doubtful("is there, and another line says otherwise")
    }
    if isFound, outputs.contains(where: LineContext.breaksDown) {
      return .doubtful("is there, and so is a line that says that all is lost")
    }
    if isFound { return .found }
    return resembles ? .doubtful("is there in another spelling only") : .missing
  }

  private static func places(of wanted: [Unicode.Scalar], in scalars: [Unicode.Scalar]) -> [Int] {
    guard scalars.count >= wanted.count else { return [] }
    return (0...(scalars.count - wanted.count)).filter { start in
      scalars[start] == wanted[0]
        && scalars[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  /// True when no word goes on before or behind it.
  private static func isWhole(
    _ range: Range<Int>, _ scalars: [Unicode.Scalar], _ wanted: [Unicode.Scalar]
  ) -> Bool {
    if wanted[0] == "/", wanted.count > 1, !isWholePath(range, scalars) { return false }
    if isWordPart(wanted[0]), range.lowerBound > 0, joins(scalars[range.lowerBound - 1]) {
      return false
    }
    if isWordPart(wanted[wanted.count - 1]), range.upperBound < scalars.count,
      joins(scalars[range.upperBound])
    {
      return false
    }
    return true
  }

  /// True when the path in `range` is all that its line says, or the value behind a name: not
  /// `/opt/usr/bin/jq`, `/usr/bin/jq.old`, "/usr/bin/jq is missing", "would remove /usr/bin/jq".
  private static func isWholePath(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    var end = range.upperBound
    while end < scalars.count, "\"'`).,;".unicodeScalars.contains(scalars[end]) { end += 1 }
    while end < scalars.count, scalars[end] == " " || scalars[end] == "\r" { end += 1 }
    guard end == scalars.count || scalars[end] == "\n" else { return false }
    var start = range.lowerBound
    while start > 0, " \"'`(\t".unicodeScalars.contains(scalars[start - 1]) { start -= 1 }
    guard start > 0, scalars[start - 1] != "\n" else { return true }
    if ":=>→".unicodeScalars.contains(scalars[start - 1]) { return start < range.lowerBound }
    // "jq is /usr/bin/jq", "found at /usr/bin/jq"
    var word: [Unicode.Scalar] = []
    var index = start - 1
    while index >= 0, isWordPart(scalars[index]), word.count < 4 {
      word.append(scalars[index])
      index -= 1
    }
    return ["is", "at"].contains(String(String.UnicodeScalarView(word.reversed())).lowercased())
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    ScalarForm.isLetter(scalar) || ScalarForm.isDigit(scalar) || scalar == "_"
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    isWordPart(scalar) || scalar == "-"
  }

  /// "not ready", "0 passed", "ready: false": what stands beside it turns it around.
  private static func isDenied(_ range: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
    var before: [Unicode.Scalar] = []
    var index = range.lowerBound - 1
    while index >= 0, scalars[index] == " " { index -= 1 }
    while index >= 0, before.count < 12, isWordPart(scalars[index]) || scalars[index] == "'" {
      before.append(scalars[index])
      index -= 1
    }
    let word = String(String.UnicodeScalarView(before.reversed())).lowercased()
    if word == "0" || Vocabulary.standard.negations.contains(word) || word == "un" { return true }
    var after = range.upperBound
    while after < scalars.count, " \"'".unicodeScalars.contains(scalars[after]) { after += 1 }
    guard after < scalars.count, scalars[after] == ":" || scalars[after] == "=" else {
      return false
    }
    after += 1
    while after < scalars.count, " \"'".unicodeScalars.contains(scalars[after]) { after += 1 }
    var value = String.UnicodeScalarView()
    while after < scalars.count, value.count < 8, isWordPart(scalars[after]) {
      value.append(scalars[after])
      after += 1
    }
    return ["false", "no", "0", "null", "off", "none", "disabled"].contains(
      String(value).lowercased())
  }

  /// Lower case without blanks and quotation marks.
  private static func loose(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars where !ScalarForm.isBlank(scalar) && scalar != "\"" && scalar != "'" {
      view.append(scalar)
    }
    return String(view).lowercased()
  }
}

extension String {
  /// True when it holds `text`; both are compared byte by byte.
  func contains(looseText text: String) -> Bool {
    guard !text.isEmpty else { return true }
    return firstRange(of: text) != nil
  }
}
