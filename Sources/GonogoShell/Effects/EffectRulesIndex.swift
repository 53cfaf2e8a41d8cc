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
  private var names = WordTrie(reserving: 2048)
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
    var parser = EffectRulesParser()
    links.reserveCapacity(4096)
    chains.reserveCapacity(2048)
    var rest = bytes[...]
    while true {
      let start = Int32(rest.startIndex)
      guard let words = EffectRulesParser.nextLine(of: &rest) else { break }
      guard words.count > 1 else { continue }
      switch String(decoding: words[0], as: UTF8.self) {
      case "functions", "options", "environment": try parser.read(words)
      case "words", "builtin", "arguments": for name in words[1...] { add(name, start) }
      case "like", "language": for name in words[2...] { add(name, start) }
      default: for name in words[1].split(separator: ShellByte.pipe) { add(name, start) }
      }
    }
    sets = parser.sets
    globals = parser.rules
  }

  private mutating func add(_ name: EffectRulesParser.Word, _ start: Int32) {
    let node = names.insert(name, after: WordTrie.root)
    while chains.count < names.nodeCount { chains.append((-1, -1)) }
    let link = Int32(links.count)
    links.append(Link(start: start))
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
