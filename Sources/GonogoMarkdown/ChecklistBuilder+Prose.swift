internal import GonogoCore

extension ChecklistBuilder {
  /// Finds blanks and annotations in every line that is prose.
  mutating func readProse() {
    var sections = SectionCursor(checklist.sections)
    for block in blocks {
      switch block.kind {
      case .paragraph:
        for number in block.startLine...max(block.startLine, block.endLine) {
          let section = sections.section(atLine: number)
          readBlanks(line: number, section: section)
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
  }

  private mutating func readBlanks(line: Int, section: Int) {
    guard checklist.sections[section].role != .conditional else { return }
    for found in BlankScanner.blanks(in: document.contentRange(ofLine: line), of: document) {
      let isAfterSteps = line > (checklist.steps.last?.firstLine ?? 0)
      checklist.blanks.append(
        Blank(
          id: checklist.blanks.count, section: section, label: found.label, unit: found.unit,
          range: found.range, field: isAfterSteps ? FieldLabel.field(of: found.label) : nil,
          location: document.location(at: found.range.lowerBound)))
    }
  }

  /// Reads every `<!-- gonogo: DIRECTIVE -->` on line `number`.
  private mutating func readAnnotation(line number: Int) {
    let range = document.contentRange(ofLine: number)
    for comment in AnnotationComment.all(in: range, of: document) {
      read(comment, line: number)
    }
  }

  private mutating func read(_ comment: AnnotationComment, line number: Int) {
    let location = document.location(at: comment.directive.lowerBound)
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
    let claim = checklist.claims.last { $0.location.line == target }
    var blanks = checklist.blanks.filter { $0.location.line == target }
    if !comment.isAlone {
      blanks = blanks.filter { $0.range.upperBound <= comment.start }.suffix(1)
    }
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
}
