internal import GonogoCore

/// What a fence's info string says: the language and, in braces, attributes.
struct FenceInfo {
  /// The language as gonogo runs it; nil for blocks that are shown and never run.
  var language: Step.Language?
  /// True for `console` and the like, where only the lines after a prompt are commands.
  var isConsole = false
  /// What stands in the braces.
  var attributes = Attributes()
  /// What is wrong with it: message and cure.
  var faults: [(message: String, cure: String)] = []

  /// Reads an info string such as `bash {name=baseline timeout=60s}`.
  init(_ info: String) {
    let tag = info.prefix { !$0.isWhitespace && $0 != "{" }.lowercased()
    switch tag {
    case "bash", "sh", "shell", "zsh": language = .shell
    case "console", "shell-session", "terminal":
      language = .shell
      isConsole = true
    case "sql", "postgresql", "pgsql": language = .sql
    default: return
    }
    guard let open = info.firstIndex(of: "{"), let close = info.lastIndex(of: "}"), open < close
    else { return }
    for pair in Self.pairs(info[info.index(after: open)..<close]) { set(pair.key, pair.value) }
  }

  /// Pairs in the forms people write: `{name=x timeout=60s}`, `{name: x, skip}`,
  /// `{"name":"x"}`.
  private static func pairs(_ text: Substring) -> [(key: String, value: String)] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "=" || character == ":" {
        words.append(word)
        words.append("=")
        word = ""
      } else if character == "," || character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    if !word.isEmpty { words.append(word) }
    words.removeAll { $0.isEmpty }
    var pairs: [(key: String, value: String)] = []
    var index = 0
    while index < words.count {
      if index + 2 < words.count, words[index + 1] == "=" {
        pairs.append((words[index], words[index + 2]))
        index += 3
      } else {
        pairs.append((words[index], "true"))
        index += 1
      }
    }
    return pairs
  }

  private mutating func set(_ key: String, _ value: String) {
    switch key {
    case "name", "id": attributes.name = value
    case "timeout":
      if let seconds = TimeSpan.seconds(value) {
        attributes.timeout = seconds
      } else {
        faults.append(
          ("`timeout=\(value)` is no time", "write a number with its unit, such as timeout=60s"))
      }
    case "mutates": attributes.mutates = value == "true"
    case "readonly": attributes.mutates = value == "true" ? false : nil
    case "skip": attributes.skip = value == "true"
    case "database": attributes.database = value
    case "expect-exit":
      if let status = Int(value), (0...255).contains(status) {
        attributes.expectedExit = status
      } else {
        faults.append(("`expect-exit=\(value)` is no exit status", "write a number from 0 to 255"))
      }
    default:
      faults.append(
        (
          "the attribute `\(key)` is not one that gonogo knows",
          "known are name, timeout, mutates, readonly, skip, expect-exit and database"
        ))
    }
  }
}
