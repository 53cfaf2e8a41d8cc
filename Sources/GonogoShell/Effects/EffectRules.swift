/// What is known about programs: what they change, how their options are read, what they start.
///
/// The knowledge is data, in `Rules/effects.rules`; its head describes the format. A program or
/// subcommand that no rule covers has unknown effect.
package struct EffectRules: Sendable {
  /// The rules gonogo comes with. Should they not parse, which a test rules out, everything is
  /// unknown.
  package static let standard = EffectRules(indexing: PackageResources.effects_rules)

  /// The rules of programs that are parsed already.
  var eager: [String: ProgramRules] = [:]
  /// Where the lines of the other programs stand.
  private var index: EffectRulesIndex?
  /// Names of variables that may be set in front of a command; a final `*` stands for any ending.
  var safeVariables: [String] = []
  /// Names of variables that change what later commands mean.
  var unsafeVariables: [String] = []
  /// SQL functions that only read.
  var functions: Set<String> = []

  /// No rules: everything is unknown.
  package init() {}

  /// Reads a rules file.
  ///
  /// - Throws: `EffectRulesError` for the first line that is not a rule.
  package init(parsing bytes: [UInt8]) throws(EffectRulesError) {
    var parser = EffectRulesParser()
    try parser.parse(bytes)
    self = parser.rules
  }

  /// Takes a rules file as it is: the rules of a program are parsed when they are asked for. A file
  /// with a fault is no rules at all.
  init(indexing bytes: [UInt8]) {
    var globals = EffectRules()
    guard let index = try? EffectRulesIndex(bytes, globals: &globals) else { return }
    self = globals
    self.index = index
  }

  /// What is known about a program, or nil. Parsed anew at each call; `KnownPrograms` remembers it.
  func program(_ name: String) -> ProgramRules? { eager[name] ?? index?.program(name) }

  /// Whether `name` matches one of `patterns`: `a*` begins so, `*a*` holds it.
  static func matches(_ name: String, _ patterns: [String]) -> Bool {
    patterns.contains { pattern in
      if pattern.count > 2, pattern.hasPrefix("*"), pattern.hasSuffix("*") {
        return name.contains(pattern.dropFirst().dropLast())
      }
      return pattern.hasSuffix("*") ? name.hasPrefix(pattern.dropLast()) : name == pattern
    }
  }
}
