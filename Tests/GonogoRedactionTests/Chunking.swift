/// Ways of cutting bytes into chunks: every two-way cut, every fixed size, and byte by byte.
enum Chunking {
  static func all(_ bytes: [UInt8]) -> [[ArraySlice<UInt8>]] {
    var ways: [[ArraySlice<UInt8>]] = [[bytes[...]]]
    for cut in 0...bytes.count { ways.append([bytes[..<cut], bytes[cut...]]) }
    for size in 1...max(1, min(9, bytes.count)) {
      ways.append(
        stride(from: 0, to: bytes.count, by: size).map { bytes[$0..<min($0 + size, bytes.count)] })
    }
    return ways
  }
}
