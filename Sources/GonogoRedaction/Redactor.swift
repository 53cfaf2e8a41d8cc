/// Replaces secrets in a stream of bytes by `[redacted:NAME]`, the same way whatever the chunks the
/// stream comes in.
///
/// It looks for every spelling of the secrets of its tables and for tokens of known formats. It
/// holds back only what may still become one; what touches is one run and gets one mark. Terminal
/// control must have been taken out before (`EscapeStripper`).
package struct Redactor: Sendable {
  /// States are forgotten after a whole block of this many bytes, counted from the beginning of the
  /// stream, in which there was nothing but bytes that are passed over: it bounds what is held.
  private static let block = 512

  private let tables: SecretTables
  /// What has come and has not been passed on.
  private var held: [UInt8] = []
  /// The stream position of the first held byte.
  private var base = 0
  /// The stream position of the next byte to look at.
  private var position = 0
  private var raw: Automaton.State = 0
  private var wrapped: Automaton.State = 0
  private var normalised: Automaton.State = 0
  private var found: [FoundSecret] = []
  private var own = OwnMarks()
  private var tokens: [TokenScan] = []
  /// For each format the stream position up to which one has been looked for.
  private var tokenEnds: [Int]
  /// The end of the run that the last mark stands for.
  private var runEnd = -1
  private var tally: [Int: Int] = [:]

  /// A redactor for one stream.
  package init(_ tables: SecretTables) {
    self.tables = tables
    tokenEnds = Array(repeating: 0, count: TokenFormat.all.count)
  }

  /// How many marks were made, by name.
  package var counts: [String: Int] {
    var counts: [String: Int] = [:]
    for (label, count) in tally { counts[tables.names[label], default: 0] += count }
    return counts
  }

  /// `chunk` without secrets, appended to `result`.
  package mutating func redact(_ chunk: ArraySlice<UInt8>, into result: inout [UInt8]) {
    guard !chunk.isEmpty else { return }
    held += chunk
    advanceTokens()
    scan()
    emit(upTo: holdStart(), into: &result)
  }

  /// What was held back at the end of the stream; the redactor is as new then but for its counts.
  package mutating func finish(into result: inout [UInt8]) {
    for index in tokens.indices {
      if case .found(let range) = tokens[index].finished() {
        found.append(FoundSecret(range: range, label: tables.secretNames + tokens[index].format))
      }
    }
    tokens = []
    emit(upTo: position, into: &result)
    (raw, wrapped, normalised) = (0, 0, 0)
    tokenEnds = tokenEnds.map { _ in position }
    runEnd = -1
  }

  // MARK: Looking

  private mutating func scan() {
    let end = base + held.count
    while position < end {
      let stop = min(end, (position / Self.block + 1) * Self.block)
      if tables.wrapped.isEmpty, tables.normalised.isEmpty {
        scanRaw(to: stop)
      } else {
        scanAll(to: stop)
      }
      if position % Self.block == 0, wrapped != 0 || normalised != 0 { forget() }
    }
  }

  /// Only the plain automaton: no secret is known.
  private mutating func scanRaw(to stop: Int) {
    while position < stop {
      let (start, automaton) = (position - base, tables.raw)
      var index = start
      var state = raw
      if state & Automaton.isDeep == 0 {
        unsafe held.withUnsafeBufferPointer { bytes in
          unsafe tables.classes.of.withUnsafeBufferPointer { classes in
            unsafe automaton.rows.withUnsafeBufferPointer { rows in
              let last = stop - base
              while index < last {
                let next = unsafe rows[Int(state) &+ Int(classes[Int(bytes[index])])]
                if next & Automaton.isDeep != 0 { break }
                state = next
                index &+= 1
              }
            }
          }
        }
      }
      raw = state
      position = base + index
      if position < stop { step() }
    }
  }

  private mutating func scanAll(to stop: Int) {
    while position < stop {
      if (raw | wrapped | normalised) & Automaton.isDeep == 0 { scanShallow(to: stop) }
      if position < stop { step() }
    }
  }

  /// Goes on while all three automata stay near their roots, which is nearly always.
  private mutating func scanShallow(to stop: Int) {
    var index = position - base
    var (first, second, third) = (raw, wrapped, normalised)
    unsafe held.withUnsafeBufferPointer { bytes in
      unsafe tables.classes.of.withUnsafeBufferPointer { classes in
        unsafe tables.raw.rows.withUnsafeBufferPointer { firstRows in
          unsafe tables.wrapped.rows.withUnsafeBufferPointer { secondRows in
            unsafe tables.normalised.rows.withUnsafeBufferPointer { thirdRows in
              let last = stop - base
              while index < last {
                let column = unsafe Int(classes[Int(bytes[index])])
                let next = unsafe firstRows[Int(first) &+ column]
                let other = unsafe secondRows[Int(second) &+ column]
                let another = unsafe thirdRows[Int(third) &+ column]
                if (next | other | another) & Automaton.isDeep != 0 { break }
                (first, second, third) = (next, other, another)
                index &+= 1
              }
            }
          }
        }
      }
    }
    (raw, wrapped, normalised) = (first, second, third)
    position = base + index
  }

  /// One byte, wherever the automata are.
  private mutating func step() {
    let byte = held[position - base]
    let column = Int(tables.classes.of[Int(byte)])
    raw = tables.raw.next(raw, byte, column: column)
    wrapped = tables.wrapped.next(wrapped, byte, column: column)
    normalised = tables.normalised.next(normalised, byte, column: column)
    position += 1
    if raw & Automaton.isDeep != 0 {
      let end = tables.raw.end(raw)
      let range = position - Int(end.length)..<position
      if end.label == tables.ownLabel {
        own.add(range)
      } else if end.label >= 0 {
        found.append(FoundSecret(range: range, label: Int(end.label)))
      }
      if end.format >= 0 { begin(Int(end.format)) }
    }
    note(wrapped, tables.wrapped, byte)
    note(normalised, tables.normalised, byte)
  }

  private mutating func note(_ state: Automaton.State, _ automaton: Automaton, _ byte: UInt8) {
    guard state & Automaton.isDeep != 0, !automaton.skips(byte) else { return }
    let end = automaton.end(state)
    guard end.label >= 0 else { return }
    let start = self.start(of: Int(end.length), automaton)
    found.append(FoundSecret(range: start..<position, label: Int(end.label)))
  }

  /// Where the last `count` bytes that `automaton` did not pass over begin.
  private func start(of count: Int, _ automaton: Automaton) -> Int {
    var (left, index) = (count, position - base)
    while left > 0, index > 0 {
      index -= 1
      if !automaton.skips(held[index]) { left -= 1 }
    }
    return base + index
  }

  private mutating func forget() {
    if isPassedOver(tables.wrapped) { wrapped = 0 }
    if isPassedOver(tables.normalised) { normalised = 0 }
  }

  /// True when `automaton` has passed over all of the block that ends here.
  private func isPassedOver(_ automaton: Automaton) -> Bool {
    let start = max(base, position - Self.block)
    var index = position
    while index > start {
      index -= 1
      if !automaton.skips(held[index - base]) { return false }
    }
    return index == position - Self.block
  }

  // MARK: Tokens

  /// A token format's prefix ends here.
  private mutating func begin(_ format: Int) {
    guard position > tokenEnds[format] else { return }
    var token = TokenScan(format: format, at: position)
    if !advance(&token) {
      tokenEnds[format] = Int.max
      tokens.append(token)
    }
  }

  private mutating func advanceTokens() {
    if tokens.isEmpty { return }
    var open: [TokenScan] = []
    for var token in tokens where !advance(&token) { open.append(token) }
    tokens = open
  }

  /// Reads on; true when it is known what it is.
  private mutating func advance(_ token: inout TokenScan) -> Bool {
    let outcome = unsafe held.withUnsafeBufferPointer { bytes in
      unsafe token.advance(bytes, base: base)
    }
    switch outcome {
    case .open: return false
    case .found(let range):
      found.append(FoundSecret(range: range, label: tables.secretNames + token.format))
    case .none: break
    }
    tokenEnds[token.format] = token.position
    return true
  }

  // MARK: Passing on

  /// The first byte that may still become a part of something.
  private func holdStart() -> Int {
    var start = position - tables.raw.depth(raw)
    if wrapped != 0 {
      start = min(start, self.start(of: tables.wrapped.depth(wrapped), tables.wrapped))
    }
    if normalised != 0 {
      start = min(start, self.start(of: tables.normalised.depth(normalised), tables.normalised))
    }
    for token in tokens { start = min(start, token.start) }
    return max(base, start)
  }

  private mutating func emit(upTo end: Int, into result: inout [UInt8]) {
    var next = base
    for hidden in takeFound(upTo: end) {
      if hidden.range.lowerBound > runEnd {
        pass(max(next, runEnd)..<hidden.range.lowerBound, into: &result)
        next = hidden.range.lowerBound
        result += tables.marks[hidden.label]
        tally[hidden.label, default: 0] += 1
      }
      runEnd = max(runEnd, hidden.range.upperBound)
    }
    own.forget(before: end)
    next = max(next, runEnd)
    if next < end { pass(next..<end, into: &result) }
    if end - base == held.count {
      held.removeAll(keepingCapacity: true)
    } else {
      held.removeFirst(end - base)
    }
    base = end
  }

  /// What is to be hidden before `end`, in its order; marks that stand there already are left out.
  private mutating func takeFound(upTo end: Int) -> [FoundSecret] {
    if found.isEmpty { return [] }
    var (parts, rest): ([FoundSecret], [FoundSecret]) = ([], [])
    for hidden in found {
      let (start, stop) = (hidden.range.lowerBound, hidden.range.upperBound)
      if start < end {
        parts += own.parts(of: start..<min(stop, end)).map { hidden.part($0) }
      }
      // A mark that is not complete may stand behind `end`.
      if stop > end { rest.append(hidden.part(max(start, end)..<stop)) }
    }
    found = rest
    return parts.sorted(by: FoundSecret.precedes)
  }

  private func pass(_ range: Range<Int>, into result: inout [UInt8]) {
    result += held[range.lowerBound - base..<range.upperBound - base]
  }
}
