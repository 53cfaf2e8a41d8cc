internal import GonogoCore

/// Addresses in a text.
enum LinkText {
  /// The text without the words that hold an address.
  static func removed(from text: String) -> String {
    guard text.holds("://") else { return text }
    let words = text.split(separator: " ").filter { !$0.holds("://") }
    return words.joined(separator: " ")
  }
}
