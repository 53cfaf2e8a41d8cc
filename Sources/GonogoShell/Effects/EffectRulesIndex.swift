import GonogoCore

/// Where the lines of each program stand in a rules file.
///
/// A checklist needs a few of some hundred programs, and every start of gonogo would pay for all.
struct EffectRulesIndex: Sendable {
  /// A line about a program, in the chain of those about it in file order.
  private struct Link {
    let start: Int32
    var next: Int32 = -1
  }

  private let bytes: [UInt8]
  private var names: WordTrie
  /// The first and the last link of each name's chain, by the name's node.
  private var chains: [(first: Int32, last: Int32)] = [(-1, -1)]
  private var links: [Link] = []
  /// The file's named sets of options.
  private var sets: [String: [String]] = [:]

  /// Goes through the file once; `globals` gets what it says about no program.
  ///
  /// - Throws: `EffectRulesError` for a line about no program that is not a rule; other lines are
  ///   not looked into.
  init(_ bytes: [UInt8], globals: inout EffectRules) throws(EffectRulesError) {
    self.bytes = bytes
    names = WordTrie(reserving: 2048, of: bytes)
    var parser = EffectRulesParser()
    links.reserveCapacity(4096)
    chains.reserveCapacity(2048)
    var place = 0
    while place < bytes.count {
      let start = place
      let verb = Self.nextWord(of: bytes, at: &place)
      if !verb.isEmpty {
        try readLine(IndexedVerb(bytes[verb]), from: start, &place, &parser)
      }
      while place < bytes.count, bytes[place] != ShellByte.newline { place += 1 }
      place += 1
    }
    sets = parser.sets
    globals = parser.rules
  }

  /// Reads the line that begins at byte `start`, from `place` behind its first word.
  private mutating func readLine(
    _ verb: IndexedVerb, from start: Int, _ place: inout Int, _ parser: inout EffectRulesParser
  ) throws(EffectRulesError) {
    switch verb {
    case .global:
      var rest = bytes[start...]
      guard let words = EffectRulesParser.nextLine(of: &rest), words.count > 1 else { return }
      try parser.read(words)
    case .list: addNames(&place, from: start)
    case .listBehindWord:
      _ = Self.nextWord(of: bytes, at: &place)
      addNames(&place, from: start)
    case .alternatives:
      let word = Self.nextWord(of: bytes, at: &place)
      var first = word.lowerBound
      for index in word where bytes[index] == ShellByte.pipe {
        add(first..<index, start)
        first = index + 1
      }
      add(first..<word.upperBound, start)
    }
  }

  /// The next word of the line, empty at its end or before a comment.
  private static func nextWord(of bytes: [UInt8], at place: inout Int) -> Range<Int> {
    while place < bytes.count, bytes[place] <= ShellByte.space, bytes[place] != ShellByte.newline {
      place += 1
    }
    let start = place
    guard place < bytes.count, bytes[place] != ShellByte.hash else { return start..<start }
    while place < bytes.count, bytes[place] > ShellByte.space { place += 1 }
    return start..<place
  }

  private mutating func addNames(_ place: inout Int, from start: Int) {
    while true {
      let word = Self.nextWord(of: bytes, at: &place)
      if word.isEmpty { return }
      add(word, start)
    }
  }

  private mutating func add(_ name: Range<Int>, _ start: Int) {
    guard !name.isEmpty else { return }
    let node = names.insert(name, after: WordTrie.root)
    while chains.count < names.nodeCount { chains.append((-1, -1)) }
    let link = Int32(links.count)
    links.append(Link(start: Int32(start)))
    if chains[node].last < 0 {
      chains[node].first = link
    } else {
      links[Int(chains[node].last)].next = link
    }
    chains[node].last = link
  }

  /// What the file says about a program, or nil.
  func program(_ name: String) -> ProgramRules? { program(name, before: Int32.max) }

  /// What the lines before byte `end` say about a program.
  private func program(_ name: String, before end: Int32) -> ProgramRules? {
    guard let node = names.next(after: WordTrie.root, name) else { return nil }
    var own = EffectRulesParser(only: name, sets: sets)
    var next = chains[node].first
    while next >= 0, links[Int(next)].start < end {
      let link = links[Int(next)]
      next = link.next
      var rest = bytes[Int(link.start)...]
      guard let words = EffectRulesParser.nextLine(of: &rest), words.count > 1 else { continue }
      if words[0].elementsEqual("like".utf8) {
        own.rules.eager[name] = program(
          String(decoding: words[1], as: UTF8.self), before: link.start)
      } else if (try? own.read(words)) == nil {
        // Half of what is known of a program may say that it only reads.
        return nil
      }
    }
    return own.rules.eager[name]
  }
}
