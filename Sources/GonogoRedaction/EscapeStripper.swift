/// Takes terminal control out of a stream of bytes, whatever the chunks it comes in: escape
/// sequences vanish, CR LF becomes LF, a lone CR becomes LF, NUL and other control bytes become `?`.
package struct EscapeStripper: Sendable {
  private enum State {
    case text
    case afterCarriageReturn
    case escape
    /// CSI: parameters until a final byte from 0x40 to 0x7E (ECMA-48, 5.4).
    case control
    /// OSC, DCS, PM, APC, SOS: until BEL or ST.
    case string
    case stringEscape
    /// Behind the byte that begins a C1 control in UTF-8, and whether a string goes on.
    case leading
    case stringLeading
    /// nF escape sequences: intermediates until a final byte.
    case intermediate
  }

  private var state = State.text

  /// A stripper at the beginning of a stream.
  package init() {}

  /// The bytes of `chunk` that remain, appended to `result`.
  package mutating func strip(_ chunk: ArraySlice<UInt8>, into result: inout [UInt8]) {
    var position = chunk.startIndex
    while position < chunk.endIndex {
      if state == .text {
        // Most of an output is plain: whole runs of it are copied at once.
        let end = Self.plainEnd(chunk, from: position)
        if end > position {
          result += chunk[position..<end]
          position = end
          continue
        }
      }
      take(chunk[position], &result)
      position += 1
    }
  }

  /// Where the plain bytes at `position` end.
  private static func plainEnd(_ chunk: ArraySlice<UInt8>, from position: Int) -> Int {
    unsafe chunk.withUnsafeBytes { bytes in
      var index = position - chunk.startIndex
      while index < bytes.count, unsafe isPlain(bytes[index]) { index += 1 }
      return index + chunk.startIndex
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7F && byte != 0xC2 || byte == 0x0A || byte == 0x09
  }

  private mutating func take(_ byte: UInt8, _ result: inout [UInt8]) {
    switch state {
    case .afterCarriageReturn:
      state = .text
      result.append(0x0A)
      if byte != 0x0A { take(byte, &result) }
    case .text: plain(byte, &result)
    case .escape:
      switch byte {
      case 0x5B: state = .control
      case 0x5D, 0x50, 0x58, 0x5E, 0x5F: state = .string
      case 0x20...0x2F: state = .intermediate
      case 0x1B: break
      case 0x0A:
        state = .text
        result.append(byte)
      default: state = .text
      }
    case .control:
      if (0x40...0x7E).contains(byte) { state = .text }
      if byte == 0x1B { state = .escape }
      if byte == 0x0A {
        state = .text
        result.append(byte)
      }
    case .string:
      if byte == 0x07 { state = .text }
      if byte == 0x1B { state = .stringEscape }
      if byte == 0xC2 { state = .stringLeading }
      // A string that never ends must not hide what follows.
      if byte == 0x0A {
        state = .text
        result.append(byte)
      }
    case .stringLeading:
      state = byte == 0x9C ? .text : .string
      if byte == 0x0A || byte == 0x07 || byte == 0x1B || byte == 0xC2 { take(byte, &result) }
    case .leading:
      state = .text
      if (0x80...0x9F).contains(byte) {
        control(byte)
      } else {
        result.append(0xC2)
        take(byte, &result)
      }
    case .stringEscape: state = byte == 0x1B ? .stringEscape : .text
    case .intermediate: if !(0x20...0x2F).contains(byte) { state = .text }
    }
  }

  /// The C1 controls (ECMA-48, 5.3): those that open a sequence do so, the others vanish.
  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x9B: state = .control
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: state = .string
    default: state = .text
    }
  }

  private mutating func plain(_ byte: UInt8, _ result: inout [UInt8]) {
    switch byte {
    case 0xC2: state = .leading
    case 0x20...0x7E, 0x80...0xFF, 0x0A, 0x09: result.append(byte)
    case 0x1B: state = .escape
    case 0x0D: state = .afterCarriageReturn
    default: result.append(0x3F)
    }
  }

  /// What was held back at the end of the stream.
  package mutating func finish(into result: inout [UInt8]) {
    if state == .afterCarriageReturn { result.append(0x0A) }
    if state == .leading { result.append(0xC2) }
    state = .text
  }
}
