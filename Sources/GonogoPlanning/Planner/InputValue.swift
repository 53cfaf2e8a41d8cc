internal import GonogoShell

/// What may be put into the text of commands.
package enum InputValue {
  /// Why `value` cannot be put where `input` stands, or nil when it can.
  ///
  /// The value becomes a part of a shell's text, so nothing in it may mean anything to a shell
  /// there: between words only letters, digits and a few signs, inside quotes what these protect.
  package static func fault(_ value: String, for input: PlannedInput) -> String? {
    if value.isEmpty { return "a value is needed" }
    if value.contains(where: { $0.isNewline }) || value.utf8.contains(where: { $0 < 0x20 }) {
      return "a value stands on one line and holds nothing invisible"
    }
    for place in input.places.sorted(by: { $0.rawValue < $1.rawValue }) {
      if let sign = value.first(where: { !isHarmless($0, in: place) }) {
        let shown = sign == " " ? "a blank" : "`\(sign)`"
        return "\(shown) would be read by the shell, because it is put \(words(place))"
      }
    }
    return nil
  }

  private static func isHarmless(_ sign: Character, in place: TextRegion) -> Bool {
    if sign.isLetter || sign.isNumber || "_-./:@%+=,".contains(sign) { return true }
    switch place {
    case .bare, .comment, .expansion: return false
    case .single: return " ?&#~*[]{}^\"".contains(sign)
    case .double, .heredoc: return " ?&#~*[]{}^'".contains(sign)
    case .literal: return " ?&#~*[]{}^'\"".contains(sign)
    }
  }

  private static func words(_ place: TextRegion) -> String {
    switch place {
    case .bare, .comment, .expansion: "between the words of a command, without quotes"
    case .single: "between single quotes"
    case .double: "between double quotes"
    case .heredoc, .literal: "into a here-document"
    }
  }
}
