internal import GonogoCore
internal import GonogoEvidence

/// What is written into a blank: the value, its unit only where the document does not have it.
enum BlankText {
  /// A capture as it was printed, converted when the blank asks for another unit; nil when it
  /// cannot be.
  static func text(of capture: Capture, unit: Unit?) -> String? {
    guard let unit else { return capture.text }
    guard let quantity = capture.quantity, let converted = quantity.converted(to: unit) else {
      return nil
    }
    // 3 GB are 3000 MB or 3072.
    guard
      quantity.unit == unit
        || quantity.unit.factor * unit.binaryFactor == quantity.unit.binaryFactor * unit.factor
    else { return nil }
    if quantity.unit == unit, let number = number(in: capture.text) { return number }
    return NumberText.short(converted.value)
  }

  /// What a directive came to, for a blank; of a choice one of its words.
  static func text(of value: Evaluation, for blank: Blank) -> String? {
    guard blank.shape == .choice else { return text(of: value, unit: blank.unit) }
    let words = blank.options.map(\.text)
    let index =
      switch value {
      case .truth(let truth): OutcomeWords.index(ofTruth: truth, among: words)
      case .text(let text): OutcomeWords.index(of: text, among: words)
      case .quantity, .unknown, .fault: nil as Int?
      }
    return index.map { words[$0] }
  }

  /// What a directive came to.
  private static func text(of value: Evaluation, unit: Unit?) -> String? {
    switch value {
    case .quantity(let amount): return text(of: amount, unit: unit)
    case .text(let text): return text
    case .truth(let truth): return truth ? "yes" : "no"
    case .unknown, .fault: return nil
    }
  }

  /// A computed or captured amount. A plain number goes into a blank with a unit as it is: whoever
  /// wrote the binding says that it is in that unit.
  private static func text(of amount: Amount, unit: Unit?) -> String? {
    guard let quantity = amount.quantity else { return nil }
    guard let unit else {
      let symbol = quantity.unit.symbol
      return amount.printed ?? NumberText.short(quantity.value)
        + (symbol.isEmpty ? "" : " \(symbol)")
    }
    if quantity.unit == unit || quantity.unit.dimension == .number {
      return amount.printed.flatMap(number(in:)) ?? NumberText.short(quantity.value)
    }
    return quantity.converted(to: unit).map { NumberText.short($0.value) }
  }

  /// The amount that a filled blank says, in its unit when it names none.
  static func quantity(of text: String, unit: Unit?) -> Quantity? {
    guard let quantity = QuantityReader.read(text) else { return nil }
    guard quantity.unit == .none, let unit else { return quantity }
    return Quantity(quantity.value, unit)
  }

  /// The number that opens `text`, exactly as printed.
  private static func number(in text: String) -> String? {
    let number = text.prefix { $0.isNumber || "+-.,eE".contains($0) }
    return number.isEmpty ? nil : String(number)
  }
}
