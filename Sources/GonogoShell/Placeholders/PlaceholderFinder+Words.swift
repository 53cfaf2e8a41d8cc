extension PlaceholderFinder {
  /// Reads the word that begins here, and what hangs on it.
  mutating func readWord(_ region: TextRegion) {
    let start = position
    var end = position
    while isWordByte(byte(end)) || byte(end) == ShellByte.minus { end += 1 }
    defer { if position == start { position = end } }
    let word = PlaceholderWord(text(start..<end))
    let after = byte(end)
    if isShell, region == .bare || region == .double || region == .single,
      let path = pathEnd(from: start, wordEnd: end)
    {
      return addPath(path, region)
    }
    if let host = hostEnd(from: start, wordEnd: end) {
      position = start
      return add(text(start..<host), host, region, false)
    }
    if let version = versionEnd(from: start), region != .heredoc, region != .literal {
      return add(text(start..<version), version, region, false)
    }
    if after == ShellByte.colon, let tag = entityTag(from: start, end) {
      position = tag.lowerBound
      return add(text(tag), tag.upperBound, region, false)
    }
    if word.isStandIn {
      // `YOUR_TOKEN=x` sets a variable of this name.
      if after == ShellByte.equals, region == .bare, ShellByte.isMeta(byte(start - 1)) { return }
      return add(word.text, end, region, true)
    }
    if after == ShellByte.at, word.isNamedSecret, followsUser(start) {
      return add(word.text, end, region, false)
    }
    if word.isCounted, region == .bare, after != ShellByte.equals,
      [ShellByte.space, ShellByte.hash, ShellByte.comma].contains(byte(start - 1))
    {
      return add(word.text, end, region, false)
    }
    if region == .bare || region == .double || region == .single,
      word.isInForeignBrackets || isAddressPart(start, word.text)
    {
      return add(word.text, end, region, false)
    }
    if isShell, region == .bare || region == .double || region == .single, isHost(start, end) {
      return add(word.text, end, region, false)
    }
    if isShell, region == .bare || isAfterSlashes(start), standsAlone(start, end),
      word.isNamed && !followsNaming() || word.isGenericName && isClientArgument(start)
    {
      return add(word.text, end, region, false)
    }
    if !isShell,
      word.isUnnamed && isNamedInSQL(start, end, region)
        || word.isNamed && isNameOfColumn(start, end, region)
    {
      return add(word.text, end, region, false)
    }
    if word.isMask, region == .bare || region == .double || region == .single,
      !followsSearching()
    {
      add(word.text, end, region, false)
    }
  }

  /// The value of `If-None-Match: "…"`, which an earlier answer gave and the next run does not.
  private func entityTag(from start: Int, _ end: Int) -> Range<Int>? {
    guard ["if-none-match", "if-match"].contains(text(start..<end).lowercased()) else { return nil }
    var first = end + 1
    while [ShellByte.space, ShellByte.doubleQuote, ShellByte.backslash].contains(byte(first)) {
      first += 1
    }
    var last = first
    while isWordByte(byte(last)) || byte(last) == ShellByte.minus { last += 1 }
    return last > first ? first..<last : nil
  }

  /// True for `:id` as a part of a path, and for a host in a script that no host is written in.
  private func isAddressPart(_ start: Int, _ word: String) -> Bool {
    if byte(start - 1) == ShellByte.colon, byte(start - 2) == 0x2F {
      return byte(start - 3) != 0x20
    }
    return isAfterSlashes(start) && word.utf8.contains { $0 >= 0x80 }
  }

  private func isAfterSlashes(_ start: Int) -> Bool {
    byte(start - 1) == 0x2F && byte(start - 2) == 0x2F && byte(start - 3) == ShellByte.colon
  }

  /// True for `table_name` behind FROM and its like, and for `'table_name'`: elsewhere it is the column of
  /// a catalogue.
  private func isNamedInSQL(_ start: Int, _ end: Int, _ region: TextRegion) -> Bool {
    if region == .single {
      return byte(start - 1) == ShellByte.singleQuote && byte(end) == ShellByte.singleQuote
    }
    guard region == .bare, byte(start - 1) == ShellByte.space else { return false }
    var first = start - 1
    while first > 0, start - first <= 12, byte(first - 1) != ShellByte.space,
      byte(first - 1) != ShellByte.newline
    {
      first -= 1
    }
    return [
      "from", "join", "into", "update", "table", "\\d", "\\d+", "index", "view", "exists", "only",
    ].contains(text(first..<start - 1).lowercased())
  }

  /// True for a whole argument, a part of a path or address, or the value of an option; not for the
  /// name of a file: `RELEASE-NOTES.md`.
  private func standsAlone(_ start: Int, _ end: Int) -> Bool {
    let before = byte(start - 1)
    let after = byte(end)
    let next = byte(end + 1)
    if after == ShellByte.dot, isShell, !isAfterSlashes(start), (0x61...0x7A).contains(next),
      bytes[start..<end].allSatisfy({ !(0x61...0x7A).contains($0) })
    {
      return false
    }
    return
      (before == ShellByte.space || before == 0x2F || before == ShellByte.colon
      || before == ShellByte.equals || before == ShellByte.at)
      && (after == ShellByte.space || after == ShellByte.newline || after == 0x2F
        || after == ShellByte.dot || after == ShellByte.colon)
  }

  /// True for the place of the password in `scheme://user:password@host`.
  private func followsUser(_ start: Int) -> Bool {
    guard byte(start - 1) == 0x3A else { return false }
    var index = start - 1
    while start - index <= 64, isWordByte(byte(index - 1)) || "-.%".utf8.contains(byte(index - 1)) {
      index -= 1
    }
    return index < start - 1 && byte(index - 1) == 0x2F && byte(index - 2) == 0x2F
      && byte(index - 3) == 0x3A
  }

  /// The end of `/path/to/something` when the word `path` at `start` opens one.
  private func pathEnd(from start: Int, wordEnd: Int) -> Int? {
    let first = text(start..<wordEnd)
    guard byte(wordEnd) == 0x2F,
      let opening = Self.paths.first(where: {
        first == $0.first && bytes[(wordEnd + 1)...].starts(with: $0.rest.utf8)
      })
    else { return nil }
    var end = wordEnd + 1 + opening.rest.utf8.count
    while isWordByte(byte(end)) || "-./".utf8.contains(byte(end)) { end += 1 }
    return end
  }

  private static let paths: [(first: String, rest: String)] = [
    ("path", "to/"), ("ruta", "a/"), ("ruta", "al/"), ("pfad", "zu/"), ("pfad", "zur/"),
    ("pfad", "zum/"), ("chemin", "vers/"), ("caminho", "para/"), ("caminho", "do/"),
  ]

  private mutating func addPath(_ end: Int, _ region: TextRegion) {
    let isRooted = byte(position - 1) == 0x2F
    let isInside = isRooted && (isWordByte(byte(position - 2)) || byte(position - 2) == 0x2F)
    // `https://host/path/to/x`: where the address ends and the example begins, nobody knows.
    if isRooted, !isInside { position -= 1 }
    add(text(position..<end), end, region, !isInside)
  }

  /// The end of a host under `example.com`, which is nobody's.
  private func hostEnd(from start: Int, wordEnd: Int) -> Int? {
    guard text(start..<wordEnd).hasSuffix("example"), byte(wordEnd) == ShellByte.dot,
      byte(start - 1) != ShellByte.at
    else { return nil }
    for domain in ["com", "org", "net"] where bytes[(wordEnd + 1)...].starts(with: domain.utf8) {
      let end = wordEnd + 4
      return isWordByte(byte(end)) ? nil : end
    }
    return nil
  }

  /// The end of `v1.x`, `1.x.x`; `18.x` is the name of a branch.
  private func numberedVersionEnd(from start: Int) -> Int? {
    var index = start
    let isNamed = byte(index) | 0x20 == 0x76
    if isNamed { index += 1 }
    while ShellByte.isDigit(byte(index))
      || byte(index) == ShellByte.dot && ShellByte.isDigit(byte(index + 1))
    {
      index += 1
    }
    var open = 0
    while byte(index) == ShellByte.dot, byte(index + 1) | 0x20 == 0x78 {
      index += 2
      open += 1
    }
    guard open >= (isNamed ? 1 : 2), !isWordByte(byte(index)) else { return nil }
    return index
  }

  /// The end of `vX.Y`, `X.Y.Z`.
  private func versionEnd(from start: Int) -> Int? {
    guard byte(start - 1) != ShellByte.dot else { return nil }
    var index = start
    if byte(index) | 0x20 == 0x76 { index += 1 }
    if ShellByte.isDigit(byte(index)) { return numberedVersionEnd(from: start) }
    guard byte(index) == 0x58, byte(index + 1) == ShellByte.dot else { return nil }
    index += 1
    while byte(index) == ShellByte.dot, [0x59, 0x5A, 0x58].contains(byte(index + 1)) { index += 2 }
    return isWordByte(byte(index)) || byte(index - 1) == ShellByte.dot ? nil : index
  }
}
