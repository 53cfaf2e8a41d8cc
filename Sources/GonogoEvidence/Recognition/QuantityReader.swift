package import GonogoCore

/// Reads a text that is, as a whole, a number with or without a unit.
package enum QuantityReader {
  /// The quantity that `text` is, blanks around it aside; nil when any part of it is something else.
  ///
  /// Read: `42`, `-2.50`, `.5`, `-3.5e2`, `1,234,567`, `45ms`, `8829 kB`, `12 %`, and times
  /// in parts as `time`, Go and kubectl write them (`0m0.045s`, `2h45m0s`, `5d3h`), which become
  /// seconds. Not read: versions, dates, clock times, hexadecimal numbers, infinities, numbers with
  /// zeros in front (codes, not amounts), whole numbers too long to be exact, and `Gb`-like units
  /// that may mean bits.
  package static func read(_ text: some StringProtocol) -> Quantity? {
    let bytes = Array(text.trimmed.utf8.prefix(65))
    guard let first = bytes.first, bytes.count <= 64 else { return nil }
    guard first.isDigit || first == .minus || first == .plus || first == .point else { return nil }
    if let seconds = timeInParts(bytes) { return Quantity(seconds, .second) }
    guard let (value, end) = number(bytes) else { return nil }
    if end == bytes.count { return Quantity(value) }
    let start = bytes[end] == 0x20 ? end + 1 : end
    guard start < bytes.count, let unit = unit(bytes[start...]) else { return nil }
    return Quantity(value, unit)
  }

  private static func unit(_ bytes: ArraySlice<UInt8>) -> Unit? {
    if bytes.count == 2, let first = bytes.first, first.isUpper, bytes.last == UInt8(ascii: "b") {
      return nil
    }
    return Unit.named(String(decoding: bytes, as: UTF8.self))
  }

  /// The number at the start and where it ends.
  private static func number(_ bytes: [UInt8]) -> (value: Double, end: Int)? {
    var position = 0
    var digits: [UInt8] = []
    if bytes[0] == .minus || bytes[0] == .plus {
      digits.append(bytes[0])
      position = 1
    }
    guard let whole = wholePart(bytes, from: &position), whole.count <= 15 else { return nil }
    digits += whole
    var hasFraction = false
    if position + 1 < bytes.count, bytes[position] == .point, bytes[position + 1].isDigit {
      hasFraction = true
      digits.append(.point)
      position += 1
      while position < bytes.count, bytes[position].isDigit {
        digits.append(bytes[position])
        position += 1
      }
    }
    guard hasFraction || !whole.isEmpty else { return nil }
    if whole.isEmpty { digits.insert(UInt8(ascii: "0"), at: digits.count - fractionLength(digits)) }
    if let exponent = exponent(bytes, at: position),
      // `1234e56` is an abbreviated commit, not a number.
      hasFraction || whole.count == 1 || !exponent[1].isDigit
    {
      digits += exponent
      position += exponent.count
    }
    guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return (value, position)
  }

  private static func fractionLength(_ digits: [UInt8]) -> Int {
    digits.firstIndex(of: .point).map { digits.count - $0 } ?? 0
  }

  /// The digits before the point, separators taken out; nil when they are no plain amount.
  private static func wholePart(_ bytes: [UInt8], from position: inout Int) -> [UInt8]? {
    var digits: [UInt8] = []
    var groupLength = 0
    var isGrouped = false
    while position < bytes.count {
      if bytes[position].isDigit {
        digits.append(bytes[position])
        groupLength += 1
      } else if bytes[position] == UInt8(ascii: ",") {
        guard isGrouped ? groupLength == 3 : (1...3).contains(groupLength) else { return nil }
        isGrouped = true
        groupLength = 0
      } else {
        break
      }
      position += 1
    }
    if isGrouped, groupLength != 3 { return nil }
    if digits.count > 1 || isGrouped, digits.first == UInt8(ascii: "0") { return nil }
    return digits
  }

  private static func exponent(_ bytes: [UInt8], at start: Int) -> [UInt8]? {
    guard start < bytes.count, bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var end = start + 1
    if end < bytes.count, bytes[end] == .minus || bytes[end] == .plus { end += 1 }
    let firstDigit = end
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    return end > firstDigit ? Array(bytes[start..<end]) : nil
  }

  /// `1h2m3.5s`: at least two parts, each unit smaller than the one before, a fraction only last.
  private static func timeInParts(_ bytes: [UInt8]) -> Double? {
    let units: [(letter: UInt8, seconds: Double)] = [
      (UInt8(ascii: "d"), 86400), (UInt8(ascii: "h"), 3600), (UInt8(ascii: "m"), 60),
      (UInt8(ascii: "s"), 1),
    ]
    var total = 0.0
    var parts = 0
    var nextUnit = 0
    var position = 0
    while position < bytes.count {
      let start = position
      while position < bytes.count, bytes[position].isDigit { position += 1 }
      guard position > start, position - start <= 9 else { return nil }
      var hasFraction = false
      if position + 1 < bytes.count, bytes[position] == .point, bytes[position + 1].isDigit {
        hasFraction = true
        position += 1
        while position < bytes.count, bytes[position].isDigit { position += 1 }
      }
      guard position < bytes.count,
        let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)),
        let unit = units[nextUnit...].firstIndex(where: { $0.letter == bytes[position] })
      else { return nil }
      total += value * units[unit].seconds
      parts += 1
      nextUnit = unit + 1
      position += 1
      if hasFraction, position < bytes.count { return nil }
    }
    return parts > 1 ? total : nil
  }
}

extension UInt8 {
  fileprivate static let minus = UInt8(ascii: "-")
  fileprivate static let plus = UInt8(ascii: "+")
  fileprivate static let point = UInt8(ascii: ".")
}
