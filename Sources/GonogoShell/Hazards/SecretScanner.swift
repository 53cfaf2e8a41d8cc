/// Finds passwords, tokens and keys that are written out in a text.
///
/// A variable, a file, a substitution or a placeholder is no secret; what looks like one of these is
/// passed over.
struct SecretScanner {
  private let bytes: [UInt8]
  private var found: [ShellHazard] = []

  static func secrets(in bytes: [UInt8]) -> [ShellHazard] {
    var scanner = SecretScanner(bytes: bytes)
    scanner.scan()
    var end = 0
    // A token may be found twice: by its form and by the option before it.
    return scanner.found.sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { hazard in
      defer { end = max(end, hazard.range.upperBound) }
      return hazard.range.lowerBound >= end
    }
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func scan() {
    var command = ""
    var subcommand: String?
    var previous: SecretWord?
    for word in SecretWord.all(in: bytes) {
      if word.startsCommand {
        command = ""
        subcommand = nil
        previous = nil
      }
      if command.isEmpty, !word.isAssignment, !SecretWord.wrappers.contains(word.text) {
        command = String(word.text.split(separator: "/").last ?? "")
      }
      check(word, after: previous, of: command, subcommand)
      if previous != nil, subcommand == nil, word.text != command, !word.text.hasPrefix("-") {
        subcommand = word.text
      }
      previous = word
    }
  }

  private mutating func check(
    _ word: SecretWord, after previous: SecretWord?, of command: String, _ subcommand: String?
  ) {
    checkForm(word)
    checkAddress(word)
    checkHeader(word)
    checkPair(word)
    if let previous, let what = SecretNames.option(previous.text, of: command, subcommand) {
      checkOption(word, what)
    }
    if SecretNames.attachedPassword.contains(command), word.text.hasPrefix("-p"),
      !word.text.hasPrefix("--"), word.text.count > 3
    {
      add("password", word, word.text.dropFirst(2))
    }
    if command == "curl", let attached = word.text.dropPrefix("-u"), attached.contains(":") {
      checkOption(word, "user:password", Substring(attached))
    }
  }

  /// The value of an option: all of it, or what stands behind the colon of `user:password`.
  private mutating func checkOption(
    _ word: SecretWord, _ what: String, _ text: Substring? = nil
  ) {
    let text = text ?? word.text[...]
    guard what == "user:password" else { return add(what, word, text) }
    guard let colon = text.firstIndex(of: ":") else { return }
    add("password", word, text[text.index(after: colon)...])
  }

  /// `NAME=value`, `--option=value`, `"name": "value"`.
  private mutating func checkPair(_ word: SecretWord) {
    if let equals = word.text.firstIndex(of: "="),
      !word.text[..<equals].contains(where: \.isWhitespace)
    {
      var name = word.text[..<equals]
      var value = word.text[word.text.index(after: equals)...]
      // `--from-literal=password=value`
      if let inner = value.firstIndex(of: "="),
        name == "--from-literal" || name == "--build-arg"
          || name == "--set" || name == "--env"
      {
        name = value[..<inner]
        value = value[value.index(after: inner)...]
      }
      if let what = SecretNames.meaning(name) { add(what, word, value) }
    }
    var rest = word.text[...]
    while let quote = rest.firstIndex(of: "\"") {
      rest = rest[rest.index(after: quote)...]
      let name = rest.prefix { $0 != "\"" && !$0.isWhitespace && $0 != ":" }
      let after = rest[name.endIndex...]
      guard after.first == "\"" else { continue }
      let value = after.dropFirst().drop { $0 == " " }
      guard value.first == ":", let what = SecretNames.meaning(name) else { continue }
      let text = value.dropFirst().drop { $0 == " " }
      if text.first == "\"" { add(what, word, text.dropFirst().prefix { $0 != "\"" }) }
    }
  }

  /// `scheme://user:password@host`.
  private mutating func checkAddress(_ word: SecretWord) {
    guard let scheme = word.text.firstRange(of: "://") else { return }
    let rest = word.text[scheme.upperBound...]
    let authority = rest.prefix { !"/?# ".contains($0) && $0 != "\"" }
    guard let at = authority.lastIndex(of: "@"), let colon = authority.firstIndex(of: ":"),
      colon < at
    else { return }
    let user = authority[..<colon]
    let password = authority[authority.index(after: colon)..<at]
    let host = authority[authority.index(after: at)...].prefix { $0 != ":" }
    // The accounts that come with a database on one's own machine are nobody's secret.
    if user == password, ["localhost", "127.0.0.1", "db", "postgres"].contains(host) { return }
    add("password", word, password)
  }

  /// `Authorization: Bearer …`, `X-Api-Key: …`.
  private mutating func checkHeader(_ word: SecretWord) {
    guard let colon = word.text.firstIndex(of: ":") else { return }
    let name = word.text[..<colon]
    let value = word.text[word.text.index(after: colon)...].drop { $0 == " " }
    if name.lowercased() == "authorization" {
      let parts = value.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let last = parts.last else { return }
      add("token", word, last)
    } else if let what = SecretNames.header(name) {
      add(what, word, value)
    }
  }

  /// Keys and tokens that can be told by their form.
  private mutating func checkForm(_ word: SecretWord) {
    for (prefix, length, what) in SecretNames.forms {
      var rest = word.text[...]
      while let range = rest.firstRange(of: prefix) {
        let before =
          range.lowerBound > word.text.startIndex
          ? word.text[word.text.index(before: range.lowerBound)] : " "
        let token = rest[range.upperBound...].prefix(200).prefix {
          $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-")
        }
        if token.count >= length, !before.isLetter, !before.isNumber {
          add(what, word, rest[range.lowerBound..<token.endIndex])
        }
        rest = rest[range.upperBound...]
      }
    }
  }

  private mutating func add(_ what: String, _ word: SecretWord, _ value: some StringProtocol) {
    let text = String(value)
    guard !SecretNames.isPlaceholder(text), let range = word.place(of: text, in: bytes) else {
      return
    }
    found.append(ShellHazard(kind: .secret(what), range: range))
  }
}

extension String {
  /// What follows `prefix`, or nil when it is something else.
  fileprivate func dropPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) && count > prefix.count ? String(dropFirst(prefix.count)) : nil
  }
}
