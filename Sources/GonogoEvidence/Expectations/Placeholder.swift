/// What stands in a text to be replaced: `<name>`, `xxxx`, `YOUR_KEY`, `{id}`.
enum Placeholder {
  /// True when `text` holds one.
  static func isIn(_ text: some StringProtocol) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if end(in: scalars, at: index) != nil { return true }
      index += 1
    }
    return false
  }

  /// The end of the placeholder that begins at `index`, or nil.
  static func end(in scalars: [Unicode.Scalar], at index: Int) -> Int? {
    let scalar = scalars[index]
    switch scalar {
    case "<": return closing(">", in: scalars, from: index)
    case "{": return closing("}", in: scalars, from: index)
    case "x", "X", "#": return run(of: scalar, in: scalars, from: index)
    case "Y", "y":
      let word = scalars[index...].prefix(5)
      guard word.count == 5, isStart(scalars, index) else { return nil }
      let isYour = zip(word, "your".unicodeScalars).allSatisfy { ($0.value | 0x20) == $1.value }
      let last = scalars[index + 4]
      guard isYour, last == "_" || last == "-" else { return nil }
      var end = index + 5
      while end < scalars.count, isWord(scalars[end]) || scalars[end] == "-" { end += 1 }
      return end
    default: return nil
    }
  }

  /// `<name>`: letters, digits, blanks and hyphens between the marks, at most 40 of them.
  private static func closing(
    _ mark: Unicode.Scalar, in scalars: [Unicode.Scalar], from start: Int
  ) -> Int? {
    var index = start + 1
    guard index < scalars.count, ScalarForm.isLetter(scalars[index]) else { return nil }
    while index < scalars.count, index - start <= 40 {
      let scalar = scalars[index]
      if scalar == mark { return index + 1 }
      guard isWord(scalar) || scalar == "-" || scalar == " " || scalar == "." else { return nil }
      index += 1
    }
    return nil
  }

  /// `xxxx`, `###`: three or more, and nothing else in the word.
  private static func run(
    of scalar: Unicode.Scalar, in scalars: [Unicode.Scalar], from start: Int
  ) -> Int? {
    guard start == 0 || (scalars[start - 1] != scalar && !isWord(scalars[start - 1])) else {
      return nil
    }
    var end = start
    while end < scalars.count, scalars[end] == scalar { end += 1 }
    guard end - start >= 3, end == scalars.count || !isWord(scalars[end]) else { return nil }
    return end
  }

  private static func isStart(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    index == 0 || !isWord(scalars[index - 1])
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    ScalarForm.isLetter(scalar) || ScalarForm.isDigit(scalar) || scalar == "_"
  }
}
