internal import GonogoCore

/// The attributes in the braces of a fence.
enum FenceAttributes {
  /// Those that gonogo follows.
  static let own: Set<String> = [
    "name", "id", "timeout", "network", "mutates", "readonly", "skip", "database", "expect-exit",
    "background",
  ]
  /// Those that gonogo has a meaning for and does not follow yet, each with what to write instead.
  static let later: [String: String] = [
    "interpreter": "call the interpreter in the block: python3 - <<'EOF' … EOF",
    "env": "write `export NAME=value` in the block",
    "cwd": "write `cd FOLDER` in the block",
    "retries": "write a loop in the block",
  ]
  /// Those of Runme that only a notebook has a use for.
  static let display: Set<String> = [
    "terminalrows", "mimetype", "closeterminalonsuccess", "openterminalonsuccess", "category",
    "tag", "promptenv", "terminalheight", "docs",
  ]

  /// Pairs in the forms people write: `{name=x timeout=60s}`, `{name: x, skip}`,
  /// `{"name":"x"}`.
  static func pairs(_ text: Substring) -> [(key: String, value: String)] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    func close() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in text {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "=" || character == ":" {
        close()
        words.append("=")
      } else if character == "," || character.isWhitespace {
        close()
      } else {
        word.append(character)
      }
    }
    close()
    var pairs: [(key: String, value: String)] = []
    var index = 0
    while index < words.count {
      if index + 2 < words.count, words[index + 1] == "=" {
        pairs.append((words[index], words[index + 2]))
        index += 3
      } else {
        if words[index] != "=" { pairs.append((words[index], "true")) }
        index += 1
      }
    }
    return pairs
  }
}

extension FenceInfo {
  /// Takes over what the attributes say. `isForeign`: they are written as Runme writes them.
  mutating func read(_ pairs: [(key: String, value: String)], isForeign: Bool) {
    let keys = Set(pairs.map { $0.key.lowercased() })
    let isRunme =
      isForeign || keys.contains { FenceAttributes.display.contains($0) }
      || keys.contains("interactive") || keys.contains("excludefromrunall")
    for (key, value) in pairs where !set(key, value, keys) {
      if isRunme {
        setForeign(key, value)
      } else if let cure = FenceAttributes.later[key] {
        fail("gonogo does not follow the attribute `\(key)` yet", cure: cure)
      } else if key.hasPrefix(".") || key.hasPrefix("#")
        || key.allSatisfy({ $0.isNumber || $0 == "-" })
      {
        continue  // Classes, anchors and line numbers are for a site's generator.
      } else {
        fail(
          "the attribute `\(key)` is not one that gonogo knows",
          cure:
            "known are name, timeout, network, background, mutates, readonly, skip, expect-exit "
            + "and database")
      }
    }
  }

  /// Takes over an attribute of gonogo; false when it is none.
  private mutating func set(_ key: String, _ value: String, _ keys: Set<String>) -> Bool {
    switch key {
    case "name": attributes.name = value
    case "id": if !keys.contains("name") { attributes.name = value }
    case "timeout":
      if let seconds = TimeSpan.seconds(value) {
        attributes.timeout = seconds
      } else {
        fail(
          "`timeout=\(value)` is no time", cure: "write a number with its unit, such as timeout=60s"
        )
      }
    case "network" where ["on", "off"].contains(value): attributes.isOffline = value == "off"
    case "network":
      fail("`network=\(value)` says neither on nor off", cure: "write network=off, or leave it out")
    case "background" where language != .shell:
      fail(
        "only shell blocks run in the background", cure: "leave background out of this block")
    case "background": setBackground(value)
    case "mutates": attributes.mutates = value == "true"
    case "readonly": attributes.mutates = value == "true" ? false : nil
    case "skip": attributes.skip = value == "true"
    case "database": attributes.database = value
    case "expect-exit":
      if let status = Int(value), (0...255).contains(status) {
        attributes.expectedExit = status
      } else {
        fail("`expect-exit=\(value)` is no exit status", cure: "write a number from 0 to 255")
      }
    default: return false
    }
    return true
  }

  private mutating func setBackground(_ value: String) {
    switch value.lowercased() {
    case "true", "1", "yes": attributes.runsInBackground = true
    case "false", "0", "no": attributes.runsInBackground = false
    default:
      fail(
        "`background=\(value)` says neither true nor false",
        cure: "write background=true, or leave it out")
    }
  }

  /// Takes over what can be of an attribute that Runme knows.
  private mutating func setForeign(_ key: String, _ value: String) {
    let isOn = ["true", "1", "yes"].contains(value.lowercased())
    switch key.lowercased() {
    case "excludefromrunall":
      if isOn { obstacle = Obstacle(.skip, "it is marked excludeFromRunAll") }
    case "interactive": if isOn { attributes.hazard = "its author marked it interactive" }
    case "promptenv" where !["false", "0", "no", "skip"].contains(value.lowercased()):
      attributes.hazard = "its author wants the values that it sets to be asked for"
    case "cwd":
      attributes.hazard = "its author runs it in \(value), and gonogo where the last block ended"
      warn(
        "gonogo does not follow `cwd`, so this block is asked about",
        cure: "write `cd \(value)` in the block")
    case "interpreter":
      let shell = value.split(separator: "/").last.map(String.init) ?? value
      guard !["bash", "sh", "zsh"].contains(shell) else { return }
      obstacle = Obstacle(.language, "it is for \(value), which gonogo does not run")
      warn(
        "gonogo does not run \(value), so this block is not run",
        cure: "call the interpreter from a bash block")
    case let name where FenceAttributes.display.contains(name):
      remarks.append(
        Remark(
          severity: .note, code: "foreign-attribute",
          message: "`\(key)` means nothing outside of a notebook", cure: "none is needed"))
    default:
      warn("gonogo does not know the attribute `\(key)`", cure: "none is needed")
    }
  }
}
