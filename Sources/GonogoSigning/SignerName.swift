/// The rules for roles and for the names of signers.
enum SignerName {
  /// True for one to sixty-four letters a to z.
  static func isRole(_ text: some StringProtocol) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  /// True for a name of up to 256 bytes that is visible throughout and cannot be taken for anything
  /// else: not for an option, for a pattern of allowed_signers, nor for Markdown or HTML.
  static func isPrincipal(_ text: some StringProtocol) -> Bool {
    guard (1...256).contains(text.utf8.count), let first = text.unicodeScalars.first else {
      return false
    }
    return first != "-" && first != "!"
      && text.unicodeScalars.allSatisfy { isVisible($0) && !misleading.contains($0) }
  }

  /// True when the character shows and takes room: no blanks, controls, direction marks or the like.
  static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }

  private static let misleading: Set<Unicode.Scalar> = ["*", "?", ",", "<", ">", "\"", "`"]
}
