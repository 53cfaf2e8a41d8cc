/// Everything a redactor looks for, made once and shared by all streams of a run.
package final class SecretTables: Sendable {
  /// Only the known formats of tokens.
  package static let none = SecretTables([])

  /// The marks that stand for what was found, by label: secrets first, then token formats.
  let marks: [[UInt8]]
  /// The names in the marks.
  let names: [String]
  /// What the plain automaton says where one of the marks themselves has been read.
  let ownLabel: Int32
  /// How many labels are secrets' names.
  let secretNames: Int
  let classes: ByteClasses
  /// The plain spellings, and what token formats begin with.
  let raw: Automaton
  /// Base64 and hexadecimal, which may be wrapped.
  let wrapped: Automaton
  /// What may be spread out or quoted anew.
  let normalised: Automaton

  /// True when no secret is known.
  package var isEmpty: Bool { secretNames == 0 }

  /// The tables for `secrets`.
  package init(_ secrets: [Secret]) {
    var names: [String] = []
    var labels: [String: Int] = [:]
    var trees = (raw: PatternTree(), wrapped: PatternTree(), normalised: PatternTree())
    var used = SkippedBytes.spreading
    for secret in secrets where secret.value.utf8.count >= Secret.shortest {
      let label = labels[secret.name] ?? names.count
      if label == names.count {
        labels[secret.name] = label
        names.append(secret.name)
      }
      let forms = SecretForms(secret)
      for form in forms.raw { trees.raw.add(form, label: label) }
      for form in forms.wrapped { trees.wrapped.add(form, label: label) }
      for form in forms.normalised { trees.normalised.add(form, label: label) }
      for form in forms.raw { used.formUnion(form) }
      for form in forms.wrapped { used.formUnion(form) }
    }
    secretNames = names.count
    for (index, format) in TokenFormat.all.enumerated() {
      trees.raw.add(format.prefix, format: index)
      used.formUnion(format.prefix)
      names.append(format.name)
    }
    self.names = names
    marks = names.map { Array("[redacted:\($0)]".utf8) }
    ownLabel = Int32(names.count)
    for mark in marks {
      trees.raw.add(mark, label: names.count)
      used.formUnion(mark)
    }
    classes = ByteClasses(used)
    raw = Automaton(trees.raw, classes, skipped: [])
    wrapped = Automaton(trees.wrapped, classes, skipped: SkippedBytes.wrapping)
    normalised = Automaton(trees.normalised, classes, skipped: SkippedBytes.spreading)
  }
}
