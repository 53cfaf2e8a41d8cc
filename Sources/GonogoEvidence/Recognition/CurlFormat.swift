/// The format of `curl -w`: fixed text and variables in turn.
struct CurlFormat {
  /// One piece of a format.
  enum Piece: Equatable {
    case text(String)
    case variable(String)
  }

  /// Its pieces, in order.
  let pieces: [Piece]

  /// The format that `curl` was given; nil when there is none, it lies in a file, or the shell put
  /// something in.
  init?(_ curl: ShellCommand) {
    var format: String?
    var isNext = false
    for argument in curl.arguments {
      if isNext {
        guard format == nil else { return nil }
        format = argument
        isNext = false
      } else if let text = argument.dropping(prefix: "--write-out=") {
        guard format == nil else { return nil }
        format = String(text)
      } else {
        isNext =
          argument == "--write-out"
          || (argument.hasPrefix("-") && !argument.hasPrefix("--") && argument.hasSuffix("w"))
      }
    }
    guard let format, !format.hasPrefix("@"), !format.contains("$"), !format.contains("`"),
      format.utf8.count <= 2000
    else { return nil }
    pieces = Self.pieces(format)
  }

  private static func pieces(_ format: String) -> [Piece] {
    var pieces: [Piece] = []
    var fixed: [UInt8] = []
    let bytes = Array(format.utf8)
    func next(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
    func close() {
      if !fixed.isEmpty { pieces.append(.text(String(decoding: fixed, as: UTF8.self))) }
      fixed = []
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "%"), next(index + 1) == UInt8(ascii: "{"),
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "}"))
      {
        close()
        pieces.append(.variable(String(decoding: bytes[(index + 2)..<end], as: UTF8.self)))
        index = end + 1
      } else if byte == UInt8(ascii: "%"), next(index + 1) == byte {
        fixed.append(byte)
        index += 2
      } else if byte == UInt8(ascii: "\\"), let plain = escapes[next(index + 1)] {
        fixed.append(plain)
        index += 2
      } else {
        fixed.append(byte)
        index += 1
      }
    }
    close()
    return pieces
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "n"): .lineFeed, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): .carriageReturn,
  ]

  /// What the variables stand for in `output`, which must be this format and nothing more; nil where
  /// that can be read in no way or in more than one.
  func values(in output: String) -> [(name: String, value: Substring)]? {
    var values: [(name: String, value: Substring)] = []
    var rest = output[...]
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let fixed):
        guard let after = rest.dropping(prefix: fixed) else { return nil }
        rest = after
      case .variable(let name):
        // Two variables side by side have no border.
        if index + 1 < pieces.count, case .variable = pieces[index + 1] { return nil }
        let value = rest.prefix { Self.isPlain($0) }
        guard !value.isEmpty else { return nil }
        values.append((name, value))
        rest = rest.dropFirst(value.count)
      }
    }
    return rest.allSatisfy { $0 == "\n" } ? values : nil
  }

  /// Digits and the point: only variables that are numbers are read.
  private static func isPlain(_ character: Character) -> Bool {
    character == "." || (character.isASCII && character.isNumber)
  }
}
