/// Numbers that look random and are always the same for the same bytes.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  /// Dice that `bytes` decide.
  init(_ bytes: [UInt8]) {
    state = bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 } | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  /// One of `values`, which is not empty.
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }
}
