internal import GonogoCore

/// A place of the author's text that shows something of the run, changed or not.
struct CompletionMark {
  /// What it shows; positions are those in the record's own lists.
  enum Subject {
    /// The box of a claim.
    case box(claim: Int, isTicked: Bool)
    /// The sign that opens an expectation.
    case sign(claim: Int)
    /// A value: of a blank, else of a field of the sign-off.
    case value(blank: Int?, field: Field?)
    /// One word of a choice, by the box beside it.
    case option(choice: Int, word: String, isTicked: Bool, blank: Int?, field: Field?)
    /// The word that was picked from `words`, or all of them when none was.
    case picked(words: [String], blank: Int?, field: Field?)
  }

  /// Where it stands in the source.
  let range: Range<Int>
  /// What it becomes; nil when it stays as the author wrote it.
  let replacement: [UInt8]?
  /// What it shows.
  let subject: Subject

  init(_ range: Range<Int>, _ replacement: [UInt8]?, _ subject: Subject) {
    self.range = range
    self.replacement = replacement
    self.subject = subject
  }

  /// The edit that it takes, or nil.
  var edit: Edit? { replacement.map { Edit(range, $0) } }

  /// The mark for the machine line.
  func json(in document: Document) -> JSONValue {
    let was = document.text(range)
    let now = replacement.map { String(decoding: $0, as: UTF8.self) } ?? was
    var members: JSONObject = [
      JSONMember("at", .integer(range.lowerBound)), JSONMember("was", .string(was)),
      JSONMember("now", .string(now)),
    ]
    func add(_ name: String, _ value: JSONValue?) {
      if let value { members.append(JSONMember(name, value)) }
    }
    func add(blank: Int?, field: Field?) {
      add("blank", blank.map { .integer($0) })
      add("field", field.map { .string($0.rawValue) })
    }
    switch subject {
    case .box(let claim, let isTicked):
      add("claim", .integer(claim))
      add("ticked", .bool(isTicked))
    case .sign(let claim): add("claim", .integer(claim))
    case .value(let blank, let field): add(blank: blank, field: field)
    case .option(let choice, let word, let isTicked, let blank, let field):
      add("choice", .integer(choice))
      add("word", .string(RecordSummary.plain(word)))
      add("ticked", .bool(isTicked))
      add(blank: blank, field: field)
    case .picked(let words, let blank, let field):
      add("words", .array(words.map { .string(RecordSummary.plain($0)) }))
      add(blank: blank, field: field)
    }
    return .object(members)
  }

  /// `marks` in the order of the text. Where two touch the same bytes, the one that changes them
  /// stays; two changes of the same bytes stay both, to be found when they are made.
  static func ordered(_ marks: [CompletionMark]) -> [CompletionMark] {
    var result: [CompletionMark] = []
    let sorted = marks.enumerated().sorted { left, right in
      let (one, other) = (left.element.range, right.element.range)
      return (one.lowerBound, one.upperBound, left.offset)
        < (other.lowerBound, other.upperBound, right.offset)
    }
    for (_, mark) in sorted {
      if let last = result.last, mark.range.lowerBound < last.range.upperBound {
        if mark.replacement == nil { continue }
        if last.replacement == nil { result.removeLast() }
      }
      result.append(mark)
    }
    return result
  }
}
