extension StringProtocol {
  /// True when a sign from U+3000 on stands in the text: those of scripts without blanks between words,
  /// and emoji.
  ///
  /// By bytes: in UTF-8 just those signs begin with a byte from 0xE3 on, and no sign goes on with one.
  var hasWideSigns: Bool { utf8.contains { $0 >= 0xE3 } }

  /// True when the first sign is one of them.
  var opensWide: Bool { utf8.first.map { $0 >= 0xE3 } ?? false }
}
