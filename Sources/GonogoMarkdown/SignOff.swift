internal import GonogoCore

/// Finds the closing sign-off of a checklist, the one place whose fields gonogo fills by itself.
///
/// A date or decision beside somebody else's name is that person's word, so it is asked: only the
/// last part of the document that holds such fields counts, each field once, and nothing that may
/// belong to another person.
struct SignOff {
  private let document: Document
  /// Lines that begin a part: headings and thematic breaks, in order.
  private let partStarts: [(line: Int, heading: String?)]

  init(document: Document, blocks: [MarkdownBlock]) {
    self.document = document
    var starts: [(line: Int, heading: String?)] = [(0, nil)]
    for block in blocks {
      switch block.kind {
      case .heading: starts.append((block.startLine, block.text))
      case .thematicBreak:
        // A line of underscores is a rule to CommonMark and a place to sign to its author.
        let line = document.bytes[document.contentRange(ofLine: block.startLine)]
        if !line.contains(0x5F) { starts.append((block.startLine, nil)) }
      default: break
      }
    }
    self.partStarts = starts
  }

  /// For each of `blanks` that is a field of the sign-off: its identifier and the field.
  ///
  /// `line` is the last line of a step; fields above it are not the document's. `criteria` are the
  /// lines of what the decision hangs on: there "The backup is verified" names nobody.
  func fields(among blanks: [Blank], after line: Int, criteria: Set<Int>) -> [Int: Field] {
    guard
      let last = blanks.last(where: {
        $0.location.line > line && Self.field(of: $0) != nil
      })
    else { return [:] }
    let part = partStarts.last { $0.line <= last.location.line } ?? partStarts[0]
    // The heading itself ("Sign-off") names nobody.
    let first = min(max(part.line, line) + 1, last.location.line)
    let lines = first...last.location.line
    let members = blanks.filter { lines.contains($0.location.line) }
    let isNamed = members.contains { FieldLabel.namesTheRun($0.label) }
    guard isNamed || part.heading.map(FieldLabel.isSignOff) ?? true else { return [:] }
    return fields(of: members, in: lines, criteria)
  }

  /// What a blank asks for: a choice between GO and NO-GO is the decision whatever it is called,
  /// and any other choice is none of the fields.
  private static func field(of blank: Blank) -> Field? {
    guard blank.shape == .choice else { return FieldLabel.field(of: blank.label) }
    return OutcomeWords.decide(blank.options.map(\.text)) ? .decision : nil
  }

  private func fields(
    of members: [Blank], in lines: ClosedRange<Int>, _ criteria: Set<Int>
  ) -> [Int: Field] {
    var found: [Int: Field] = [:]
    var taken: Set<Field> = []
    var isOthers = false
    var rest = members[...]
    for line in lines {
      let here = rest.prefix { $0.location.line == line }
      rest = rest.dropFirst(here.count)
      let fields = here.map(Self.field)
      let text = document.text(document.contentRange(ofLine: line))
      let isStatement = here.isEmpty && criteria.contains(line)
      if isStatement ? FieldLabel.namesPeople(text) : FieldLabel.namesOthers(text) {
        isOthers = true
        continue
      }
      if fields.contains(.operatorName) { isOthers = false }
      // A blank of unknown meaning may ask for a name.
      if isOthers || fields.contains(nil) { continue }
      for (blank, field) in zip(here, fields) {
        if let field, taken.insert(field).inserted { found[blank.id] = field }
      }
    }
    return found
  }
}
