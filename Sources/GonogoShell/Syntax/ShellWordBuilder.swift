/// A word while it is being read.
struct ShellWordBuilder: Sendable {
  /// Where it began; nil when no word is open.
  var start: Int?
  /// The text so far, one NUL for each expansion.
  var text: [UInt8] = []
  /// What is known of it besides text and range.
  var traits = ShellWord()
  /// How many `${`, `$((` and the like are open: what is in them is not text of the word.
  var expansionDepth = 0
  /// True while everything so far is unquoted literal text.
  var isBare: Bool { traits.isLiteral && !traits.isQuoted }

  /// Takes note that what comes next is quoted.
  mutating func quote() {
    traits.isQuoted = true
    if traits.quotedFrom == nil { traits.quotedFrom = text.count }
  }

  /// Adds a literal byte.
  mutating func append(_ byte: UInt8) {
    if expansionDepth == 0 { text.append(byte) }
  }

  /// Adds literal bytes.
  mutating func append(_ bytes: ArraySlice<UInt8>) {
    if expansionDepth == 0 { text += bytes }
  }

  /// Adds the place of an expansion.
  mutating func appendExpansion() {
    traits.isLiteral = false
    if expansionDepth == 0 { text.append(0) }
  }

  /// The finished word, which ends at `end`; the builder is empty afterwards.
  mutating func finish(at end: Int) -> ShellWord {
    var word = traits
    word.text = String(decoding: text, as: UTF8.self)
    word.range = (start ?? end)..<end
    if word.hasBraceList {
      word.hasBraceList = text.contains(ShellByte.comma) || word.text.contains("..")
    }
    if word.hasBraceList { word.isLiteral = false }
    self = ShellWordBuilder()
    return word
  }
}
