/// What a command typed so far still waits for, line by line: the end of a quote, of a
/// here-document, of a line that goes on.
struct OpenCommand {
  private var quote: Character?
  private var heredocs: [Substring] = []
  private var goesOn = false

  /// True when the next line belongs to the same command.
  var isOpen: Bool { isQuoting || goesOn }

  /// True inside a quote or a here-document, where a line may look like a prompt.
  var isQuoting: Bool { quote != nil || !heredocs.isEmpty }

  /// The line that ends the here-document that is open, or nil.
  var hereDocument: Substring? { quote == nil ? heredocs.first : nil }

  /// Reads one more line.
  mutating func read(_ line: Substring) {
    if quote == nil, let delimiter = heredocs.first {
      if line.drop(while: { $0 == "\t" }) == delimiter { heredocs.removeFirst() }
      goesOn = false
      return
    }
    var isEscaped = false
    var last: Character = " "
    var index = line.startIndex
    while index < line.endIndex {
      let character = line[index]
      index = line.index(after: index)
      if isEscaped {
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "#", last == " " {
        break
      } else if character == "<", last == "<" {
        readHeredoc(line, &index)
      }
      last = character
    }
    goesOn = isEscaped || (quote == nil && Self.endsOpen(line))
  }

  /// Reads the delimiter of `<<EOF` after its second sign; `<<<` has none.
  private mutating func readHeredoc(_ line: Substring, _ index: inout Substring.Index) {
    var rest = line[index...]
    if rest.first == "<" {
      index = line.index(after: index)
      return
    }
    if rest.first == "-" { rest = rest.dropFirst() }
    rest = rest.drop { $0 == " " }
    let quote = rest.first.flatMap { $0 == "'" || $0 == "\"" ? $0 : nil }
    if quote != nil { rest = rest.dropFirst() }
    let delimiter = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard delimiter.first?.isLetter ?? false else { return }
    heredocs.append(delimiter)
    index = delimiter.endIndex
    if let quote, index < line.endIndex, line[index] == quote { index = line.index(after: index) }
  }

  private static func endsOpen(_ line: Substring) -> Bool {
    let text = ChecklistBuilder.trimmed(line)
    if text.hasSuffix("|") || text.hasSuffix("&&") || text.hasSuffix("{") { return true }
    let word = text.split(separator: " ").last ?? ""
    return word == "do" || word == "then" || word == "else"
  }
}
