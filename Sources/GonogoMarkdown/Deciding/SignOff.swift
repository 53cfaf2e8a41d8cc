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
  /// The headings but the title, with their levels.
  private let headings: [(line: Int, level: Int, text: String)]
  private let title: String

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
    let headings = blocks.compactMap { block -> (line: Int, level: Int, text: String)? in
      guard case .heading(let level) = block.kind else { return nil }
      return (block.startLine, level, block.text)
    }
    let title = headings.firstIndex { $0.level == 1 }
    self.title = title.map { headings[$0].text } ?? ""
    self.headings = headings.enumerated().filter { $0.offset != title }.map(\.element)
  }

  /// For each of `blanks` that is a field of the sign-off: its identifier and the field.
  ///
  /// `line` is the last line of a step; fields above it are not the document's. `criteria` are the
  /// lines of what the decision hangs on: there "The backup is verified" names nobody.
  func fields(among blanks: [Blank], after line: Int, criteria: Set<Int>) -> [Int: Field] {
    guard
      let last = blanks.last(where: {
        $0.location.line > line && field(of: $0) != nil
      })
    else { return [:] }
    let part = partStarts.last { $0.line <= last.location.line } ?? partStarts[0]
    // The heading itself ("Sign-off") names nobody.
    let first = min(max(part.line, line) + 1, last.location.line)
    let lines = first...last.location.line
    let members = blanks.filter { lines.contains($0.location.line) }
    let isNamed = members.contains { FieldLabel.namesTheRun($0.label) }
    guard isNamed || part.heading.map(FieldLabel.isSignOff) ?? true,
      part.heading == nil || isAboutTheRun(part.line)
    else { return [:] }
    return fields(of: members, in: lines, criteria)
  }

  /// True when neither the heading on a line nor one around it says that what is signed is somebody
  /// else's, or of another time: "Customer", "24 hours after the release".
  private func isAboutTheRun(_ line: Int) -> Bool {
    var level = 7
    for heading in headings.reversed() where heading.line <= line && heading.level < level {
      guard FieldLabel.isAboutTheRun(heading.text, title: title) else { return false }
      level = heading.level
    }
    return true
  }

  /// What a blank asks for: a choice between GO and NO-GO is the decision where its label says so or
  /// says nothing, and any other choice is none of the fields.
  private func field(of blank: Blank) -> Field? {
    guard blank.shape == .choice else { return FieldLabel.field(of: blank.label) }
    let isDecision =
      OutcomeWords.decide(blank.options.map(\.text))
      && (blank.label.isEmpty || FieldLabel.isDecision(blank.label, title: title))
    return isDecision ? .decision : nil
  }

  /// True when nothing on its line says more of what is to be written: "@" before it, "(planned)"
  /// behind it. `next` is the blank behind it on the line.
  private func standsAlone(_ blank: Blank, before next: Blank?) -> Bool {
    let bytes = document.bytes
    let line = document.contentRange(ofLine: blank.location.line)
    if blank.shape != .choice, blank.range.lowerBound > line.lowerBound {
      let before = bytes[blank.range.lowerBound - 1]
      // Behind a wide colon stands the last byte of a sign.
      guard before >= 0x80 || " \t:*_|(>`".utf8.contains(before) else { return false }
    }
    // "@[username]" asks for an account, with the sign or without.
    if !blank.range.isEmpty, bytes[blank.range.lowerBound] == 0x40 { return false }
    let end = next.map(\.range.lowerBound) ?? line.upperBound
    guard blank.range.upperBound <= end else { return true }
    var rest = document.text(blank.range.upperBound..<end)
    if let label = next?.label, !label.isEmpty, let place = rest.firstRange(of: label) {
      rest = String(rest[..<place.lowerBound])
    }
    if blank.shape == .choice { return true }
    // The day is written as the machine writes it; `DD/MM/YYYY` asks for something else.
    if blank.shape == .mask, document.text(blank.range).contains(where: { "/.".contains($0) }) {
      return false
    }
    return FieldLabel.isForm(rest)
  }

  /// True for a line that says whose or of what the fields below it are: bold as a whole, or ending
  /// with a colon.
  private func isSubject(_ text: String) -> Bool {
    let plain = ChecklistBuilder.trimmed(text)
    return plain.hasSuffix(":") || plain.hasSuffix("：")
      || plain.hasPrefix("**") && (plain.hasSuffix("**") || plain.hasSuffix(":**"))
  }

  private func fields(
    of members: [Blank], in lines: ClosedRange<Int>, _ criteria: Set<Int>
  ) -> [Int: Field] {
    var found: [Int: Field] = [:]
    var taken: Set<Field> = []
    var isOthers = false
    var isForeign = false
    var rest = members[...]
    for line in lines {
      let here = rest.prefix { $0.location.line == line }
      rest = rest.dropFirst(here.count)
      let fields = here.map(field)
      let text = document.text(document.contentRange(ofLine: line))
      let isStatement = here.isEmpty && criteria.contains(line)
      // A label with nothing behind it may be a field of its own, and the title of what is below.
      if !isStatement, here.allSatisfy({ $0.shape == .label && field(of: $0) == nil }),
        isSubject(text)
      {
        // "**NO-GO if any of these:**" is about the whole document too.
        let role = Polarity.role(of: text)
        isForeign =
          role != .goCriteria && role != .noGoCriteria
          && !FieldLabel.isAboutTheRun(text, title: title)
      }
      if isStatement ? FieldLabel.namesPeople(text) : FieldLabel.namesOthers(text) {
        isOthers = true
        continue
      }
      if fields.contains(.operatorName) { isOthers = false }
      // A blank of unknown meaning may ask for a name.
      if isOthers || isForeign || fields.contains(nil) || Set(fields).count < fields.count {
        continue
      }
      for (position, (blank, field)) in zip(here, fields).enumerated() {
        let next = here.dropFirst(position + 1).first
        guard standsAlone(blank, before: next) else { continue }
        if let field, taken.insert(field).inserted { found[blank.id] = field }
      }
    }
    return found
  }
}
