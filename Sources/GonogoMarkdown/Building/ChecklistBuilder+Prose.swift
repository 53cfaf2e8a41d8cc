internal import GonogoCore

extension ChecklistBuilder {
  /// Finds blanks and annotations in every line that is prose.
  mutating func readProse() {
    readBlanks()
    readBlankLimits()
    readBoxNotes()
    readLooseDemands()
    readUnrunBlocks()
    markPersonal()
    for (index, block) in blocks.enumerated() {
      switch block.kind {
      case .paragraph:
        for number in ProseParagraph.lines(of: index, blocks: blocks, document: document) {
          readAnnotation(line: number)
        }
      case .html:
        for number in block.startLine...max(block.startLine, block.endLine) {
          readAnnotation(line: number)
        }
      case .heading: readAnnotation(line: block.startLine)
      default: break
      }
    }
    readSignOff()
  }

  /// A date beside a person's name is that person's.
  private mutating func markPersonal() {
    let people = Set(checklist.blanks.filter(\.isPersonal).map(\.location.line))
    for (index, blank) in checklist.blanks.enumerated()
    where !blank.isPersonal && people.contains(blank.location.line)
      && FieldLabel.field(of: blank.label) == .date
    {
      checklist.blanks[index] = blank.asPersonal()
    }
  }

  private mutating func readBlanks() {
    var sections = SectionCursor(checklist.sections)
    var places = LocationCursor(document)
    var end = 0
    let found = BlankFinder(document: document, blocks: blocks).blanks() + choices.found
    if found.isEmpty { return }
    var leadIns = BlankLeadIns(document: document, blocks: blocks)
    for found in found.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      // A choice of several lines holds other blanks between its boxes.
      let isTicked = found.options.contains { $0.box != nil }
      guard isTicked || found.range.lowerBound >= end else { continue }
      if !isTicked { end = found.range.upperBound }
      let location = places.location(at: found.range.lowerBound)
      let section = sections.section(atLine: location.line)
      let isConditional =
        checklist.sections[section].role == .conditional
        && (found.isInFence
          || !Readiness.isWritten(found.label, below: checklist.sections[section].heading))
      let id = isConditional ? checklist.conditionalBlanks.count : checklist.blanks.count
      let isPersonal = found.isPersonal || FieldLabel.isPersonal(found)
      let isAnswer = isPersonal || found.shape == .choice
      let blank = Blank(
        id: id, section: section, label: found.label, unit: found.unit, hint: found.hint,
        range: found.range, shape: found.shape, options: found.options,
        isPersonal: isPersonal, isRoom: found.isRoom, isInFence: found.isInFence,
        leadIns: isAnswer ? [] : leadIns.texts(above: location.line, shape: found.shape),
        location: location)
      if isConditional {
        checklist.conditionalBlanks.append(blank)
      } else {
        checklist.blanks.append(blank)
      }
    }
  }

  /// Marks the fields of the closing sign-off.
  private mutating func readSignOff() {
    let lastStep = checklist.steps.last.map { step in
      step.firstLine + step.script.utf8.count { $0 == 0x0A }
    }
    let criteria = checklist.claims.filter(\.isCriterion).map(\.location.line)
    let fields = SignOff(document: document, blocks: blocks)
      .fields(among: checklist.blanks, after: lastStep ?? 0, criteria: Set(criteria))
    for (id, field) in fields {
      checklist.blanks[id] = checklist.blanks[id].asField(field)
    }
  }

  /// Reads every `<!-- gonogo: DIRECTIVE -->` on line `number`.
  private mutating func readAnnotation(line number: Int) {
    let range = document.contentRange(ofLine: number)
    var places = LocationCursor(document)
    for comment in AnnotationComment.all(in: range, of: document) {
      read(comment, line: number, at: places.location(at: comment.directive.lowerBound))
    }
  }

  private mutating func read(
    _ comment: AnnotationComment, line number: Int, at location: SourceLocation
  ) {
    let text = document.text(comment.directive)
    func report(_ code: String, _ message: String, cure: String) {
      checklist.diagnostics.append(
        Diagnostic(.error, code: code, message, cure: cure, file: document.path, at: location))
    }
    guard comment.isClosed else {
      // Half a directive may say the opposite of the whole.
      return report(
        "annotation-not-closed", "this directive does not end on its line",
        cure: "write it on one line and close it with `-->`")
    }
    var target = number
    if comment.isAlone {
      repeat { target -= 1 } while target > 0 && document.contentRange(ofLine: target).isEmpty
    }
    let claim = claim(onLine: target)
    let blanks = blanks(onLine: target, before: comment.isAlone ? nil : comment.start)
    let isCondition = text.hasPrefix("pass") || text.hasPrefix("fail")
    let subject: Annotation.Subject
    if let claim, blanks.isEmpty || isCondition {
      subject = .claim(claim.id)
    } else if let blank = blanks.first, blanks.count == 1 {
      subject = .blank(blank.id)
    } else if blanks.isEmpty {
      return report(
        "annotation-without-subject",
        "this directive stands beside no blank, item or expectation",
        cure: "put it on the line it is about, or on the line below")
    } else {
      return report(
        "ambiguous-annotation", "the line above has \(blanks.count) blanks",
        cure: "put the directive on that line, directly behind the blank it is about")
    }
    checklist.annotations.append(
      Annotation(subject: subject, text: text, file: document.path, location: location))
  }
  /// The last claim on a line; before those that were understood, no other.
  private func claim(onLine line: Int) -> Claim? {
    let claims = checklist.claims
    let first = claims.partitioned { $0.location.line >= line }
    let after = claims.partitioned { $0.location.line > line }
    return claims[first..<after].last { !$0.isLoose } ?? claims[first..<after].last
  }

  /// The blanks on a line, or the last of them before byte `end`; of many only the first and how
  /// many there are matter.
  private func blanks(onLine line: Int, before end: Int?) -> ArraySlice<Blank> {
    let blanks = checklist.blanks
    let first = blanks.partitioned { $0.location.line >= line }
    let after = blanks.partitioned { blank in
      blank.location.line > line || end.map { blank.range.upperBound > $0 } ?? false
    }
    guard first < after else { return [] }
    return end == nil ? blanks[first..<after] : blanks[after - 1..<after]
  }
}
