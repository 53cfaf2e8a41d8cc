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

  /// Reads `<!-- gonogo: DIRECTIVE -->` on line `number`.
  private mutating func readAnnotation(line number: Int) {
    let range = document.contentRange(ofLine: number)
    guard let comment = AnnotationComment(in: range, of: document) else { return }
    let location = document.location(at: comment.directive.lowerBound)
    let isAlone = comment.isAlone
    var target = number
    if isAlone {
      repeat { target -= 1 } while target > 0 && document.contentRange(ofLine: target).isEmpty
    }
    let subject =
      checklist.blanks.last { $0.location.line == target }.map { Annotation.Subject.blank($0.id) }
      ?? checklist.claims.last { $0.location.line == target }.map { Annotation.Subject.claim($0.id) }
    guard let subject else {
      checklist.diagnostics.append(
        Diagnostic(
          .error, code: "annotation-without-subject",
          "this directive stands beside no blank, item or expectation",
          cure: "put it on the line it is about, or on the line below", file: document.path,
          at: location))
      return
    }
    checklist.annotations.append(
      Annotation(
        subject: subject, text: document.text(comment.directive), file: document.path,
        location: location))
  }
}
