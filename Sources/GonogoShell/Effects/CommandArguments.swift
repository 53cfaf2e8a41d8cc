/// The arguments of one command, taken apart into options and the rest.
struct CommandArguments {
  /// An option and, when it has one, its value.
  struct Option {
    /// With its dash or dashes: `-n`, `--lines`, `-delete`.
    let name: String
    /// The value; an expansion in it is a NUL.
    let value: String?
    /// Which argument it is.
    let index: Int
  }

  /// The options, clustered ones apart, in order.
  private(set) var options: [Option] = []
  /// The arguments that are no options, in order.
  private(set) var positionals: [(word: ShellWord, index: Int)] = []
  /// The first option that the rules do not know, which may take the next word as its value.
  private(set) var firstUndeclared: Int?
  /// True when a word may turn into options that cannot be seen here.
  private(set) var mayHideOptions = false

  private static let optionNames = ["OPT", "ARG", "FLAG", "CMD", "PARAM", "COMMAND"]

  /// Takes `words`, which come after the program's name, apart; `stopsAtWord` for programs that
  /// run another, where all after the first positional is not theirs.
  init(_ words: ArraySlice<ShellWord>, of program: ProgramRules, stopsAtWord: Bool = false) {
    var index = words.startIndex
    var onlyWords = false
    while index < words.endIndex {
      let word = words[index]
      if !onlyWords { notice(word) }
      let isDash = word.text.hasPrefix("-") && word.text != "-"
      // `date +%F` is a format and no argument.
      let isPlus = word.text.hasPrefix(program.hasWordOptions ? "+" : "+%")
      if onlyWords || !(isDash || isPlus) {
        positionals.append((word, index))
        index += 1
        if stopsAtWord { onlyWords = true }
        continue
      }
      if word.text == "--" {
        onlyWords = true
        index += 1
        continue
      }
      let next = index + 1 < words.endIndex ? words[index + 1] : nil
      index += read(word.text, at: index, next: next, program) ? 2 : 1
    }
  }

  private mutating func notice(_ word: ShellWord) {
    if word.isSpread { mayHideOptions = true }
    if word.hasBraceList, word.text.hasPrefix("{") || word.text.hasPrefix("-") {
      mayHideOptions = true
    }
    if word.text.hasPrefix("-\0") || word.text.hasPrefix("--\0") { mayHideOptions = true }
    if let variable = word.leadingVariable?.uppercased() {
      if variable == "*" || Self.optionNames.contains(where: variable.contains) {
        mayHideOptions = true
      }
    }
  }

  /// Reads one option word; true when the word after it is its value.
  private mutating func read(
    _ text: String, at index: Int, next: ShellWord?, _ program: ProgramRules
  ) -> Bool {
    if text.hasPrefix("+") {
      options.append(Option(name: text, value: nil, index: index))
      return false
    }
    let (name, value) = split(text)
    if text.hasPrefix("--") || program.hasWordOptions {
      let isValued = program.valued.contains(name)
      if !isValued, !program.flags.contains(name), value == nil { undeclared(index) }
      let takesNext = isValued && value == nil && next != nil
      options.append(
        Option(name: name, value: value ?? (takesNext ? next?.text : nil), index: index))
      return takesNext
    }
    if program.valued.contains(name) || program.flags.contains(name), name.count > 2 {
      let takesNext = program.valued.contains(name) && value == nil && next != nil
      options.append(
        Option(name: name, value: value ?? (takesNext ? next?.text : nil), index: index))
      return takesNext
    }
    return cluster(text, at: index, next: next, program)
  }

  private mutating func cluster(
    _ text: String, at index: Int, next: ShellWord?, _ program: ProgramRules
  ) -> Bool {
    var rest = text.dropFirst()
    while let letter = rest.first {
      rest = rest.dropFirst()
      let name = "-\(letter)"
      if program.attached.contains(name) {
        options.append(Option(name: name, value: String(rest), index: index))
        return false
      }
      if program.valued.contains(name) {
        if rest.isEmpty {
          options.append(Option(name: name, value: next?.text, index: index))
          return next != nil
        }
        options.append(Option(name: name, value: String(rest), index: index))
        return false
      }
      if !program.flags.contains(name) { undeclared(index) }
      options.append(Option(name: name, value: rest.isEmpty ? nil : String(rest), index: index))
    }
    return false
  }

  private mutating func undeclared(_ index: Int) {
    if firstUndeclared == nil { firstUndeclared = index }
  }

  private func split(_ text: String) -> (name: String, value: String?) {
    guard let equals = text.firstIndex(of: "=") else { return (text, nil) }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}
