/// Which variables builtins such as `read` and `export` give a value.
enum AssigningBuiltins {
  /// The variables that `command` sets for what follows it; none for programs.
  static func names(setBy command: SimpleCommand) -> [String] {
    guard let program = command.words.first?.literal else { return [] }
    let arguments = command.words.dropFirst()
    switch program {
    case "export", "declare", "typeset", "local", "readonly":
      return arguments.compactMap(ShellParser.assignedName)
    case "read": return plain(arguments, valued: "adinNptu", array: "a", otherwise: "REPLY")
    case "mapfile", "readarray":
      return plain(arguments, valued: "dnOsuCc", array: nil, otherwise: "MAPFILE")
    case "printf":
      guard arguments.first?.literal == "-v" else { return [] }
      return arguments.dropFirst().prefix(1).compactMap(\.literal)
    case "getopts": return arguments.dropFirst().prefix(1).compactMap(\.literal) + ["OPTARG"]
    case "let": return arguments.compactMap(ShellParser.assignedName)
    default: return []
    }
  }

  /// True when `program` may set any variable at all: `export $(cat .env)`.
  static func hidesName(_ program: String, _ arguments: ArraySlice<ShellWord>) -> Bool {
    guard ["export", "declare", "typeset", "readonly"].contains(program) else { return false }
    return arguments.contains { word in
      !word.isLiteral && (word.isSpread || word.text.prefix { $0 != "=" }.contains("\0"))
    }
  }

  /// The aliases that `commands` define.
  static func aliases(setBy commands: [SimpleCommand]) -> [String] {
    commands.filter { $0.words.first?.literal == "alias" }.flatMap { command in
      command.words.dropFirst().compactMap { word in
        word.text.firstIndex(of: "=").map { String(word.text[..<$0]) }
      }
    }
  }

  /// The words that are neither options nor the values of the options in `valued`.
  private static func plain(
    _ arguments: ArraySlice<ShellWord>, valued: String, array: Character?, otherwise: String
  ) -> [String] {
    var names: [String] = []
    var isValue = false
    for word in arguments {
      guard let text = word.literal else {
        isValue = false
        continue
      }
      if isValue {
        isValue = false
      } else if text.hasPrefix("-"), text.count > 1 {
        guard let last = text.last, valued.contains(last) else { continue }
        isValue = last != array
      } else if let first = text.utf8.first, ShellByte.isNameStart(first) {
        names.append(text)
      }
    }
    return names.isEmpty ? [otherwise] : names
  }
}
