internal import GonogoCore
internal import GonogoSigning

/// Finds what looks like a signature in a checklist that nobody has signed.
enum SignatureLookalikes {
  /// A line that a signature begins or ends with keeps the completed document from being signed; a
  /// line like those above a signature leads who reads it astray.
  static func find(in document: Document) -> [Diagnostic] {
    let markers = MarkerLine.all(in: document.bytes).map { marker in
      Diagnostic(
        .error, code: "signature-marker",
        "this line begins like one that a signature begins or ends with, so what comes of the "
          + "checklist cannot be signed",
        cure: "put one space before that line", file: document.path,
        at: document.location(at: marker.range.lowerBound))
    }
    let headings = document.lines.starts.indices.compactMap { index -> Diagnostic? in
      let range = document.contentRange(ofLine: index + 1)
      // Most lines are told by their first byte.
      guard let first = range.first, "#S".utf8.contains(document.bytes[first]),
        isHeading(document.text(range))
      else { return nil }
      return Diagnostic(
        .warning, code: "signature-heading",
        "this line is written like those above a signature, and nobody has signed here",
        cure: "write it in other words", file: document.path, at: SourceLocation(line: index + 1))
    }
    return markers + headings
  }

  private static func isHeading(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.count >= 4, words[0].allSatisfy({ $0 == "#" }), words[1] == "Signature" {
      return words[2].last == ":" && words[2].dropLast().allSatisfy(\.isNumber)
    }
    return words.starts(with: ["Signed", "by"]) && words.suffix(3) == ["the", "BEGIN", "line."]
  }
}
