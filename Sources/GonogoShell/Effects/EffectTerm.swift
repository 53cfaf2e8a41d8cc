/// One condition of a rule on a command's arguments.
enum EffectTerm: Sendable, Hashable {
  /// The next argument that is no option is one of these.
  case word([String])
  /// There is a next argument that is no option.
  case anyWord
  /// Some argument that is no option is one of these, wherever it stands.
  case argument([String])
  /// There is no further argument that is no option.
  case end
  /// One of these options is given.
  case option([String])
  /// One of these options is given, and always with one of these values.
  case value([String], [String])
  /// One of these options is given with a value that contains one of these texts.
  case containing([String], [String])
  /// No option is given but these.
  case only([String])

  /// How much a condition narrows its rule; the rule with the largest sum decides.
  var weight: Int {
    if case .value = self { return 2 }
    return 1
  }
}
