/// The rule of the signed format that a document breaks; see `research/security.md` B2, rules 1 to 5.
package enum DocumentFault: String, Error, Sendable, Hashable, CaseIterable {
  /// No bytes, or none above the first block.
  case empty
  /// Bytes that are no UTF-8.
  case notUTF8
  /// A NUL byte.
  case containsNUL
  /// The last byte is no LF.
  case noFinalNewline
  /// No signature block.
  case noSignature
  /// More than 64 signature blocks.
  case tooManySignatures
  /// A line that begins like a marker without being exactly one.
  case strayMarker
  /// A BEGIN or END line without its counterpart.
  case unbalancedMarkers
  /// The lines above a BEGIN line differ from those of its block.
  case badHeading
  /// A signer's name that could mislead.
  case badPrincipal
  /// A date or time that does not exist.
  case badTime
  /// Blocks that do not touch.
  case textBetweenSignatures
  /// An END line without the fence below it.
  case noClosingFence
  /// Bytes below the last block.
  case textAfterLastSignature
  /// Base64 that is not in lines of 70 or not the one spelling of its bytes.
  case armorNotCanonical
  /// Fields of the signature that are missing, cut off or too many.
  case notASignature
  /// A version other than 1, which the signature does not cover.
  case wrongVersion
  /// Something in the reserved field, which the signature does not cover.
  case reservedNotEmpty
  /// A hash other than sha512.
  case wrongHash
  /// A namespace other than that of the role in the heading.
  case wrongNamespace
  /// A hardware key's signature without the flag for a touch.
  case notTouched

  /// What is wrong, without a final stop.
  package var message: String {
    switch self {
    case .empty: "there is nothing to sign"
    case .notUTF8: "it is not UTF-8"
    case .containsNUL: "it holds a NUL byte"
    case .noFinalNewline: "its last line has no line end"
    case .noSignature: "it holds no signature"
    case .tooManySignatures: "it holds more than \(SignedDocument.signatureLimit) signatures"
    case .strayMarker: "a line begins like the BEGIN or END line of a signature but is none"
    case .unbalancedMarkers: "the BEGIN and END lines of signatures do not alternate"
    case .badHeading: "the lines above the signature are not exactly those of a signature block"
    case .badPrincipal: "the signer's name is not one that can be signed with"
    case .badTime: "the time of signing does not exist"
    case .textBetweenSignatures: "there is text between two signature blocks"
    case .noClosingFence: "the signature is not followed by its closing fence"
    case .textAfterLastSignature: "there is text after the last signature block"
    case .armorNotCanonical: "the signature is not written in the one way it can be written"
    case .notASignature: "the signature is damaged"
    case .wrongVersion: "the signature is not of version 1"
    case .reservedNotEmpty: "the signature's reserved field is not empty"
    case .wrongHash: "the signature was not made over SHA-512"
    case .wrongNamespace: "the signature was made for another purpose than its heading says"
    case .notTouched: "the hardware key was used without a touch"
    }
  }

  /// What to do about it.
  package var cure: String {
    switch self {
    case .strayMarker: "put one space before that line"
    case .noFinalNewline: "end the last line with a line end"
    case .notUTF8, .containsNUL: "save the document as UTF-8 text"
    case .empty: "name the completed document"
    case .noSignature: "sign it first, with gonogo sign"
    default: "the document was changed after it was signed; ask its signers for the original"
    }
  }
}
