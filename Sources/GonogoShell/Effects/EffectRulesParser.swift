import GonogoCore

/// Reads the rules file, line by line; on bytes, because every start of gonogo pays for it.
struct EffectRulesParser {
  typealias Word = ArraySlice<UInt8>

  var rules = EffectRules()
  private var line = 0
  /// Named sets of options, by their names.
  private(set) var sets: [String: [String]] = [:]
  /// The one program whose rules are wanted, or nil for all.
  private let only: String?

  /// A parser that keeps all rules.
  init() { only = nil }

  /// A parser that keeps the rules of one program; `sets` are those of the whole file.
  init(only: String, sets: [String: [String]]) {
    self.only = only
    self.sets = sets
  }

  mutating func parse(_ bytes: [UInt8]) throws(EffectRulesError) {
    rules.eager.reserveCapacity(512)
    var rest = bytes[...]
    while let words = Self.nextLine(of: &rest) {
      line += 1
      if !words.isEmpty { try read(words) }
    }
  }

  /// Takes a line off `rest` and returns its words without comment; nil at the end.
  static func nextLine(of rest: inout Word) -> [Word]? {
    guard !rest.isEmpty else { return nil }
    var words: [Word] = []
    var start: Int?
    var index = rest.startIndex
    while index < rest.endIndex {
      let byte = rest[index]
      if byte == ShellByte.newline || (byte == ShellByte.hash && start == nil) { break }
      if byte > ShellByte.space {
        if start == nil { start = index }
      } else if let first = start {
        words.append(rest[first..<index])
        start = nil
      }
      index += 1
    }
    if let first = start { words.append(rest[first..<index]) }
    while index < rest.endIndex, rest[index] != ShellByte.newline { index += 1 }
    rest = rest[min(index + 1, rest.endIndex)...]
    return words
  }

  /// Whether the rules of `name` are wanted.
  private func isWanted(_ name: String) -> Bool { only.map { $0 == name } ?? true }

  /// Reads the words of one line.
  mutating func read(_ words: [Word]) throws(EffectRulesError) {
    var verb = text(words[0])
    guard words.count > 1 else { throw fault("`\(verb)` needs something after it") }
    let rest = words[2...]
    let isFloor = verb.utf8.last == ShellByte.bang
    if isFloor { verb.removeLast() }
    if let effect = Effect(rawValue: verb) {
      if isFloor, effect == .reads { throw fault("`reads!` would say nothing") }
      add(try rule(effect, rest, isFloor: isFloor), to: words[1], \.effects)
    } else if let trait = CommandTrait(rawValue: verb) {
      add(try rule(.unknown, rest), to: words[1], \.[trait])
    } else if verb.hasPrefix("sees-") {
      guard let sight = Sight(rawValue: String(verb.dropFirst("sees-".count))) else {
        throw fault("`\(verb)` is no rule")
      }
      add(try rule(.unknown, rest), to: words[1], \.[sight])
    } else if verb == "destroys" {
      let rule = try rule(.changes, rest)
      guard rule.reason?.isEmpty == false else {
        throw fault("`destroys` says behind a colon what is destroyed")
      }
      add(rule, to: words[1], \.destroys)
    } else if let list = Self.list(of: verb) {
      add(try rule(.unknown, rest), to: words[1], list)
    } else {
      try read(verb, text(words[1]), rest.map(text))
    }
  }

  /// The list of a program's rules that lines with this verb go to and that say no more.
  private static func list(
    of verb: String
  ) -> WritableKeyPath<ProgramRules, [EffectRule]>? {
    switch verb {
    case "spares": \.spares
    case "ends": \.ends
    case "answers": \.answers
    case "keeps": \.keeps
    case "tries": \.tries
    case "descends": \.descends
    default: nil
    }
  }

  /// Adds a rule to a list of each program that a line names.
  private mutating func add(
    _ rule: EffectRule, to programs: Word,
    _ list: WritableKeyPath<ProgramRules, [EffectRule]>
  ) {
    for name in alternatives(programs) where isWanted(name) {
      rules.eager[name, default: .init()][keyPath: list].append(rule)
    }
  }

  private mutating func read(
    _ verb: String, _ program: String, _ rest: [String]
  ) throws(EffectRulesError) {
    let names = [program] + rest
    switch verb {
    case "takes": rules.eager[program, default: .init()].valued.formUnion(rest)
    case "flags": rules.eager[program, default: .init()].flags.formUnion(rest)
    case "inside": rules.eager[program, default: .init()].insides.append(rest)
    case "attached": rules.eager[program, default: .init()].attached.formUnion(rest)
    case "options": sets[program, default: []] += rest
    case "words":
      for name in names where isWanted(name) {
        rules.eager[name, default: .init()].hasWordOptions = true
      }
    case "builtin":
      for name in names where isWanted(name) {
        rules.eager[name, default: .init()].isBuiltin = true
      }
    case "arguments":
      for name in names where isWanted(name) {
        rules.eager[name, default: .init()].readsAnything = true
      }
    case "functions": rules.functions.formUnion(names)
    case "like":
      guard let known = rules.eager[program] else {
        throw fault("nothing above says anything about `\(program)`")
      }
      for name in rest { rules.eager[name] = known }
    case "wraps":
      guard rest.count <= 1, let count = Int(rest.first ?? "0"), (0...9).contains(count) else {
        throw fault("`wraps` takes a program and at most one number up to 9")
      }
      rules.eager[program, default: .init()].wrappedAfter = count
    case "language":
      guard let language = CommandLanguage(rawValue: program) else {
        throw fault("no language is called `\(program)`")
      }
      for name in rest where isWanted(name) {
        rules.eager[name, default: .init()].language = language
      }
    case "environment":
      switch program {
      case "safe": rules.safeVariables += rest
      case "unsafe": rules.unsafeVariables += rest
      default: throw fault("`environment` is followed by `safe` or `unsafe`")
      }
    default: throw fault("`\(verb)` is no kind of rule")
    }
  }

  private func rule(
    _ effect: Effect, _ words: ArraySlice<Word>, isFloor: Bool = false
  ) throws(EffectRulesError) -> EffectRule {
    let colon = words.firstIndex { $0.count == 1 && $0.first == ShellByte.colon }
    let reason = colon.map { words[($0 + 1)...].map(text).joined(separator: " ") }
    var terms: [EffectTerm] = []
    var only: [String]?
    for word in words[..<(colon ?? words.endIndex)] {
      let isSign = word.count == 1
      if isSign, word.first == ShellByte.openBracket {
        guard only == nil else { throw fault("`[` inside `[`") }
        only = []
      } else if isSign, word.first == ShellByte.closeBracket {
        guard let options = only else { throw fault("`]` without `[`") }
        terms.append(.only(options))
        only = nil
      } else if only != nil {
        if word.first == ShellByte.at {
          let name = text(word.dropFirst())
          guard let set = sets[name] else { throw fault("no set of options is called `\(name)`") }
          only? += set
        } else {
          only?.append(text(word))
        }
      } else {
        terms.append(term(word))
      }
    }
    guard only == nil else { throw fault("`[` without `]`; they stand alone, with blanks") }
    return EffectRule(effect: effect, terms: terms, reason: reason, isFloor: isFloor)
  }

  private func term(_ word: Word) -> EffectTerm {
    if word.count == 1, word.first == 0x2A { return .anyWord }
    if word.count == 1, word.first == ShellByte.dot { return .end }
    if word.first == 0x7E { return .argument(alternatives(word.dropFirst())) }
    guard word.first == ShellByte.minus || word.first == ShellByte.plus else {
      return .word(alternatives(word))
    }
    guard let sign = word.firstIndex(where: { $0 == ShellByte.equals || $0 == 0x7E }) else {
      return .option(alternatives(word))
    }
    let names = alternatives(word[..<sign])
    let values = alternatives(word[(sign + 1)...])
    return word[sign] == ShellByte.equals ? .value(names, values) : .containing(names, values)
  }

  func alternatives(_ word: Word) -> [String] {
    if !word.contains(ShellByte.pipe) { return [text(word)] }
    return word.split(separator: ShellByte.pipe).map(text)
  }

  private func text(_ word: Word) -> String { String(decoding: word, as: UTF8.self) }

  private func fault(_ message: String) -> EffectRulesError {
    EffectRulesError(line: line, message: message)
  }
}
