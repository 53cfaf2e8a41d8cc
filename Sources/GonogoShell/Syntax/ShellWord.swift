/// One word of a command after quote removal, as far as the text alone tells.
struct ShellWord: Sendable, Hashable {
  /// The text; each expansion in it is one NUL, which no shell word can hold.
  var text = ""
  /// Its bytes in the parsed text.
  var range = 0..<0
  /// True when the text is exactly what the command gets: no expansion, no brace list in it.
  var isLiteral = true
  /// True when some of it was quoted, so that it is no reserved word.
  var isQuoted = false
  /// How many bytes of the text come before the first quoted one; nil when nothing is quoted.
  var quotedFrom: Int?
  /// True when an unquoted brace list (`{a,b}`) may make several words of it.
  var hasBraceList = false
  /// The variable an unquoted expansion at the very start names, which may become options.
  var leadingVariable: String?
  /// The variable that an expansion at the very start names, quoted or not.
  var firstVariable: String?
  /// True when it may become any number of words (`"$@"`, `${list[@]}`).
  var isSpread = false

  /// The literal text, or nil when an expansion makes it unknown.
  var literal: String? { isLiteral ? text : nil }

  /// True when it holds, quoted, what arithmetic or a subscript expands once more: `'a[$(…)]'`.
  var hidesExpansion: Bool { Self.hidesExpansion(text) }

  /// Whether a text would be expanded once more where it is taken for arithmetic.
  static func hidesExpansion(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.contains(ShellByte.openBracket)
      && (bytes.contains(ShellByte.backquote) || bytes.contains(ShellByte.dollar))
  }

  /// Whether a value that is kept may become such a text, whole or as a part: `'a[$(…)]'`, `'$('`.
  var mayBecomeExpansion: Bool {
    if hidesExpansion || text.utf8.contains(ShellByte.backquote) { return true }
    return text.contains("$(") || text.hasSuffix("=$")
  }
}
