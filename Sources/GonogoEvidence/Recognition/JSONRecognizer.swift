import GonogoCore

/// Reads an output that is one JSON document, or one JSON object a line; the latter is a table.
/// Scalars are named by their path: `a.b[0].c`.
struct JSONRecognizer: Recognizer {
  let name = "json"

  /// How deep a document may be; a deeper one is not read.
  static let depthLimit = 64
  /// The longest path, in bytes: one long key above many scalars must not become as many long
  /// names. Scalars below a longer one are left out.
  static let pathLimit = 200
  /// From here on a number is not exact any more, and comparing it proves nothing.
  private static let exactLimit = 1e15

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated else { return [] }
    let lines = output.lines.filter { !$0.isBlank }
    guard let opener = lines.first?.trimmed.utf8.first,
      opener == UInt8(ascii: "{") || opener == UInt8(ascii: "[")
    else { return [] }
    if let document = Self.read(output.stdout) { return captures(of: document, row: nil) }
    guard lines.count > 1, lines.count <= Recognition.captureLimit else { return [] }
    var captures: [Capture] = []
    for (index, line) in lines.enumerated() {
      guard let document = Self.read(line), document.objectValue != nil else { return [] }
      captures += self.captures(of: document, row: index + 1)
    }
    return captures
  }

  private static func read(_ text: some StringProtocol) -> JSONValue? {
    try? JSONReader.read(Array(text.utf8), depthLimit: depthLimit)
  }

  private func captures(of document: JSONValue, row: Int?) -> [Capture] {
    var captures: [Capture] = []
    // Reversed, because what was put in last comes out first.
    var pending: [(path: String, value: JSONValue)] = [("", document)]
    while let (path, value) = pending.popLast(), captures.count <= Recognition.captureLimit {
      switch value {
      case .object(let members):
        for member in members.reversed() {
          let step = path.isEmpty ? member.name : "." + member.name
          if path.utf8.count + step.utf8.count <= Self.pathLimit {
            pending.append((path + step, member.value))
          }
        }
      case .array(let elements):
        for (index, element) in elements.enumerated().reversed() {
          pending.append(("\(path)[\(index)]", element))
        }
      default:
        guard let (value, text) = Self.scalar(value, at: path) else { continue }
        captures.append(
          Capture(name: path, row: row, value: value, text: text, recognizer: name))
      }
    }
    return captures
  }

  private static func scalar(_ value: JSONValue, at path: String) -> (CaptureValue, String)? {
    switch value {
    case .bool(let truth): return (.truth(truth), truth ? "true" : "false")
    case .integer(let number):
      guard number.magnitude < UInt(exactLimit) else { return (.text("\(number)"), "\(number)") }
      return (.quantity(quantity(Double(number), at: path)), "\(number)")
    case .number(let number):
      // Its digits are not known any more, so that there is nothing exact to show either.
      guard abs(number) < exactLimit else { return nil }
      return (.quantity(quantity(number, at: path)), "\(number)")
    case .string(let text):
      if text.isBlank { return nil }
      // A string of digits is a version or a code: who meant a number would have written one.
      guard let quantity = QuantityReader.read(text), quantity.unit != .none else {
        return (.text(text), text)
      }
      return (.quantity(quantity), text)
    default: return nil
    }
  }

  private static func quantity(_ number: Double, at path: String) -> Quantity {
    Quantity(number, NameUnit.unit(of: path.split(separator: ".").last ?? "") ?? .none)
  }
}
