import GonogoCore

extension Recognizer {
  /// A plain count.
  func count(_ name: String, _ count: Int, isPrimary: Bool = true) -> Capture {
    quantity(name, Quantity(Double(count)), String(count), isPrimary: isPrimary)
  }

  /// A number with its unit, and as it was printed.
  func quantity(
    _ name: String, _ quantity: Quantity, _ text: some StringProtocol, isPrimary: Bool = true
  ) -> Capture {
    Capture(
      name: name, value: .quantity(quantity), text: String(text), recognizer: self.name,
      isPrimary: isPrimary)
  }

  /// A text, which must not be empty.
  func text(_ name: String, _ text: some StringProtocol, isPrimary: Bool = true) -> Capture {
    Capture(
      name: name, value: .text(String(text)), text: String(text), recognizer: self.name,
      isPrimary: isPrimary)
  }

  /// A fact, with the words that say it.
  func truth(_ name: String, _ truth: Bool, _ text: some StringProtocol) -> Capture {
    Capture(name: name, value: .truth(truth), text: String(text), recognizer: self.name)
  }
}
