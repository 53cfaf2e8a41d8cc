/// Phrases, held word by word: each node stands for the words that lead to it.
///
/// Made for the lists of words that every start of gonogo reads: words stay where they stand in the
/// list and are looked up by their hash (FNV-1a), so that building takes about as long as reading the
/// bytes once.
package struct WordTrie: Sendable {
  /// A word behind the words that lead to a node; the node that it leads to is its place among all
  /// edges, counted from 1.
  private struct Edge {
    let hash: UInt32
    /// The node that it leads away from.
    let node: Int32
    /// Where its bytes stand in `list`, or behind its end in `others`.
    let start: Int32
    let count: Int32
  }

  /// The node before the first word.
  package static let root = 0

  /// The list of words, UTF-8.
  private let list: [UInt8]
  /// The words that do not stand in the list as they are looked up.
  private var others: [UInt8] = []
  private var edges: [Edge] = []
  /// Indices of `edges` by their hash, -1 where none is; its size is a power of two.
  private var slots: [Int32]

  /// A trie for about `count` words of `list`, UTF-8; more are taken as well.
  package init(reserving count: Int, of list: [UInt8] = []) {
    var size = 16
    while size < count * 2 { size *= 2 }
    self.list = list
    slots = Array(repeating: -1, count: size)
    edges.reserveCapacity(count)
  }

  /// How many nodes there are, the root among them; nodes are numbered from 0.
  package var nodeCount: Int { edges.count + 1 }

  /// The node behind `word` after `node`; made when it is not there yet.
  package mutating func insert(_ word: String, after node: Int) -> Int {
    let start = others.count
    others.append(contentsOf: word.utf8)
    let known = edges.count
    var hash = Self.seed(node)
    for byte in others[start...] { Self.add(byte, to: &hash) }
    let next = insert(hash, list.count + start, others.count - start, after: node)
    if edges.count == known { others.removeSubrange(start...) }
    return next
  }

  /// The node behind the word that stands at these bytes of the list, after `node`; made when it is
  /// not there yet.
  package mutating func insert(_ place: Range<Int>, after node: Int) -> Int {
    var hash = Self.seed(node)
    for index in place { Self.add(list[index], to: &hash) }
    return insert(hash, place.lowerBound, place.count, after: node)
  }

  /// Takes a plain phrase off the list, from byte `place` to the first of `separator` and the end of
  /// the line, and leaves `place` there.
  ///
  /// Nearly all phrases are plain: small letters and spaces, or the signs of one East Asian script. A
  /// split that knows every script takes several times as long, and every start of gonogo pays for it.
  /// - Parameters:
  ///   - place: the phrase's first byte; then what ends it.
  ///   - separator: what stands between phrases.
  ///   - signsAreWords: whether each sign of a script without blanks is a word.
  /// - Returns: the phrase, or nil for any other, which takes the slow way.
  package mutating func insertPhrase(
    at place: inout Int, before separator: UInt8, signsAreWords: Bool
  ) -> ListedPhrase? {
    // Held apart from `self`, so that words can be put in while it is read.
    let held = list
    let bytes = held.span
    var phrase = ListedPhrase(node: Self.root)
    var hash = Self.seed(phrase.node)
    var index = place
    var start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 || byte == separator || byte == 0x0A {
        if index > start { close() }
        guard byte == 0x20 else { break }
        index += 1
        start = index
      } else if byte >= 0x61, byte <= 0x7A {
        Self.add(byte, to: &hash)
        index += 1
      } else {
        let length = ListedPhrase.length(ofSignAt: index, in: bytes)
        guard length > 0 else {
          while index < bytes.count, bytes[index] != separator, bytes[index] != 0x0A { index += 1 }
          place = index
          return nil
        }
        let isWord = signsAreWords && length == 3
        if isWord, index > start { close() }
        for next in index..<index + length { Self.add(bytes[next], to: &hash) }
        index += length
        if length == 3 { phrase.hasSigns = true }
        if isWord { close() }
      }
    }
    if index == bytes.count, index > start { close() }
    place = index
    return phrase

    func close() {
      phrase.node = insert(hash, start, index - start, after: phrase.node)
      phrase.wordCount += 1
      hash = Self.seed(phrase.node)
      start = index
    }
  }

  private mutating func insert(_ hash: UInt32, _ start: Int, _ count: Int, after node: Int) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      let edge = edges[index]
      if edge.hash == hash, edge.node == node, edge.count == count, isSpelled(edge, start) {
        return index + 1
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(edges.count)
    edges.append(
      Edge(hash: hash, node: Int32(node), start: Int32(start), count: Int32(count)))
    if edges.count * 2 > slots.count { grow() }
    return edges.count
  }

  /// The node behind `word` after `node`, or nil when no phrase goes on like that.
  package func next(after node: Int, _ word: String) -> Int? {
    if let next = spelledNext(after: node, word) { return next }
    // Some systems write marks behind their letters (`u` and `¨`).
    guard word.unicodeScalars.contains(where: ComposedSigns.joins) else { return nil }
    return spelledNext(after: node, ComposedSigns.composed(word))
  }

  private func spelledNext(after node: Int, _ word: String) -> Int? {
    let wanted = word.utf8.span
    var hash = Self.seed(node)
    for index in wanted.indices { Self.add(wanted[index], to: &hash) }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      let edge = edges[index]
      if edge.hash == hash, edge.node == node, isSpelled(edge, wanted) { return index + 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func byte(_ place: Int) -> UInt8 {
    place < list.count ? list[place] : others[place - list.count]
  }

  /// True when the word of `edge` is spelled like the one of the same length at `start`.
  private func isSpelled(_ edge: Edge, _ start: Int) -> Bool {
    for index in 0..<Int(edge.count) where byte(Int(edge.start) + index) != byte(start + index) {
      return false
    }
    return true
  }

  private func isSpelled(_ edge: Edge, _ word: Span<UInt8>) -> Bool {
    guard Int(edge.count) == word.count else { return false }
    for index in word.indices where byte(Int(edge.start) + index) != word[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, edge) in edges.enumerated() {
      var slot = Int(edge.hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
  }

  private static func seed(_ node: Int) -> UInt32 {
    2_166_136_261 ^ (UInt32(truncatingIfNeeded: node) &* 2_654_435_769)
  }

  private static func add(_ byte: UInt8, to hash: inout UInt32) {
    hash = (hash ^ UInt32(byte)) &* 16_777_619
  }
}
