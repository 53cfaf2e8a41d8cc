internal import GonogoCompletion
internal import GonogoCore
internal import GonogoEvidence

/// What a person may put into a blank.
enum BlankValue {
  /// Why `text` cannot fill a blank with this unit, or nil when it can.
  static func fault(_ text: String, unit: Unit?) -> String? {
    if SafeText.inline(text).isEmpty { return "there is nothing to see in this value" }
    guard let unit else { return nil }
    guard let quantity = QuantityReader.read(text) else {
      return "“\(text)” is no number of \(unit.symbol)"
    }
    let fits = quantity.unit == .none || quantity.unit == unit
    return fits ? nil : "“\(text)” is not in \(unit.symbol)"
  }

  /// Why `text` is none of `options`, or nil when it is one or when anything can be written.
  static func fault(_ text: String, options: [String]) -> String? {
    if options.isEmpty || picked(text, options) != nil { return nil }
    return "“\(text)” is not one of \(options.joined(separator: " / "))"
  }

  /// The option that `text` names, by its words or by its number.
  static func picked(_ text: String, _ options: [String]) -> String? {
    if let index = OutcomeWords.index(of: text, among: options) { return options[index] }
    guard let number = Int(text), (1...max(1, options.count)).contains(number), !options.isEmpty
    else { return nil }
    return options[number - 1]
  }

  /// The text that goes into the blank: the unit stands in the document already.
  static func filling(_ text: String, unit: Unit?) -> String {
    guard let unit, !unit.symbol.isEmpty, text.hasSuffix(unit.symbol) else { return text }
    var number = text.dropLast(unit.symbol.count)
    while number.last == " " { number.removeLast() }
    return String(number)
  }
}
