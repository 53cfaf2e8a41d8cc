/// Words for bash in which everything can be seen.
package enum EscapedWord {
  /// `text` as `$'…'`, what cannot be seen in it as the numbers of its bytes, so that it can be pasted;
  /// nil when plain quotes will do.
  package static func quoted(_ text: String) -> String? {
    guard text.unicodeScalars.contains(where: isEscaped) else { return nil }
    var result = "$'"
    for scalar in text.unicodeScalars {
      if isEscaped(scalar) {
        for byte in String(scalar).utf8 {
          // Three digits, so that no digit behind them is taken for one of theirs.
          let digits = String(byte, radix: 8)
          result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }
      } else {
        if scalar == "'" || scalar == "\\" { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }

  /// Blanks that only look like one are another word to the shell.
  private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isHidden || (scalar.properties.generalCategory == .spaceSeparator && scalar != " ")
  }
}
