/// Rules for one part of a path.
enum PathPart {
  /// True when `part` names one entry of a folder and nothing outside it.
  static func isSafe(_ part: some StringProtocol) -> Bool {
    !part.isEmpty && part != "." && part != ".."
      && !part.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
  }

  /// A name that is safe everywhere and tells every two texts apart.
  ///
  /// Letters, digits, `.`, `_` and `-` of ASCII stay (a leading dot does not); every other byte
  /// becomes `%XX`. What would be longer than 100 bytes is cut and ends in a part of its digest.
  static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
        bytes.append(byte)
      case UInt8(ascii: ".") where index > 0: bytes.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        bytes.append(contentsOf: "%".utf8)
        if digits.utf8.count < 2 { bytes.append(UInt8(ascii: "0")) }
        bytes.append(contentsOf: digits.utf8)
      }
    }
    if bytes.count > 100 {
      let digest = Digest.sha256(Array(text.utf8)).prefix(16)
      bytes.replaceSubrange(83..., with: Array("~\(digest)".utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
