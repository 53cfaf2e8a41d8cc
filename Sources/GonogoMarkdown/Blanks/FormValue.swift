internal import GonogoCore

/// Reads whole values behind labels that only show that one is to be written: dots, question marks,
/// "(fill in)", `{name}`, `x.y.z`.
enum FormValue {
  /// The place and shape of such a value in `range`, or nil when it is a value.
  static func read(
    _ range: Range<Int>, of document: Document, label: String
  ) -> (range: Range<Int>, shape: Blank.Shape)? {
    let place = ValueReader.withoutMarks(range, of: document)
    if let handle = handle(place, of: document) { return (handle, .mask) }
    guard (1...48).contains(place.count), label.contains(where: \.isLetter),
      label.utf8.count <= 60, let first = document.bytes[place].first,
      mayBegin(first)
    else { return nil }
    let text = document.text(place)
    if first == 0x2E || first == 0xE2 { return readDots(text, label).map { (place, $0) } }
    if first == 0x3F {
      return text.utf8.count >= 2 && text.utf8.allSatisfy { $0 == 0x3F }
        ? (place, .placeholder) : nil
    }
    if first == 0x5F { return underscores(place, of: document).map { ($0, .underscores) } }
    if first == 0x7B { return isBraced(text) ? (place, .brackets) : nil }
    let normal = text.lowercased()
    if versions.contains(normal) { return (place, .mask) }
    if normal == "todo" { return asksForState(label) ? nil : (place, .placeholder) }
    return FillOrder.isOrder(normal) ? (place, .placeholder) : nil
  }

  /// `@username`, with a comment about it behind it or nothing.
  private static func handle(_ place: Range<Int>, of document: Document) -> Range<Int>? {
    let bytes = document.bytes
    guard place.count >= 5, bytes[place.lowerBound] == 0x40 else { return nil }
    let end = bytes[place].prefix(18).firstIndex { $0 == 0x20 || $0 == 0x09 } ?? place.upperBound
    let rest = document.trimmed(end..<place.upperBound)
    guard rest.isEmpty || bytes[rest].starts(with: "<!--".utf8),
      PlaceholderWords.isHandle(document.text(place.lowerBound..<end))
    else { return nil }
    return place.lowerBound..<end
  }

  /// What none of these values begins with is a value, and needs no look.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x28 || byte == 0x2E || byte == 0x3F || byte == 0x5F
      || byte == 0x7B
      || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Four dots are a line to write on; three stand for a value where the label is a form's.
  private static func readDots(_ text: String, _ label: String) -> Blank.Shape? {
    guard text.allSatisfy({ $0 == "." || $0 == "…" }) else { return nil }
    let length = text.reduce(0) { $0 + ($1 == "…" ? 3 : 1) }
    if length >= 4 { return .placeholder }
    return length == 3 && (FieldLabel.isFormField(label) || WaitingValue.asks(label))
      ? .placeholder : nil
  }

  /// `__` and the unit behind it; longer runs are found wherever they stand.
  private static func underscores(_ place: Range<Int>, of document: Document) -> Range<Int>? {
    let run = document.bytes[place].prefix { $0 == 0x5F }.count
    guard run == 2 else { return nil }
    let end = place.lowerBound + run
    if end == place.upperBound { return place }
    let rest = document.text(end..<place.upperBound)
    guard rest.utf8.count <= 12, rest.first == " " || rest.first == "%" else { return nil }
    return Unit.named(ChecklistBuilder.trimmed(rest)) == nil ? nil : place.lowerBound..<end
  }

  private static func isBraced(_ text: String) -> Bool {
    guard text.utf8.last == 0x7D, text.utf8.count <= 42 else { return false }
    let name = text.dropFirst().dropLast()
    return name.first?.isLetter == true && name.last?.isLetter == true
      && name.utf8.count >= 3
      && name.allSatisfy { $0.isLetter || $0.isNumber || "_- ".contains($0) }
  }

  private static func asksForState(_ label: String) -> Bool {
    ProseWords.words(in: label).contains { states.contains($0) }
  }

  private static let states = WordList.words("FormValue.states")
  private static let versions: Set<String> = ["x.y.z", "vx.y.z", "x.x.x", "vx.x.x", "x.y", "vx.y"]
}
