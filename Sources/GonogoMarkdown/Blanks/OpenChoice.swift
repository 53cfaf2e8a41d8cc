internal import GonogoCore

/// Words between slashes from which one is to be picked, though none of them is an outcome: "Draft / In
/// Review / Complete" behind "Status". Certain only beside another place to fill.
enum OpenChoice {
  /// The words in `range`, which are the value of `label`; nil when they may be the value.
  ///
  /// Fewer than three may be two of one thing, but not in a form: `least`.
  static func read(
    _ range: Range<Int>, of document: Document, label: String, least: Int = 3
  ) -> (range: Range<Int>, options: [Blank.Option])? {
    let place = ValueReader.withoutMarks(range, of: document)
    guard (8...80).contains(place.count), label.utf8.count <= 60, asks(label) else { return nil }
    let text = document.text(place)
    guard text.holds(" / "), BoxReader.boxes(in: place, of: document.bytes).isEmpty,
      !text.contains(where: { "`<>[](){}:;,.|".contains($0) })
    else {
      return nil
    }
    let words = ValueReader.options(of: text)
    guard (least...6).contains(words.count), Set(words).count == words.count,
      words.allSatisfy({ word in
        word.first?.isUppercase == true && word.split(separator: " ").count <= 3
      })
    else { return nil }
    return (place, words.map { Blank.Option(text: $0) })
  }

  /// True for a label whose value is one of several words.
  static func asks(_ label: String) -> Bool {
    let words = ProseWords.words(in: label)
    guard (1...5).contains(words.count), let last = words.last, let first = words.first else {
      return false
    }
    if words.count == 2, ["by", "von", "por", "par"].contains(last) {
      return finders.contains { first.hasPrefix($0) }
    }
    return picked.contains(last) || picked.contains(first)
  }

  private static let finders = [
    "detect", "found", "report", "trigger", "raised", "notic", "entdeckt", "gemeldet", "ausgelöst",
    "detectad", "reportad", "descubiert", "détect", "signal",
  ]
  private static let picked = WordList.words("OpenChoice.picked")
}
