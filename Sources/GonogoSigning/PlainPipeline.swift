internal import GonogoCore

/// The commands with which anyone can check a signed document without gonogo: bash and OpenSSH.
package enum PlainPipeline {
  /// One command per signer, in their order, and one that finds whatever stands after the last block.
  ///
  /// Each `ssh-keygen` line checks the key as of the day it is run, not as of the claimed time.
  ///
  /// - Parameters:
  ///   - documentName: the path of the signed document.
  ///   - signers: the role and the name of each signer, in the order of the blocks.
  ///   - allowedSigners: the path of the allowed_signers file.
  /// - Returns: the lines, each with its line end; empty when there are no signers.
  package static func commands(
    documentName: String, signers: [(role: String, principal: String)],
    allowedSigners: String = "allowed_signers"
  ) -> String {
    guard !signers.isEmpty else { return "" }
    let file = path(documentName)
    var lines: [String] = []
    for (index, signer) in signers.enumerated() {
      let check =
        "ssh-keygen -Y verify -f \(path(allowedSigners)) -I \(quoted(signer.principal))"
        + " -n gonogo-\(signer.role).v1 -s"
      if index == 0 {
        lines.append(
          "sed '/^-----BEGIN SSH SIG/,$d' \(file) | \(check)"
            + " <(sed -n '/^-----BEGIN SSH SIG/,$p' \(file))")
      } else {
        lines.append(
          "L=$(grep -an '^-----BEGIN SSH SIG' \(file) | sed -n '\(index + 1)s/:.*//p');"
            + " head -n $((L-1)) \(file) | \(check) <(tail -n +$L \(file))")
      }
    }
    lines.append(
      "[ \"$(grep -ac '^-----BEGIN SSH SIG' \(file))/$(grep -ac '^-----END SSH SIG' \(file))"
        + "/$(tail -n 2 \(file))\" = \"\(signers.count)/\(signers.count)"
        + "/-----END SSH SIGNATURE-----\"$'\\n```' ] && echo nothing appended")
    return lines.map { $0 + "\n" }.joined()
  }

  /// A path as an argument that is never taken for an option.
  private static func path(_ text: String) -> String {
    quoted(text.hasPrefix("-") ? "./" + text : text)
  }

  /// A text as one word of bash in which everything can be seen; left bare where nothing in it means
  /// anything.
  private static func quoted(_ text: String) -> String {
    if let escaped = EscapedWord.quoted(text) { return escaped }
    let plain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "@%_+:,./-".utf8.contains(byte)
      }
    }
    if plain, !text.isEmpty { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
