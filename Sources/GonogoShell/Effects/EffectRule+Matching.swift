extension EffectRule {
  /// Whether a command with `arguments` meets every condition.
  func matches(_ arguments: CommandArguments) -> Bool {
    var next = 0
    for term in terms {
      switch term {
      case .word(let words):
        guard next < arguments.positionals.count,
          let text = arguments.positionals[next].word.literal, EffectRules.matches(text, words)
        else { return false }
        next += 1
      case .anyWord:
        guard next < arguments.positionals.count else { return false }
        next += 1
      case .argument(let words):
        guard argument(words, in: arguments) != nil else { return false }
      case .end: guard next == arguments.positionals.count else { return false }
      case .option(let names):
        guard arguments.options.contains(where: { Self.names(names, $0.name) }) else {
          return false
        }
      case .value(let names, let values):
        let given = arguments.options.filter { Self.names(names, $0.name) }
        guard !given.isEmpty, given.allSatisfy({ values.contains($0.value ?? "") }) else {
          return false
        }
      case .containing(let names, let texts):
        let isThere = arguments.options.contains { option in
          Self.names(names, option.name) && texts.contains { (option.value ?? "").contains($0) }
        }
        guard isThere else { return false }
      case .only(let names):
        guard arguments.options.allSatisfy({ names.contains($0.name) }) else { return false }
      }
    }
    return true
  }

  /// The first argument that is no option and is one of `words`.
  func argument(_ words: [String], in arguments: CommandArguments) -> String? {
    arguments.positionals.lazy.compactMap(\.word.literal).first {
      EffectRules.matches($0, words)
    }
  }

  /// Whether `given` is one of `names`, or a GNU abbreviation of one.
  private static func names(_ names: [String], _ given: String) -> Bool {
    names.contains { name in
      name == given || (given.count > 2 && given.hasPrefix("--") && name.hasPrefix(given))
    }
  }
}
