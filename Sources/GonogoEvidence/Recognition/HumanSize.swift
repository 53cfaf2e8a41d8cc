import GonogoCore

/// Sizes as `df -h`, `du -h`, `ls -h` and `free -h` write them: a number and a letter.
enum HumanSize {
  /// What the letters stand for.
  enum Base {
    /// `-h`: powers of 1024.
    case binary
    /// `-H`, `--si`: powers of 1000.
    case decimal
  }

  /// The size that `text` is: `4.0K`, `252G`, `8.7Mi`, `0B`; without a letter it is bytes.
  static func read(_ text: some StringProtocol, _ base: Base) -> Quantity? {
    read(Substring(text), base)
  }

  private static func read(_ text: Substring, _ base: Base) -> Quantity? {
    guard text.utf8.count <= 32, let last = text.utf8.last else { return nil }
    if last.isDigit { return number(text).map { Quantity($0, .byte) } }
    if text.hasSuffix("i") {
      let inner = text.dropLast()
      return inner.utf8.last?.isLetter == true && inner.last != "B" ? read(inner, .binary) : nil
    }
    guard let value = number(text.dropLast()) else { return nil }
    if last == UInt8(ascii: "B") { return Quantity(value, .byte) }
    guard let letter = text.last, "kKMGTP".contains(letter) else { return nil }
    let spelling = letter.uppercased() + (base == .binary ? "iB" : "B")
    return Unit.named(spelling).map { Quantity(value, $0) }
  }

  private static func number(_ text: some StringProtocol) -> Double? {
    guard text.utf8.first?.isBlank == false, Substring(text).utf8.last?.isDigit == true,
      let number = QuantityReader.read(text), number.unit == .none
    else { return nil }
    return number.value
  }
}
