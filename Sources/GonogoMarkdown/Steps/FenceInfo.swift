internal import GonogoCore

/// What a fence's info string says: the language and, in braces, attributes.
struct FenceInfo {
  /// Something to say about an attribute.
  struct Remark: Equatable {
    var severity: Diagnostic.Severity
    var code: String
    var message: String
    var cure: String
  }

  /// The tag, in lower case.
  let tag: String
  /// The language as gonogo runs it; nil for blocks that are shown and never run.
  private(set) var language: Step.Language?
  /// True for `console` and the like, where only the lines after a prompt are commands.
  private(set) var isConsole = false
  /// What stands in the braces.
  var attributes = Attributes()
  /// Why its attributes keep it from being run, or nil.
  var obstacle: Obstacle?
  /// What is to be said about the attributes.
  var remarks: [Remark] = []

  /// Reads an info string such as `bash {name=baseline timeout=60s}`.
  init(_ info: String) {
    let words = info.prefix { $0 != "{" }.split { $0.isWhitespace }
    var tag = (words.first.map(String.init) ?? Self.pandocClass(info) ?? "").lowercased()
    // `bash,ignore`, `bash:run.sh` and rundoc's `bash#setup` carry more behind the language.
    let more = tag.firstIndex { ",:#".contains($0) }
    let language = String(tag[..<(more ?? tag.endIndex)])
    let parts = more.map { tag[$0...].split { ",:#".contains($0) } } ?? []
    if Self.isKnown(language) { tag = language }
    self.tag = tag
    switch tag {
    case "bash", "sh", "shell", "zsh", "shellscript", "shell-script", "azurecli",
      "azurecli-interactive":
      self.language = .shell
    case "console", "shell-session", "shellsession", "terminal", "bash-session", "sh-session":
      self.language = .shell
      isConsole = true
    case "sql", "postgresql", "pgsql": self.language = .sql
    default:
      attributes.skip = info.split { " \t,:{}".contains($0) }.dropFirst().contains {
        Self.refusals.contains($0.lowercased())
      }
      return
    }
    if let more, Self.isKnown(language), info.contains("#") {
      noteRundoc(String(info[more...].prefix { !$0.isWhitespace && $0 != "{" }))
    }
    readWords(parts + words.dropFirst())
    guard let open = info.firstIndex(of: "{"), let close = info.lastIndex(of: "}"), open < close
    else { return }
    let braces = info[open...close]
    let pairs = FenceAttributes.pairs(braces.dropFirst().dropLast())
    read(pairs, isForeign: braces.hasPrefix("{\"") || braces.hasPrefix("{ \""))
  }

  /// Words behind the tag by which documents for other tools keep a block from being run.
  private static let refusals: Set<String> = [
    "norun", "no-run", "no_run", "noexec", "no-exec", "no_exec", "noeval", "no-eval", "ignore",
    "skip", "example", "nottest", "notest", "no-test", "dont-run", "do-not-run",
  ]

  private static func isKnown(_ language: String) -> Bool {
    ["bash", "sh", "shell", "zsh", "console", "sql", "terminal"].contains(language)
  }

  /// `{.bash .numberLines}` as pandoc has it.
  private static func pandocClass(_ info: String) -> String? {
    let text = info.drop { $0.isWhitespace }
    guard text.hasPrefix("{.") else { return nil }
    return String(text.dropFirst(2).prefix { $0.isLetter || $0.isNumber || $0 == "-" })
  }

  /// What stands behind the tag without braces: mostly for a site's generator.
  private mutating func readWords(_ words: ArraySlice<Substring>) {
    for word in words {
      if word == "mdsh" || ["@mdsh", "+", "|", "!"].contains(where: word.hasPrefix) {
        obstacle = Obstacle(.skip, "it is marked for mdsh (\(word))")
        warn(
          "`\(word)` is a mark of mdsh, which gonogo does not follow, so the block is not run",
          cure: "take the mark away to have gonogo run it")
        return
      }
      if Self.refusals.contains(word.lowercased()) {
        obstacle = Obstacle(.skip, "it is marked `\(word)`")
        return
      }
      let key = word.prefix { $0 != "=" }
      if word.contains("="), FenceAttributes.own.contains(String(key)), key != "name" {
        warn(
          "`\(word)` stands outside of braces, where it says nothing to gonogo",
          cure: "write {\(word)}")
      }
    }
  }

  private mutating func noteRundoc(_ tags: String) {
    warn("`\(tags)` are tags of rundoc, which gonogo does not follow", cure: "none is needed")
  }

  mutating func warn(_ message: String, cure: String) {
    remarks.append(
      Remark(severity: .warning, code: "foreign-attribute", message: message, cure: cure))
  }

  mutating func fail(_ message: String, cure: String) {
    remarks.append(
      Remark(severity: .error, code: "block-attribute", message: message, cure: cure))
  }
}
