/// Reads the words that bash's `declare -p` writes.
enum BashWord {
  /// The variable that `declare -x NAME="value"` sets, with its value; the value is nil when it has
  /// none, or one that is no plain text. Nil for any other command.
  static func declaration(_ text: String) -> (name: String, value: String?)? {
    guard text.hasPrefix("declare -") else { return nil }
    let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count == 3, !words[1].contains("f"), !words[1].contains("F") else { return nil }
    let name = words[2].prefix { $0 != "=" && !$0.isWhitespace }
    let rest = words[2].dropFirst(name.count)
    guard rest.first == "=" else { return (String(name), nil) }
    return (String(name), plain(rest.dropFirst()))
  }

  /// What a word in `"…"` or `$'…'` stands for; nil for anything else.
  static func plain(_ word: Substring) -> String? {
    if word.count >= 2, word.first == "\"", word.last == "\"" {
      return unescaped(word.dropFirst().dropLast()) { String($0) }
    }
    if word.count >= 3, word.hasPrefix("$'"), word.last == "'" {
      return unescaped(word.dropFirst(2).dropLast()) { controls[$0] ?? String($0) }
    }
    return nil
  }

  private static let controls: [Character: String] = [
    "a": "\u{7}", "b": "\u{8}", "E": "\u{1B}", "e": "\u{1B}", "f": "\u{C}", "n": "\n", "r": "\r",
    "t": "\t", "v": "\u{B}",
  ]

  private static func unescaped(_ text: Substring, _ meaning: (Character) -> String) -> String {
    var result = ""
    var rest = text
    while let character = rest.popFirst() {
      if character == "\\", let next = rest.popFirst() {
        result += meaning(next)
      } else {
        result.append(character)
      }
    }
    return result
  }
}
