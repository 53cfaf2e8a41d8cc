/// A signature block where it stands in a signed document.
package struct PlacedSignature: Sendable, Hashable {
  /// The block.
  package let block: SignatureBlock
  /// How many bytes, from the first of the document, it signs: all before its BEGIN line.
  package let signedByteCount: Int
  /// Where the block starts and ends.
  package let range: Range<Int>
  /// What the armor holds.
  let signature: SSHSignature
}
