import GonogoCore

/// Ages as kubectl prints them: `45s`, `3m5s`, `17m`, `26h`, `5d3h`, `2y30d`.
enum KubernetesAge {
  /// The age in its own unit when it has one, else in seconds; nil for `<unknown>` and the like.
  static func read(_ text: some StringProtocol) -> Quantity? {
    if let minutes = text.dropping(suffix: "m")?.smallCount, let unit = Unit.named("min") {
      return Quantity(Double(minutes), unit)
    }
    guard let year = text.firstIndex(of: "y") else { return QuantityReader.read(text) }
    let rest = text[text.index(after: year)...]
    guard let years = text[..<year].smallCount, let day = Unit.named("d"),
      let days = rest.isEmpty ? 0 : rest.dropping(suffix: "d")?.smallCount
    else { return nil }
    return Quantity(Double(years * 365 + days), day)
  }
}
