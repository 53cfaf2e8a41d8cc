/// The name of somebody who answers for something.
package enum PersonName {
  /// True when `text` names anybody: a name has a letter or a digit that can be seen.
  package static func names(_ text: String) -> Bool {
    text.contains { $0.isLetter || $0.isNumber }
  }
}
