internal import GonogoCore

/// Finds the limits that a sentence states.
package struct ThresholdReader {
  /// What a sentence turned out to be.
  package enum Reading: Sendable, Equatable {
    /// It states no limit.
    case none
    /// It states one, in one tier or two.
    case threshold(Threshold)
    /// It states limits that nobody can be sure how to combine.
    case unclear(String)
  }

  private let characters: [Character]
  private var position = 0
  private var limits: [Limit] = []
  private var mentions: [Quantity] = []
  private var rest = ""
  /// Why a limit cannot be read with certainty, or nil.
  private var doubt: String?

  private init(_ text: String) {
    characters = Array(text)
  }

  /// Reads `text`. `< word>` is a placeholder and no limit; "1-2 hours" and versions are none.
  package static func read(_ text: String) -> Reading {
    var reader = ThresholdReader(text)
    reader.scan()
    return reader.reading(of: text)
  }

  private func reading(of text: String) -> Reading {
    let meaning = Meaning(rest)
    if !limits.isEmpty, let doubt { return .unclear(doubt) }
    let words = rest.lowercased().replacing("’", with: "'").split {
      !$0.isLetter && !$0.isNumber && $0 != "'"
    }.map(String.init)
    let vocabulary = Vocabulary.standard
    if !limits.isEmpty, let denial = words.first(where: { vocabulary.negations.contains($0) }) {
      return .unclear("“\(denial)” may turn its limit into the opposite")
    }
    switch limits.count {
    case 0: return .none
    case 1:
      if let trigger = words.first(where: { vocabulary.triggers.contains($0) }) {
        return .unclear("“\(trigger)” may make its limit a reason to act, not a demand")
      }
      return .threshold(
        Threshold(required: limits[0], critical: nil, mentions: mentions, meaning: meaning))
    case 2:
      let first = limits[0]
      let second = limits[1]
      let tierWords = ["warn", "critical", "alert"]
      let isTiered = tierWords.contains { text.lowercased().contains($0) }
      let isLooser =
        first.comparator.isUpper
        ? second.quantity.base >= first.quantity.base : second.quantity.base <= first.quantity.base
      if isTiered, isLooser, first.comparator.isUpper != second.comparator.isUpper,
        first.quantity.unit.dimension == second.quantity.unit.dimension, first.share == nil,
        second.share == nil
      {
        // The words between the tiers say nothing of what is measured.
        let subject = words.filter { word in !tierWords.contains { word.hasPrefix($0) } }
        return .threshold(
          Threshold(
            required: first, critical: second, mentions: mentions,
            meaning: Meaning(subject.joined(separator: " "))))
      }
      return .unclear("it states two limits and not how they belong together")
    default: return .unclear("it states \(limits.count) limits")
    }
  }

  private mutating func scan() {
    while position < characters.count {
      let start = position
      if let comparator = comparator() {
        skipBlanks()
        if let quantity = quantity() {
          let share = share(quantity)
          limits.append(Limit(comparator: comparator, quantity: quantity, share: share))
          if share == nil { doubtWhatFollows() }
          continue
        }
        if position > start,
          characters[start...].prefix(position - start).contains(where: \.isNumber)
        {
          doubt = doubt ?? "its number cannot be read with certainty"
        }
        position = start
      } else if isWordStart, characters[position].isNumber {
        if let quantity = quantity(), quantity.unit != .none { mentions.append(quantity) }
        if position > start {
          // A plain number names something ("node 2"); one with a unit is said already.
          let text = String(characters[start..<position])
          rest.append(text.allSatisfy { $0.isNumber || $0 == " " } ? text : " ")
          continue
        }
      }
      rest.append(characters[position])
      position += 1
    }
  }

  private var isWordStart: Bool {
    guard position > 0 else { return true }
    let before = characters[position - 1]
    return !before.isLetter && !before.isNumber && before != "." && before != "-" && before != "_"
  }

  /// The comparator at the position, symbol or words; moves past it.
  private mutating func comparator() -> Limit.Comparator? {
    let symbols: [(String, Limit.Comparator)] = [
      ("<=", .atMost), (">=", .atLeast), ("≤", .atMost), ("≥", .atLeast), ("<", .below),
      (">", .above),
    ]
    for (symbol, comparator) in symbols where matches(symbol) {
      position += symbol.count
      return comparator
    }
    guard isWordStart else { return nil }
    let phrases: [(String, Limit.Comparator)] = [
      ("no more than ", .atMost), ("not more than ", .atMost), ("at most ", .atMost),
      ("up to ", .atMost), ("no less than ", .atLeast), ("not less than ", .atLeast),
      ("at least ", .atLeast), ("less than ", .below), ("fewer than ", .below),
      ("below ", .below), ("under ", .below), ("more than ", .above), ("greater than ", .above),
      ("above ", .above), ("over ", .above),
    ]
    for (phrase, comparator) in phrases where matches(phrase) {
      position += phrase.count
      return comparator
    }
    return nil
  }

  private func matches(_ text: String) -> Bool {
    guard position + text.count <= characters.count else { return false }
    return zip(characters[position...], text).allSatisfy {
      $0 == $1 || $0.lowercased() == String($1)
    }
  }

  private mutating func skipBlanks() {
    while position < characters.count, characters[position] == " " { position += 1 }
  }

  /// A number with its unit at the position; moves past it. Nil for dates, versions and ranges.
  private mutating func quantity() -> Quantity? {
    let start = position
    var digits = ""
    while position < characters.count {
      let character = characters[position]
      let next = position + 1 < characters.count ? characters[position + 1] : " "
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else if character == ",", !digits.isEmpty, isThousands(at: position) {
        // A thousands separator.
      } else if character == ".", next.isNumber, !digits.contains(".") {
        digits.append(".")
      } else {
        break
      }
      position += 1
    }
    guard let value = Double(digits) else {
      position = start
      return nil
    }
    let after = position
    skipBlanks()
    var word = ""
    var end = position
    while end < characters.count, characters[end].isLetter || characters[end] == "%" {
      word.append(characters[end])
      end += 1
    }
    if let unit = Unit.named(word) {
      position = end
      return Quantity(value, unit)
    }
    position = after
    if after < characters.count, "-.:–".contains(characters[after]),
      after + 1 < characters.count, characters[after + 1].isNumber
    {
      // A range, a date, a time or a version: no single number.
      while position < characters.count,
        characters[position].isNumber || "-.:–".contains(characters[position])
      {
        position += 1
      }
      return nil
    }
    if after < characters.count, characters[after].isLetter { return nil }
    return Quantity(value)
  }

  /// A comma before exactly three digits separates thousands; any other may be a decimal comma.
  private func isThousands(at comma: Int) -> Bool {
    let after = characters[(comma + 1)...].prefix(4)
    return after.prefix(3).count == 3 && after.prefix(3).allSatisfy(\.isNumber)
      && !(after.count == 4 && (after.last?.isNumber ?? false))
  }

  /// "5 million", "5/s", "5 ms per row": more than the number alone.
  private mutating func doubtWhatFollows() {
    let following = characters[position...].prefix(24)
    let rest = String(following).lowercased()
    let word = rest.drop { $0 == " " }.prefix { $0.isLetter }
    let isRate = rest.first == "/" || ["per", "each", "a", "every"].contains(word)
    let isMultiple = ["k", "m", "bn", "thousand", "million", "billion", "mio"].contains(word)
    if isRate {
      doubt = doubt ?? "its limit is a rate, and nothing says what was measured per what"
    }
    if isMultiple { doubt = doubt ?? "its limit is written with a word" }
    if let first = rest.first, first.isLetter || first == "," || first == "." {
      if first.isLetter || rest.dropFirst().first?.isNumber ?? false {
        doubt = doubt ?? "its number cannot be read with certainty"
      }
    }
  }

  /// For a percentage: what it is taken of.
  private mutating func share(_ quantity: Quantity) -> String? {
    guard quantity.unit == .percent else { return nil }
    let start = position
    skipBlanks()
    guard matches("of ") else {
      position = start
      return nil
    }
    position += 3
    var share = ""
    while position < characters.count, !",;.()".contains(characters[position]) {
      share.append(characters[position])
      position += 1
    }
    return share
  }
}
