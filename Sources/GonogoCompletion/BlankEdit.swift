internal import GonogoCore

/// What filling one blank changes.
struct BlankEdit {
  let document: Document
  let blank: Blank

  /// The edit that writes `text` into the blank.
  func filling(_ text: String) -> Edit {
    Edit(blank.range, Array((blank.isInFence ? inFence(text) : inProse(text)).utf8))
  }

  private func inProse(_ text: String) -> String {
    let safe = SafeText.inline(text)
    switch blank.shape {
    case .emptyCell, .label:
      if safe.isEmpty { return "" }
      let isCell = blank.shape == .emptyCell
      let text = !isCell && opensBlock ? SafeText.opening(safe) : safe
      return (endsWithBlank ? "" : " ") + text + (!isCell || beginsWithBlank ? "" : " ")
    default: return opensBlock ? SafeText.opening(safe) : safe
    }
  }

  /// A form's frame stays where it is: what is shorter than the blank is padded.
  private func inFence(_ text: String) -> String {
    var value = SafeText.verbatim(text, opensLine: opensBlock)
    if blank.shape == .label, !value.isEmpty, !endsWithBlank { value = " " + value }
    guard isFramed else { return value }
    let width = document.text(blank.range).count
    return value + String(repeating: " ", count: max(0, width - value.count))
  }

  /// True when the line goes on with a piece of a frame.
  private var isFramed: Bool {
    let line = document.contentRange(ofLine: blank.location.line)
    guard blank.range.upperBound <= line.upperBound else { return false }
    return document.text(blank.range.upperBound..<line.upperBound).unicodeScalars.contains {
      (0x2500...0x257F).contains($0.value) || $0 == "|"
    }
  }

  private var endsWithBlank: Bool {
    let start = blank.range.lowerBound
    return start > 0 && isBlank(document.bytes[start - 1])
  }

  private var beginsWithBlank: Bool {
    let end = blank.range.upperBound
    return end >= document.bytes.count || isBlank(document.bytes[end])
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// True when nothing but marks stands before the blank, so that what fills it could open a list,
  /// a rule or a heading.
  private var opensBlock: Bool {
    let start = document.lines.range(ofLine: blank.location.line).lowerBound
    return document.text(start..<max(start, blank.range.lowerBound)).allSatisfy {
      $0.isWhitespace || $0.isNumber || ">-+*.)|_".contains($0)
    }
  }
}
