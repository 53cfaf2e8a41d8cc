/// Patterns as a tree: each node stands for the beginning of some pattern.
struct PatternTree {
  /// What is known when a pattern has been read to its end.
  struct End {
    /// The pattern's length.
    var length: Int32 = 0
    /// Whose it is; -1 for none.
    var label: Int32 = -1
    /// The token format that it opens; -1 for none.
    var format: Int32 = -1
  }

  /// The byte that leads to each node.
  private(set) var bytes: [UInt8] = [0]
  private(set) var firstChild: [Int32] = [-1]
  private(set) var sibling: [Int32] = [-1]
  private(set) var depth: [Int32] = [0]
  private(set) var ends: [End] = [End()]

  /// Adds a secret's spelling; of two secrets with the same one the first counts.
  mutating func add(_ pattern: [UInt8], label: Int) {
    let node = insert(pattern)
    if ends[node].label < 0 {
      ends[node].length = Int32(pattern.count)
      ends[node].label = Int32(label)
    }
  }

  /// Adds what a token format begins with.
  mutating func add(_ prefix: [UInt8], format: Int) { ends[insert(prefix)].format = Int32(format) }

  private mutating func insert(_ pattern: [UInt8]) -> Int {
    var node = 0
    for byte in pattern { node = child(of: node, by: byte) ?? append(byte, to: node) }
    return node
  }

  /// The node behind `byte`, or nil.
  func child(of node: Int, by byte: UInt8) -> Int? {
    var child = firstChild[node]
    while child >= 0 {
      if bytes[Int(child)] == byte { return Int(child) }
      child = sibling[Int(child)]
    }
    return nil
  }

  private mutating func append(_ byte: UInt8, to node: Int) -> Int {
    let new = bytes.count
    bytes.append(byte)
    sibling.append(firstChild[node])
    firstChild[node] = Int32(new)
    firstChild.append(-1)
    depth.append(depth[node] + 1)
    ends.append(End())
    return new
  }
}
