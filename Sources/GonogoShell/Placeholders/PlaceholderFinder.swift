internal import GonogoCore

/// Finds what a block leaves to its reader to put in.
package struct PlaceholderFinder {
  let bytes: [UInt8]
  let regions: [TextRegion]
  let isShell: Bool
  let hasMarkup: Bool
  /// True where the block says itself what its `$1` is: PREPARE, the body of a function.
  let definesParameters: Bool
  /// True where psql is told what its `:name` is.
  let setsVariables: Bool
  var found: [Placeholder] = []
  var position = 0
  var lineStart = 0
  var line = PlaceholderLine()

  /// The placeholders of a block of shell, in order.
  package static func placeholders(inShell script: [UInt8]) -> [Placeholder] {
    let reader = RegionReader(shell: script)
    var finder = PlaceholderFinder(script, reader.regions, isShell: true)
    return finder.all()
  }

  /// The placeholders of a block of SQL, in order.
  package static func placeholders(inSQL script: [UInt8]) -> [Placeholder] {
    var finder = PlaceholderFinder(script, RegionReader(sql: script).regions, isShell: false)
    return finder.all()
  }

  private init(_ bytes: [UInt8], _ regions: [TextRegion], isShell: Bool) {
    self.bytes = bytes
    self.regions = regions
    self.isShell = isShell
    let statements = isShell ? "" : String(decoding: bytes, as: UTF8.self).lowercased()
    definesParameters = statements.holds("$$") || statements.holds("prepare ")
    setsVariables = statements.holds("\\set") || statements.holds("\\gset")
    hasMarkup = zip(bytes, bytes.dropFirst()).contains { first, second in
      (first == ShellByte.less && second == 0x2F) || (first == 0x2F && second == ShellByte.greater)
    }
  }

  private mutating func all() -> [Placeholder] {
    while position < bytes.count {
      let start = position
      step()
      if position == start { position += 1 }
    }
    return found
  }

  private mutating func step() {
    let byte = bytes[position]
    if byte == ShellByte.newline { lineStart = position + 1 }
    let region = regions[position]
    if region == .comment || region == .expansion { return }
    switch byte {
    case ShellByte.less: readAngle(region)
    case ShellByte.openBrace: readBraces(region)
    case ShellByte.openBracket: isShell ? readBracket(region) : readSign(region)
    case ShellByte.dot, 0xE2: readEllipsis(region)
    case ShellByte.question, ShellByte.dollar, ShellByte.colon, 0x25:
      readParameter(region)
    case ShellByte.at where !isShell: readParameter(region)
    case ShellByte.hash where !isShell, ShellByte.ampersand where !isShell: readSign(region)
    case _ where !isShell && opensText(region): readStandInText(region)
    case _ where isWordByte(byte): readWord(region)
    default: break
    }
  }

  // MARK: Text

  func byte(_ index: Int) -> UInt8 {
    index >= 0 && index < bytes.count ? bytes[index] : ShellByte.newline
  }

  func isWordByte(_ byte: UInt8) -> Bool { ShellByte.isName(byte) || byte >= 0x80 }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// True when one of the templating programs stands before this place on its line.
  mutating func followsTemplating() -> Bool {
    if line.start != lineStart { line = PlaceholderLine(bytes, from: lineStart) }
    return line.templating < position
  }

  /// True when something stands before this place on its line to which a mask is no placeholder.
  mutating func followsSearching() -> Bool {
    if line.start != lineStart { line = PlaceholderLine(bytes, from: lineStart) }
    return line.searching < position
  }

  /// True when something stands before this place on its line to which the name of a variable or of
  /// a column is what it is given.
  mutating func followsNaming() -> Bool {
    if line.start != lineStart { line = PlaceholderLine(bytes, from: lineStart) }
    return line.naming < position
  }

  mutating func add(_ name: String, _ end: Int, _ region: TextRegion, _ isCertain: Bool) {
    found.append(
      Placeholder(name: name, range: position..<end, place: region, isCertain: isCertain))
    position = end
  }

  // MARK: Angles

  /// What people put between angles is a word or a short example, never a paragraph.
  private static let longestAngle = 200

  /// The end of `<word>` or `<several words>` that begins at `start`; nil for redirections.
  static func angle(in bytes: [UInt8], at start: Int) -> Int? {
    guard start + 2 < bytes.count, bytes[start] == ShellByte.less else { return nil }
    if start > 0, [ShellByte.less, ShellByte.question, ShellByte.dollar].contains(bytes[start - 1])
    {
      return nil
    }
    let first = bytes[start + 1]
    let isEllipsis = bytes[(start + 1)...].starts(with: Array("...>".utf8))
    guard ShellByte.isName(first) || first >= 0x80 || isEllipsis else { return nil }
    var index = start + 1
    while index < bytes.count, index - start <= longestAngle {
      let byte = bytes[index]
      if byte == ShellByte.greater {
        return bytes[index - 1] == ShellByte.space ? nil : index + 1
      }
      let isFine =
        ShellByte.isName(byte) || byte >= 0x80 || " -.:/|,@#+'()%*?!~".utf8.contains(byte)
      guard isFine else { return nil }
      index += 1
    }
    return nil
  }

  private mutating func readAngle(_ region: TextRegion) {
    guard let end = Self.angle(in: bytes, at: position) else { return }
    let name = text(position + 1..<end - 1)
    if !isShell {
      // `a<b and c>d` compares.
      guard !name.contains(" "), !isWordByte(byte(position - 1)) || name.contains("-") else {
        return
      }
    }
    if region != .bare {
      if hasMarkup || isWordByte(byte(position - 1)) || isMarkup(name) { return }
      if name.contains("@"), !name.lowercased().contains("your"), name.contains(".") { return }
    }
    let isNumber = name.allSatisfy { $0.isNumber || "-.,".contains($0) }
    add(name, end, region, !isNumber && !name.contains("..."))
  }

  private static let tags: Set<String> = [
    "html", "head", "title", "body", "div", "span", "p", "a", "b", "i", "h1", "h2", "h3", "h4",
    "ul", "ol", "li", "table", "tr", "td", "th", "br", "hr", "img", "pre", "code", "script",
    "style", "meta", "link", "form", "input", "button", "strong", "em", "details", "summary",
  ]

  private func isMarkup(_ name: String) -> Bool {
    Self.tags.contains(name.lowercased().split(separator: " ").first.map(String.init) ?? "")
  }

  // MARK: Braces and brackets

  private mutating func readBraces(_ region: TextRegion) {
    let before = byte(position - 1)
    if [0x40, 0x25, 0x5E, ShellByte.dollar, ShellByte.backslash, ShellByte.hash].contains(before) {
      return
    }
    let isDouble = byte(position + 1) == ShellByte.openBrace
    var start = position + (isDouble ? 2 : 1)
    var end = start
    while byte(end) == ShellByte.space, isDouble { end += 1 }
    start = end
    while isWordByte(byte(end)) || byte(end) == ShellByte.minus { end += 1 }
    guard end > start, !ShellByte.isDigit(byte(start)), byte(start) != ShellByte.minus else {
      return
    }
    let name = text(start..<end)
    while byte(end) == ShellByte.space, isDouble { end += 1 }
    guard byte(end) == ShellByte.closeBrace else { return }
    if isDouble {
      guard byte(end + 1) == ShellByte.closeBrace else { return }
      let keywords: Set<String> = ["end", "else", "range", "if", "with", "json", "template"]
      if keywords.contains(name) || (region != .bare && followsTemplating()) { return }
      add(name, end + 2, region, true)
      return
    }
    if !isShell, region == .single, before == ShellByte.singleQuote,
      byte(end + 1) == ShellByte.singleQuote
    {
      return add(name, end + 1, region, false)
    }
    guard region != .heredoc, region != .literal, isShell else { return }
    if region != .bare, followsTemplating() || name == "end" { return }
    add(name, end + 1, region, region == .bare)
  }

  private mutating func readBracket(_ region: TextRegion) {
    guard region == .bare || region == .single || region == .double, isShell else { return }
    let before = byte(position - 1)
    let opens =
      ShellByte.isMeta(before) || before >= 0x7F
      || [ShellByte.equals, 0x2F, ShellByte.colon, ShellByte.at, ShellByte.comma].contains(before)
      || before == ShellByte.doubleQuote || before == ShellByte.singleQuote
      || before == ShellByte.minus || before == 0x5F
    guard opens else { return }
    var end = position + 1
    while isWordByte(byte(end)) || byte(end) == ShellByte.minus || byte(end) == ShellByte.space {
      end += 1
    }
    guard byte(end) == ShellByte.closeBracket, end - position > 3,
      byte(end - 1) != ShellByte.space, byte(position + 1) != ShellByte.space
    else { return }
    let name = text(position + 1..<end)
    guard name.first?.isLetter ?? false else { return }
    let after = byte(end + 1)
    if [0x2A, ShellByte.plus, ShellByte.question, ShellByte.closeBracket].contains(after) {
      return
    }
    let isRange = name.split(separator: "-").allSatisfy { $0.count <= 2 }
    if isRange { return }
    if region != .bare {
      let isCapital = name.contains("_") && name.allSatisfy { $0.isUppercase || $0 == "_" }
      guard isCapital || name.lowercased().hasPrefix("your") else { return }
    }
    add(name, end + 1, region, false)
  }

  // MARK: Ellipses

  private mutating func readEllipsis(_ region: TextRegion) {
    guard region == .bare || region == .single || region == .double else { return }
    // Of SQL only a whole text is left open: `'...'`.
    if !isShell, region == .bare { return }
    let isSign = bytes[position...].starts(with: [0xE2, 0x80, 0xA6])
    let isDots = bytes[position...].starts(with: "...".utf8)
    guard isSign || isDots else { return }
    let end = position + 3
    let before = byte(position - 1)
    let after = byte(end)
    if before == ShellByte.dot || after == ShellByte.dot || before == 0x2F {
      position = end
      return
    }
    let closers: [UInt8] = [ShellByte.closeBrace, ShellByte.closeBracket, ShellByte.close]
    let openers: [UInt8] = [ShellByte.openBrace, ShellByte.openBracket, ShellByte.open]
    let isPart: Bool
    if region == .bare {
      isPart = ShellByte.isMeta(after) || closers.contains(after)
    } else {
      let quote = region == .single ? ShellByte.singleQuote : ShellByte.doubleQuote
      isPart =
        (before == quote && after == quote) || (openers.contains(before) && closers.contains(after))
    }
    guard isPart else {
      position = end
      return
    }
    add(text(position..<end), end, region, false)
  }
}
