internal import GonogoCore

/// A place of a completed document as its record describes it; see `CompletionMark`.
struct ShownMark {
  let at: Int
  let was: [UInt8]
  let now: [UInt8]
  let claim: Int?
  let blank: Int?
  let field: Field?
  let choice: Int?
  let word: String?
  let words: [String]?
  let isTicked: Bool?

  /// The marks of a record, in the order of the text.
  ///
  /// - Throws: `RecordFault` when they are not what a run writes.
  static func all(in record: JSONValue) throws(RecordFault) -> [ShownMark] {
    guard let list = record["marks"]?.arrayValue else {
      throw RecordFault("its record does not say where the run put something in")
    }
    var marks: [ShownMark] = []
    for entry in list {
      guard let mark = ShownMark(entry) else {
        throw RecordFault("its record names a place in a way that is not understood")
      }
      marks.append(mark)
    }
    return marks
  }

  private init?(_ json: JSONValue) {
    guard let members = json.objectValue, let at = json["at"]?.integerValue, at >= 0,
      let was = json["was"]?.stringValue, let now = json["now"]?.stringValue
    else { return nil }
    let known: Set<String> = [
      "at", "was", "now", "claim", "blank", "field", "choice", "word", "words", "ticked",
    ]
    guard members.allSatisfy({ known.contains($0.name) }) else { return nil }
    self.at = at
    self.was = Array(was.utf8)
    self.now = Array(now.utf8)
    claim = json["claim"]?.integerValue
    blank = json["blank"]?.integerValue
    field = json["field"]?.stringValue.flatMap(Field.init(rawValue:))
    choice = json["choice"]?.integerValue
    word = json["word"]?.stringValue
    words = json["words"]?.arrayValue?.compactMap(\.stringValue)
    isTicked = json["ticked"]?.boolValue
    guard claim != nil || blank != nil || field != nil else { return nil }
    if choice != nil || (claim != nil && json["ticked"] != nil), isTicked == nil { return nil }
  }

  /// `bytes` with every place as it was; nil when they do not fit.
  static func undo(_ marks: [ShownMark], in bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes
    for mark in marks {
      let gap = mark.at - result.count
      guard gap >= 0, gap <= rest.count else { return nil }
      result += rest.prefix(gap)
      rest = rest.dropFirst(gap)
      guard rest.starts(with: mark.now) else { return nil }
      result += mark.was
      rest = rest.dropFirst(mark.now.count)
    }
    return result + rest
  }

  // MARK: What it shows

  /// Where this place and `record` say different things.
  func faults(_ record: JSONValue) -> [String] {
    if let claim { return faults(record, claim: claim) }
    if choice != nil { return shows(ticked: isTicked ?? false) ? [] : [boxFault("a choice")] }
    let shown = words.map { picked(among: $0, record).flatMap { self.words?[$0] } ?? "" }
    let text = shown ?? value(record) ?? ""
    if text.isEmpty ? now == was : isRendering(of: text) { return [] }
    return [
      "it shows “\(SafeText.inline(String(decoding: now, as: UTF8.self)))” where its record has "
        + (text.isEmpty ? "nothing" : "“\(SafeText.inline(text))”")
    ]
  }

  private func faults(_ record: JSONValue, claim index: Int) -> [String] {
    guard let claim = Self.element(index, of: record["claims"]),
      let verdict = claim["verdict"]?.stringValue.flatMap(Verdict.init(rawValue:))
    else { return ["its record shows a claim that it does not hold"] }
    let name = "“\(SafeText.inline(claim["text"]?.stringValue ?? ""))”"
    if let isTicked {
      return isTicked == (verdict == .pass) && shows(ticked: isTicked) ? [] : [boxFault(name)]
    }
    let isRight =
      switch verdict {
      case .pass: now == was
      case .fail: now.elementsEqual("❌".utf8)
      default: now.elementsEqual("⚠️".utf8)
      }
    return isRight ? [] : ["the sign before \(name) does not show what its record says"]
  }

  private func boxFault(_ name: String) -> String {
    "the box of \(name) does not show what its record says"
  }

  /// True when what stands there is a box in this state; one in a state of its author's own, neither
  /// open nor ticked, must be as it was.
  private func shows(ticked: Bool) -> Bool {
    // The sign that asks for a coloured picture of the one before it changes nothing.
    let signs = String(decoding: now, as: UTF8.self).unicodeScalars.filter { $0.value != 0xFE0F }
    let text = String(String.UnicodeScalarView(signs))
    if Self.tickedBoxes.contains(text) { return ticked }
    if Self.openBoxes.contains(text) { return !ticked }
    return now == was && !ticked
  }

  private static let tickedBoxes: Set<String> = ["x", "X", "☑", "✅", "◉"]
  private static let openBoxes: Set<String> = [" ", "☐", "⬜", "□", "◯"]

  /// The position of the picked word.
  func picked(among words: [String], _ record: JSONValue) -> Int? {
    let answer = record["decision"]?.stringValue.flatMap(Decision.Answer.init(rawValue:))
    return Choice.picked(
      among: words, text: blankText(record), decision: field == .decision ? answer : nil)
  }

  /// What the record says that stands here, or nil.
  private func value(_ record: JSONValue) -> String? {
    if let text = blankText(record) { return text }
    switch field {
    case .date: return record["ended"]?.stringValue.map { String($0.prefix(10)) }
    case .operatorName: return record["operator"]?.stringValue
    case .decision: return record["decision"]?.stringValue
    case .notes: return record["notes"]?.stringValue
    case nil: return nil
    }
  }

  private func blankText(_ record: JSONValue) -> String? {
    blank.flatMap { Self.element($0, of: record["blanks"])?["text"]?.stringValue }
  }

  /// True when `now` is one of the ways in which a blank shows `text`.
  private func isRendering(of text: String) -> Bool {
    let inline = SafeText.inline(text)
    let ways = [
      inline, SafeText.opening(inline), SafeText.verbatim(text, opensLine: false),
      SafeText.verbatim(text, opensLine: true),
    ]
    let shown = Self.trimmed(now[...])
    return ways.contains { Self.trimmed(Array($0.utf8)[...]).elementsEqual(shown) }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop { $0 == 0x20 }
    while rest.last == 0x20 { rest.removeLast() }
    return rest
  }

  private static func element(_ index: Int, of list: JSONValue?) -> JSONValue? {
    guard let list = list?.arrayValue, list.indices.contains(index) else { return nil }
    return list[index]
  }
}
