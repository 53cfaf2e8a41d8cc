/// All that the rules say about one program.
struct ProgramRules: Sendable, Hashable {
  /// Rules on its effect, in file order.
  var effects: [EffectRule] = []
  /// Conditions under which it does a special thing, whatever its effect.
  var traits: [CommandTrait: [EffectRule]] = [:]
  /// Conditions under which it shows a part of the machine.
  var sights: [Sight: [EffectRule]] = [:]
  /// Conditions under which its status answers a question.
  var answers: [EffectRule] = []
  /// Conditions under which it makes what somebody means to keep.
  var keeps: [EffectRule] = []
  /// Conditions under which its success proves nothing, with why.
  var tries: [EffectRule] = []
  /// Conditions under which it goes through all that lies below the folders it is given.
  var descends: [EffectRule] = []
  /// Conditions under which it destroys something, with what.
  var destroys: [EffectRule] = []
  /// Conditions under which it destroys nothing after all.
  var spares: [EffectRule] = []
  /// Conditions under which it does none of the special things after all.
  var ends: [EffectRule] = []
  /// The words after which it names a place and then a command to be run there (`docker exec`).
  var insides: [[String]] = []
  /// Options whose value is the next word.
  var valued: Set<String> = []
  /// Options whose value is in the same word or not there.
  var attached: Set<String> = []
  /// Options without a value that may stand before the subcommand.
  var flags: Set<String> = []
  /// True when its long options have one dash (`find -delete`), so that letters never cluster.
  var hasWordOptions = false
  /// True when the shell runs it itself.
  var isBuiltin = false
  /// For a program that runs another: how many words stand before that one's name.
  var wrappedAfter: Int?
  /// How its arguments are judged, when rules alone cannot.
  var language: CommandLanguage?
  /// True when it only reads whatever its arguments are.
  var readsAnything = false

  /// The conditions for one of the special things.
  subscript(trait: CommandTrait) -> [EffectRule] {
    get { traits[trait] ?? [] }
    set { traits[trait] = newValue }
  }

  /// The conditions under which it shows one part of the machine.
  subscript(sight: Sight) -> [EffectRule] {
    get { sights[sight] ?? [] }
    set { sights[sight] = newValue }
  }
}
