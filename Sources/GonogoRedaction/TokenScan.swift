/// Reads on behind the prefix of a token format until it is one, or none.
struct TokenScan {
  /// What became of it.
  enum Outcome: Equatable {
    /// More bytes are needed.
    case open
    /// It is one.
    case found(Range<Int>)
    /// It is none.
    case none
  }

  /// Longer than this nothing is held back.
  static let longest = 16_384

  /// Which format it is.
  let format: Int
  /// The stream position of its first byte: what comes from there on is held back.
  private(set) var start: Int
  /// The stream position of the next byte to be read.
  private(set) var position: Int
  private let shape: TokenFormat.Shape
  private var count = 0
  private var isCertain = false
  private var part = 0
  private var colon = -1
  private var at = -1
  private var key = KeyLines()

  /// A token whose prefix ends before the stream position `position`.
  init(format: Int, at position: Int) {
    self.format = format
    let known = TokenFormat.all[format]
    shape = known.shape
    start = position - known.prefix.count
    self.position = position
  }

  /// Reads `bytes`, of which the first stands at the stream position `base`, to their end.
  mutating func advance(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) -> Outcome {
    while position - base < bytes.count {
      let byte = unsafe bytes[position - base]
      if let outcome = take(byte) { return outcome }
      position += 1
      if position - start >= Self.longest { return finished() }
    }
    return .open
  }

  /// What it is when nothing follows.
  mutating func finished() -> Outcome {
    switch shape {
    case .run(_, let least): return count >= least ? .found(start..<position) : .none
    case .exactly(_, let number): return count == number ? .found(start..<position) : .none
    case .webToken: return part == 2 && count > 0 ? .found(start..<position) : .none
    case .address: return password
    case .privateKey: return key.end(at: position).map { .found(start..<$0) } ?? .none
    }
  }

  private mutating func take(_ byte: UInt8) -> Outcome? {
    switch shape {
    case .run(let bytes, _), .exactly(let bytes, _):
      guard bytes.contains(byte) else { return finished() }
      count += 1
      return nil
    case .webToken:
      if TokenFormat.ByteClass.word.contains(byte) {
        count += 1
        return nil
      }
      guard byte == 0x2E, part < 2, count >= 4 else { return finished() }
      part += 1
      count = 0
      return nil
    case .address: return takeAddress(byte)
    case .privateKey: return key.take(byte, at: position) ? nil : finished()
    }
  }

  private mutating func takeAddress(_ byte: UInt8) -> Outcome? {
    switch byte {
    case 0x2F, 0x00...0x20, 0x22, 0x27, 0x3C, 0x3E, 0x60, 0x5C: return password
    // As for libpq these belong to a password that they stand in.
    case 0x3F, 0x23: if at >= 0 || colon < 0 { return password }
    case 0x3A: if colon < 0 { colon = position }
    case 0x40: at = position
    default: break
    }
    return nil
  }

  private var password: Outcome {
    colon >= 0 && at > colon + 1 ? .found(colon + 1..<at) : .none
  }
}
