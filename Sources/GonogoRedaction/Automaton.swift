/// Finds many patterns at once in a stream, in one step a byte (Aho and Corasick, 1975).
///
/// Near its root, where nearly all bytes of an ordinary output leave it, it is a dense table; the
/// rest, which is long and seldom entered, is kept as a tree. Bytes that it skips change nothing.
struct Automaton: Sendable {
  /// A state: the place of a row in `rows`, or a node of the tree with `isDeep` set.
  typealias State = UInt32

  /// Set in the states that are kept as nodes; every state that ends a pattern is one.
  static let isDeep: State = 1 << 31
  /// Nodes at most this deep have a row. Patterns are longer.
  private static let shallow = 2

  /// The state behind each shallow state and class of bytes.
  let rows: [State]
  private let columns: Int
  private let skips: [Bool]
  private let bytes: [UInt8]
  private let firstChild: [Int32]
  private let sibling: [Int32]
  private let depths: [Int32]
  private let ends: [PatternTree.End]
  private let fallback: [State]
  /// The depth of each row's state.
  private let rowDepths: [Int32]

  /// True when there is nothing to find.
  var isEmpty: Bool { bytes.count == 1 }

  /// The automaton of `tree` for bytes in `classes`, passing over those of `skipped`.
  init(_ tree: PatternTree, _ classes: ByteClasses, skipped: Set<UInt8>) {
    let columns = classes.columns
    self.columns = columns
    skips = (0..<256).map { skipped.contains(UInt8($0)) }
    bytes = tree.bytes
    firstChild = tree.firstChild
    sibling = tree.sibling
    depths = tree.depth
    var ends = tree.ends
    var rows = [State](repeating: 0, count: columns)
    var rowDepths: [Int32] = [0]
    var states = [State](repeating: 0, count: tree.bytes.count)
    var fallback = [State](repeating: 0, count: tree.bytes.count)
    var failing = [Int32](repeating: 0, count: tree.bytes.count)
    // Breadth first: what a node falls back to is complete before it is needed.
    var order: [Int32] = [0]
    var next = 0
    while next < order.count {
      let node = Int(order[next])
      next += 1
      var child = tree.firstChild[node]
      while child >= 0 {
        let index = Int(child)
        order.append(child)
        if node > 0 {
          let byte = tree.bytes[index]
          var other = Int(failing[node])
          while other > 0, tree.child(of: other, by: byte) == nil { other = Int(failing[other]) }
          failing[index] = Int32(tree.child(of: other, by: byte) ?? 0)
        }
        let behind = Int(failing[index])
        if ends[index].label < 0 {
          ends[index].label = ends[behind].label
          ends[index].length = ends[behind].length
        }
        if ends[index].format < 0 { ends[index].format = ends[behind].format }
        if tree.depth[index] <= Self.shallow {
          states[index] = State(rows.count)
          rows += [State](repeating: 0, count: columns)
          rowDepths.append(tree.depth[index])
        } else {
          states[index] = Self.isDeep | State(index)
        }
        fallback[index] = states[behind]
        child = tree.sibling[index]
      }
    }
    for node in order where tree.depth[Int(node)] <= Self.shallow {
      let index = Int(node)
      let row = Int(states[index])
      if index > 0 {
        let behind = Int(fallback[index])
        for column in 0..<columns { rows[row + column] = rows[behind + column] }
      }
      var child = tree.firstChild[index]
      while child >= 0 {
        rows[row + Int(classes.of[Int(tree.bytes[Int(child)])])] = states[Int(child)]
        child = tree.sibling[Int(child)]
      }
      for byte in skipped { rows[row + Int(classes.of[Int(byte)])] = State(row) }
    }
    self.rows = rows
    self.rowDepths = rowDepths
    self.fallback = fallback
    self.ends = ends
  }

  /// The state behind `state` and `byte`, which is of class `column`.
  func next(_ state: State, _ byte: UInt8, column: Int) -> State {
    if skips[Int(byte)] { return state }
    var state = state
    while state & Self.isDeep != 0 {
      let node = Int(state & ~Self.isDeep)
      var child = firstChild[node]
      while child >= 0 {
        if bytes[Int(child)] == byte { return Self.isDeep | State(child) }
        child = sibling[Int(child)]
      }
      state = fallback[node]
    }
    return rows[Int(state) + column]
  }

  /// What ends in `state`, a deep one.
  func end(_ state: State) -> PatternTree.End { ends[Int(state & ~Self.isDeep)] }

  /// True for a byte that it passes over.
  func skips(_ byte: UInt8) -> Bool { skips[Int(byte)] }

  /// How many bytes, without the skipped ones, may yet become a part of a pattern.
  func depth(_ state: State) -> Int {
    state & Self.isDeep != 0
      ? Int(depths[Int(state & ~Self.isDeep)]) : Int(rowDepths[Int(state) / columns])
  }
}
