internal import Glibc

/// What a person types.
enum LineInput {
  /// The next line without its line end; nil at the end of the input or when a signal came.
  static func next() -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = unsafe read(STDIN_FILENO, &byte, 1)
      guard count == 1 else { return nil }
      if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      if bytes.count < 65_536 { bytes.append(byte) }
    }
  }
}
