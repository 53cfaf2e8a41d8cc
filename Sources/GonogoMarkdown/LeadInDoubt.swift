internal import GonogoCore

/// Lead-ins that speak against running the block under them here and now.
enum LeadInDoubt {
  /// Longer sentences are no lead-ins.
  private static let mostBytes = 300

  /// Why the block under `leadIn` must not be run, or nil: "Never run this:", "Wrong:".
  static func refusal(in leadIn: String?) -> String? {
    guard let sentence = lastSentence(of: leadIn) else { return nil }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: sentence)
    let isForbidden =
      prose.isPhrase(sentence, .badExample)
      || (prose.has(.forbidden, among: words) && !prose.has(.unlessGiven, among: words))
    return isForbidden ? "its lead-in says not to run it: “\(sentence)”" : nil
  }

  /// Why somebody has to say whether the block under `leadIn` is to be run, or nil: "Optional:",
  /// "Only if the cache is stale:", "On the database server:".
  static func hazard(in leadIn: String?) -> String? {
    guard let sentence = lastSentence(of: leadIn) else { return nil }
    let prose = ProseWords.standard
    let words = ProseWords.words(in: sentence)
    if prose.has(.elsewhere, among: words) {
      return "its lead-in may mean another machine: “\(sentence)”"
    }
    let isOpen =
      prose.opens(words, with: .unsure) || prose.has(.restricted, among: words)
      || prose.has(.forbidden, among: words)
    return isOpen ? "its lead-in leaves open whether to run it: “\(sentence)”" : nil
  }

  /// The last sentence above a block, where it can be one that leads to it.
  private static func lastSentence(of leadIn: String?) -> String? {
    guard let leadIn else { return nil }
    let lines = leadIn.utf8.split(separator: 0x0A).suffix(3)
    let text = lines.compactMap { String($0) }.joined(separator: " ")
    var start = text.startIndex
    var index = text.startIndex
    let bytes = text.utf8
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      let isEnd = bytes[index] == 0x2E || bytes[index] == 0x21 || bytes[index] == 0x3F
      if isEnd, next < bytes.endIndex, bytes[next] == 0x20 { start = bytes.index(after: next) }
      index = next
    }
    let sentence = String(text[start...])
    return sentence.utf8.count <= mostBytes ? sentence : nil
  }
}
