/// Phrases, held word by word: each node stands for the words that lead to it.
///
/// Made for the lists of words that every start of gonogo reads: words are kept as bytes of one
/// array and looked up by their hash (FNV-1a), so that building takes about as long as reading the
/// bytes once.
package struct WordTrie: Sendable {
  /// A word behind the words that lead to a node.
  private struct Edge {
    let hash: UInt32
    /// The node that it leads away from.
    let node: Int32
    /// Where its bytes stand in `bytes`.
    let start: Int32
    let count: Int32
    /// The node that it leads to.
    let next: Int32
  }

  /// A word that code points may spell in several ways, behind the words that lead to a node.
  private struct Variant: Hashable {
    let node: Int
    let word: String
  }

  /// The node before the first word.
  package static let root = 0

  private var bytes: [UInt8] = []
  private var edges: [Edge] = []
  /// Indices of `edges` by their hash, -1 where none is; its size is a power of two.
  private var slots: [Int32]
  /// The nodes behind words with marks, which some systems write behind their letters (`u` and `¨`).
  private var variants: [Variant: Int] = [:]

  /// A trie for about `count` words; more are taken as well.
  package init(reserving count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    edges.reserveCapacity(count)
    bytes.reserveCapacity(count * 8)
    variants.reserveCapacity(count / 4)
  }

  /// How many nodes there are, the root among them; nodes are numbered from 0.
  package var nodeCount: Int { edges.count + 1 }

  /// The node behind `word` after `node`; made when it is not there yet.
  package mutating func insert(_ word: String, after node: Int) -> Int {
    insert(Array(word.utf8)[...], after: node)
  }

  /// The node behind the word that is spelled by `word`, UTF-8, after `node`; made when it is not
  /// there yet.
  package mutating func insert(_ word: ArraySlice<UInt8>, after node: Int) -> Int {
    var hash = Self.seed(node)
    for byte in word { Self.add(byte, to: &hash) }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let edge = edges[Int(slots[slot])]
      if edge.hash == hash, edge.node == node, edge.count == word.count,
        bytes[Int(edge.start)..<Int(edge.start + edge.count)].elementsEqual(word)
      {
        return Int(edge.next)
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(edges.count)
    edges.append(
      Edge(
        hash: hash, node: Int32(node), start: Int32(bytes.count), count: Int32(word.count),
        next: Int32(edges.count + 1)))
    bytes.append(contentsOf: word)
    // Chinese and Japanese signs but those with marks are spelled in one way.
    if word.contains(where: { ($0 >= 0xC3 && $0 <= 0xC9) || $0 == 0xE3 || $0 >= 0xEA }) {
      variants[Variant(node: node, word: String(decoding: word, as: UTF8.self))] = edges.count
    }
    if edges.count * 2 > slots.count { grow() }
    return edges.count
  }

  /// The node behind `word` after `node`, or nil when no phrase goes on like that.
  package func next(after node: Int, _ word: String) -> Int? {
    let wanted = word.utf8.span
    var hash = Self.seed(node)
    for index in wanted.indices { Self.add(wanted[index], to: &hash) }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let edge = edges[Int(slots[slot])]
      if edge.hash == hash, edge.node == node, isSpelled(edge, wanted) { return Int(edge.next) }
      slot = (slot + 1) & mask
    }
    guard word.unicodeScalars.contains(where: Self.joins) else { return nil }
    return variants[Variant(node: node, word: word)]
  }

  /// True for marks and parts that make one sign with what stands before them.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x3099...0x309A, 0x1100...0x11FF: true
    default: false
    }
  }

  private func isSpelled(_ edge: Edge, _ word: Span<UInt8>) -> Bool {
    guard Int(edge.count) == word.count else { return false }
    for index in word.indices where bytes[Int(edge.start) + index] != word[index] { return false }
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
