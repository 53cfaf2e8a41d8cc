/// Masks of a version: `vX.Y`, `vX.Y.0`, `X.Y.Z-rc.N`.
enum VersionMask {
  /// True for the two parts of a branch, and the one before or behind it: `X.Y`, `X.Y-1`, `X.Y+1.0`.
  static func isBranch(_ text: Substring) -> Bool {
    guard text.hasPrefix("X.Y") else { return false }
    let rest = text.dropFirst(3)
    guard let sign = rest.first else { return true }
    return (sign == "-" || sign == "+") && rest.count <= 6
      && rest.dropFirst().first?.isNumber == true
      && rest.dropFirst().allSatisfy { $0.isNumber || $0 == "." }
  }

  /// True when `text` is one. Without a `v` or a third part, "X.Y" may be anything.
  static func isMask(_ text: String) -> Bool {
    guard text.utf8.count <= 24 else { return false }
    let hasSign = text.first == "v"
    var number = hasSign ? text.dropFirst() : text[...]
    if let dash = number.firstIndex(of: "-") {
      let suffix = number[number.index(after: dash)...]
      guard !suffix.isEmpty, suffix.count <= 8,
        suffix.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." })
      else { return false }
      number = number[..<dash]
    }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    if hasSign, parts.count == 3,
      parts.allSatisfy({ $0.count == 1 && $0.first?.isUppercase == true })
    {
      return true
    }
    guard parts.count == 3 || (parts.count == 2 && hasSign), parts[0] == "X",
      ["Y", "X"].contains(parts[1])
    else { return false }
    return parts.count == 2 || ["Z", "X", "Y", "N", "0"].contains(parts[2])
  }
}
