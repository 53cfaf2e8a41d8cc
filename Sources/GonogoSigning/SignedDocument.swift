/// A document whose end is one or more signature blocks, every byte of it accounted for.
package struct SignedDocument: Sendable, Hashable {
  /// The most signatures a document may hold.
  static let signatureLimit = 64

  /// All bytes.
  package let bytes: [UInt8]
  /// The signatures in their order.
  package let signatures: [PlacedSignature]

  /// The bytes before the first signature block.
  package var body: ArraySlice<UInt8> {
    bytes[..<(signatures.first?.range.lowerBound ?? bytes.count)]
  }

  /// True when one of the signatures is by the public key with this wire blob; whether it fits is not
  /// asked.
  package func isSigned(by key: [UInt8]) -> Bool {
    signatures.contains { $0.signature.publicKey == key }
  }

  /// Reads a signed document by the rules of the format, without checking that the signatures fit.
  ///
  /// - Throws: `SigningError.refused` with the first rule that it breaks.
  package static func parse(_ bytes: [UInt8]) throws(SigningError) -> SignedDocument {
    let document = try parseAllowingUnsigned(bytes)
    guard !document.signatures.isEmpty else { throw .refused(.noSignature, line: 1) }
    return document
  }

  /// Reads a document that may not be signed yet.
  static func parseAllowingUnsigned(_ bytes: [UInt8]) throws(SigningError) -> SignedDocument {
    try checkText(bytes)
    let markers = MarkerLine.all(in: bytes)
    for (index, marker) in markers.enumerated() {
      guard marker.isExact else { throw .refused(.strayMarker, line: marker.line) }
      guard marker.isBegin == (index % 2 == 0) else {
        throw .refused(.unbalancedMarkers, line: marker.line)
      }
    }
    if let last = markers.last, last.isBegin {
      throw .refused(.unbalancedMarkers, line: last.line)
    }
    guard markers.count / 2 <= signatureLimit else {
      throw .refused(.tooManySignatures, line: markers[2 * signatureLimit].line)
    }

    var signatures: [PlacedSignature] = []
    for index in stride(from: 0, to: markers.count, by: 2) {
      signatures.append(
        try signature(
          in: bytes, from: markers[index], to: markers[index + 1], after: signatures.last))
    }
    if let last = signatures.last, last.range.upperBound != bytes.count {
      throw .refused(.textAfterLastSignature, line: (markers.last?.line ?? 0) + 2)
    }
    return SignedDocument(bytes: bytes, signatures: signatures)
  }

  private static func checkText(_ bytes: [UInt8]) throws(SigningError) {
    func line(of offset: Int) -> Int { 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") } }
    guard !bytes.isEmpty else { throw .refused(.empty, line: 1) }
    do { _ = try UTF8Span(validating: bytes.span) } catch {
      throw .refused(.notUTF8, line: line(of: error.byteOffsets.lowerBound))
    }
    if let offset = bytes.firstIndex(of: 0) { throw .refused(.containsNUL, line: line(of: offset)) }
    guard bytes.last == UInt8(ascii: "\n") else {
      throw .refused(.noFinalNewline, line: line(of: bytes.count))
    }
  }

  /// The signature between two marker lines, with the heading and fence around it.
  private static func signature(
    in bytes: [UInt8], from begin: MarkerLine, to end: MarkerLine, after previous: PlacedSignature?
  ) throws(SigningError) -> PlacedSignature {
    let signed = begin.range.lowerBound
    let armor = Array(bytes[signed...end.range.upperBound])
    let number = (previous?.block.number ?? 0) + 1
    let block = try block(above: begin, in: bytes, number: number, armor: armor)

    let heading = block.heading
    let start = signed - heading.count
    guard start >= 0, bytes[start..<signed].elementsEqual(heading) else {
      throw .refused(.badHeading, line: begin.line)
    }
    if let previous {
      guard start == previous.range.upperBound else {
        throw .refused(.textBetweenSignatures, line: begin.line)
      }
    } else if start == 0 {
      throw .refused(.empty, line: 1)
    } else if bytes[start - 1] != UInt8(ascii: "\n") {
      throw .refused(.badHeading, line: begin.line)
    }

    let closingStart = end.range.upperBound + 1
    guard bytes[closingStart...].starts(with: SignatureBlock.closing) else {
      throw .refused(.noClosingFence, line: end.line + 1)
    }
    let signature: SSHSignature
    do { signature = try SSHSignature(armor: armor) } catch {
      throw .refused(error, line: begin.line)
    }
    guard signature.namespace == block.namespace else {
      throw .refused(.wrongNamespace, line: begin.line)
    }
    return PlacedSignature(
      block: block, signedByteCount: signed,
      range: start..<closingStart + SignatureBlock.closing.count, signature: signature)
  }

  /// What the line "Signed by … as … at …", three lines above the BEGIN line, says.
  private static func block(
    above begin: MarkerLine, in bytes: [UInt8], number: Int, armor: [UInt8]
  ) throws(SigningError) -> SignatureBlock {
    let lines = bytes[..<begin.range.lowerBound].suffix(1000)
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // After the last line end comes one more, empty piece.
    guard lines.count >= 4 else { throw .refused(.badHeading, line: begin.line) }
    let words = String(decoding: lines[lines.count - 4], as: UTF8.self).split(
      separator: " ", omittingEmptySubsequences: false)
    let line = begin.line - 3
    guard words.count == 14, SignerName.isRole(words[4]) else {
      throw .refused(.badHeading, line: line)
    }
    guard SignerName.isPrincipal(words[2]) else { throw .refused(.badPrincipal, line: line) }
    guard let time = UTCTime.seconds(words[6].dropLast()) else {
      throw .refused(.badTime, line: line)
    }
    return try SignatureBlock(
      number: number, role: String(words[4]), principal: String(words[2]), time: time, armor: armor)
  }
}
