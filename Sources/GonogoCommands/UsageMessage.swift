/// What the argument parser says of a wrong command line, which repeats words of it: shown without
/// the values in them, since nobody knows yet which of them are secret.
enum UsageMessage {
  /// From this length on a value is also looked for apart from its argument.
  private static let leastLength = 4

  /// `message` without the values that `arguments` give as NAME=VALUE.
  static func text(_ message: String, arguments: [String]) -> String {
    var text = message
    var values: [String] = []
    for argument in arguments.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      guard let value = value(in: argument) else { continue }
      text = text.replacing(argument, with: argument.dropLast(value.count) + "…")
      values.append(value)
    }
    for value in values where value.count >= leastLength {
      text = text.replacing(value, with: "…")
    }
    return VisibleText.lines(text)
  }

  /// The value of NAME=VALUE or --option=NAME=VALUE.
  private static func value(in argument: String) -> String? {
    var rest = argument[...]
    if rest.hasPrefix("-") {
      guard let equals = rest.firstIndex(of: "=") else { return nil }
      rest = rest[rest.index(after: equals)...]
    }
    guard let equals = rest.firstIndex(of: "=") else { return nil }
    let value = rest[rest.index(after: equals)...]
    return value.isEmpty ? nil : String(value)
  }
}
