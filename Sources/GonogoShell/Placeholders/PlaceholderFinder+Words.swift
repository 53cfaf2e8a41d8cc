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
    if word.isMask, region == .bare || region == .double || region == .single,
      !followsSearching()
    {
      add(word.text, end, region, false)
    }
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
    guard text(start..<wordEnd) == "path", bytes[wordEnd...].starts(with: "/to/".utf8) else {
      return nil
    }
    var end = wordEnd + 4
    while isWordByte(byte(end)) || "-./".utf8.contains(byte(end)) { end += 1 }
    return end
  }

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

  /// The end of `vX.Y`, `X.Y.Z`.
  private func versionEnd(from start: Int) -> Int? {
    guard byte(start - 1) != ShellByte.dot else { return nil }
    var index = start
    if byte(index) | 0x20 == 0x76 { index += 1 }
    guard byte(index) == 0x58, byte(index + 1) == ShellByte.dot else { return nil }
    index += 1
    while byte(index) == ShellByte.dot, [0x59, 0x5A, 0x58].contains(byte(index + 1)) { index += 2 }
    return isWordByte(byte(index)) || byte(index - 1) == ShellByte.dot ? nil : index
  }
}
