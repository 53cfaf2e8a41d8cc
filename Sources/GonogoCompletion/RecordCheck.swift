internal import GonogoCore

/// Compares everything that a completed document shows of its run with the record in it.
///
/// What differs from the author's document is in the record, place by place, with what stood there.
/// Put back, it must give the author's bytes by their digest; so nothing else was touched. Each place
/// must show what the record says: a box its claim's verdict, a blank its value, the sign-off the
/// day, the operator, the decision and the notes.
package struct RecordCheck {
  private let document: CompletedDocument
  private let digest: ([UInt8]) -> String

  /// A check of `document`; `digest` gives the SHA-256 of bytes as the record writes it.
  package init(_ document: CompletedDocument, digest: @escaping ([UInt8]) -> String) {
    self.document = document
    self.digest = digest
  }

  /// Everything that does not agree, about "it", the document, without a final stop; empty when all
  /// agrees.
  package func faults() -> [String] {
    let marks: [ShownMark]
    do throws(RecordFault) { marks = try ShownMark.all(in: document.record) } catch {
      return [error.message]
    }
    return source(marks) + marks.flatMap { mark in mark.faults(document.record) }
      + choices(marks) + decision()
  }

  /// The author's document, put together again.
  package func authorsBytes() -> [UInt8]? {
    guard let marks = try? ShownMark.all(in: document.record) else { return nil }
    return authorsBytes(marks)
  }

  private func authorsBytes(_ marks: [ShownMark]) -> [UInt8]? {
    guard let bytes = ShownMark.undo(marks, in: document.author[...]),
      let wanted = document.record["source"]?["sha256"]?.stringValue
    else { return nil }
    if digest(bytes) == wanted { return bytes }
    // The record gave a last line without line end one.
    guard document.author.last == 0x0A,
      let shorter = ShownMark.undo(marks, in: document.author.dropLast()),
      digest(shorter) == wanted
    else { return nil }
    return shorter
  }

  private func source(_ marks: [ShownMark]) -> [String] {
    authorsBytes(marks) == nil
      ? [
        "without what the run put in, it is not the document that the record names: its text, a box "
          + "or a blank was changed"
      ] : []
  }

  /// Of each choice, the box of the picked word is ticked and no other.
  private func choices(_ marks: [ShownMark]) -> [String] {
    var groups: [Int: [ShownMark]] = [:]
    for mark in marks { if let choice = mark.choice { groups[choice, default: []].append(mark) } }
    return groups.sorted { $0.key < $1.key }.flatMap { _, options -> [String] in
      let words = options.compactMap(\.word)
      guard let first = options.first, words.count == options.count else {
        return ["its record names a choice without its words"]
      }
      let picked = first.picked(among: words, document.record)
      return options.enumerated().compactMap { index, option in
        option.isTicked == (index == picked)
          ? nil : "the box beside “\(option.word ?? "")” does not show what the record says"
      }
    }
  }

  /// The decision follows from the verdicts that are recorded with it.
  private func decision() -> [String] {
    let record = document.record
    guard let text = record["decision"]?.stringValue, let answer = Decision.Answer(rawValue: text)
    else { return ["its record holds no decision"] }
    let reasons = record["reasons"]?.arrayValue ?? []
    switch answer {
    case .go:
      return reasons.isEmpty && against(record).isEmpty
        ? [] : ["its decision is GO although its record holds what forbids it"]
    case .noGo:
      return reasons.isEmpty ? ["its decision is NO-GO without a reason"] : []
    case .conditionalGo:
      let waivers = record["waivers"]?.arrayValue ?? []
      return waivers.isEmpty || reasons.isEmpty
        ? ["its decision is CONDITIONAL GO although nothing was waived"] : []
    }
  }

  /// The criteria and sections of the record that forbid a GO.
  private func against(_ record: JSONValue) -> [JSONValue] {
    let sections = (record["sections"]?.arrayValue ?? []).filter {
      $0["verdict"]?.stringValue == Verdict.fail.rawValue
    }
    let claims = (record["claims"]?.arrayValue ?? []).filter { claim in
      switch claim["kind"]?.stringValue.flatMap(Claim.Kind.init(rawValue:)) {
      case .goCriterion: claim["verdict"]?.stringValue != Verdict.pass.rawValue
      case .noGoCriterion: claim["verdict"]?.stringValue != Verdict.fail.rawValue
      default: false
      }
    }
    return sections + claims + (record["waivers"]?.arrayValue ?? [])
  }
}
