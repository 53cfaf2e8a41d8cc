internal import GonogoCore

/// Reads criteria from one sentence: "GO if the error rate is below 1% and all pods run".
enum GoSentence {
  /// A part of the sentence and what it says.
  struct Criterion: Equatable {
    let kind: Claim.Kind
    let text: String
  }

  /// The criteria in a sentence that begins with GO or NO-GO and a condition; none when it only
  /// opens a list.
  static func criteria(in sentence: String) -> [Criterion] {
    guard sentence.utf8.count <= 600, namesOutcome(sentence), let last = sentence.last, last != ":",
      last != "：",
      !WholeSentence.decidesByAll(sentence, ProseWords.words(in: sentence.prefix(200)))
    else { return [] }
    let starts = starts(in: sentence)
    guard let first = starts.first,
      !sentence[..<first.index].contains(where: { $0.isLetter || $0.isNumber })
    else { return [] }
    var criteria: [Criterion] = []
    for (position, start) in starts.enumerated() {
      let end = position + 1 < starts.count ? starts[position + 1].index : sentence.endIndex
      var text = ChecklistBuilder.trimmed(sentence[start.index..<end])
      while let last = text.last, ",;.".contains(last) || last.isWhitespace { text.removeLast() }
      guard isMatter(text.dropFirst(start.length)) else { return [] }
      criteria.append(Criterion(kind: start.kind, text: String(text)))
    }
    return criteria
  }

  /// True for "GO if ≥ 90% of the boxes are ticked": which of them may stay open is not said.
  static func setsShare(_ sentence: String) -> Bool {
    guard sentence.utf8.count <= 200, namesOutcome(sentence),
      sentence.utf8.contains(where: { (0x30...0x39).contains($0) }),
      let first = starts(in: sentence).first,
      !sentence[..<first.index].contains(where: { $0.isLetter || $0.isNumber })
    else { return false }
    return ProseWords.standard.has(.box, in: sentence) && criteria(in: sentence).isEmpty
  }

  /// "CONDITIONAL GO: 1-2 boxes open", which gonogo never gives by itself.
  static func countsForConditional(_ text: String) -> Bool {
    guard text.utf8.count <= 200, namesOutcome(text), let colon = text.firstColon else {
      return false
    }
    let rest = text[text.index(after: colon)...]
    return GoList.namesConditional(Polarity.words(in: String(text[..<colon])))
      && rest.utf8.contains { (0x30...0x39).contains($0) }
      && ProseWords.standard.has(.box, in: rest)
  }

  /// True when "GO" or "Go" stands in it at all; most sentences end here.
  private static func namesOutcome(_ sentence: String) -> Bool {
    let bytes = sentence.utf8.span
    guard bytes.count > 1 else { return false }
    for index in 1..<bytes.count where bytes[index - 1] == 0x47 && bytes[index] | 0x20 == 0x6F {
      return true
    }
    return false
  }

  private struct Start {
    let index: String.Index
    let length: Int
    let kind: Claim.Kind
  }

  private static let openings: [(String, Claim.Kind)] = {
    let goes = ["GO", "Go"]
    let noGoes = ["NO-GO", "NO GO", "No-Go", "NOGO", "NO\u{2011}GO"]
    let plain = [
      " only if ", " if ", " when ", " only when ", " si ", " solo si ", " wenn ",
      " nur wenn ", " falls ",
    ]
    let turned = [" unless ", " salvo que ", " außer wenn "]
    var openings: [(String, Claim.Kind)] = []
    for word in noGoes {
      for link in plain { openings.append((word + link, .noGoCriterion)) }
      for link in turned { openings.append((word + link, .goCriterion)) }
    }
    for word in goes {
      for link in plain { openings.append((word + link, .goCriterion)) }
      for link in turned { openings.append((word + link, .noGoCriterion)) }
    }
    return openings
  }()

  private static func starts(in sentence: String) -> [Start] {
    var starts: [Start] = []
    var rest = sentence[...]
    while let index = rest.firstIndex(where: { $0 == "G" || $0 == "N" }) {
      let tail = sentence[index...]
      let isWordStart =
        index == sentence.startIndex
        || !(sentence[sentence.index(before: index)].isLetter
          || "-\u{2011}/".contains(sentence[sentence.index(before: index)]))
      if isWordStart, !isDenied(sentence[..<index]),
        let opening = openings.first(where: { tail.hasPrefix($0.0) })
      {
        starts.append(Start(index: index, length: opening.0.count, kind: opening.1))
        rest = tail.dropFirst(opening.0.count)
      } else {
        rest = tail.dropFirst()
      }
    }
    return starts
  }

  /// "NO GO if" begins with NO, and its GO is no beginning.
  private static func isDenied(_ before: Substring) -> Bool {
    let word = before.split(separator: " ").last.map { $0.lowercased() }
    return word == "no" || word == "not"
  }

  /// True when the condition says something of its own: "all of the following hold" does not.
  private static func isMatter(_ condition: Substring) -> Bool {
    let about: Set<String> = [
      "all", "any", "of", "the", "these", "those", "following", "below", "above", "items", "checks",
      "boxes", "conditions", "criteria", "are", "is", "hold", "holds", "true", "met", "satisfied",
      "ticked", "checked", "pass", "every", "one", "them", "todos", "alle", "and",
    ]
    return ProseWords.words(in: condition).count { !about.contains($0) } >= 1
      && condition.contains { $0.isLetter }
  }
}
