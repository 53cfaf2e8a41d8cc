internal import GonogoCore
internal import GonogoSigning
internal import GonogoStore

/// Stands in for `ssh-keygen`: nobody without it can make its signatures, it reads armor less strictly
/// than gonogo does, and it starts no program.
enum PretendKeys {
  /// Who may sign as what.
  static let signers = ["operator": "ann@example.com", "approver": "bob@example.com"]

  static let runner = ProgramRunner(
    run: { (_, arguments, input, _) throws(ProgramError) in answer(arguments, input) },
    withTemporaryFile: { (bytes, body) throws(ProgramError) in
      try body(String(decoding: bytes, as: UTF8.self))
    })

  /// The word after `flag`.
  private static func value(_ flag: String, _ arguments: [String]) -> String {
    guard let index = arguments.lastIndex(of: flag), index + 1 < arguments.count else { return "" }
    return arguments[index + 1]
  }

  private static func answer(_ arguments: [String], _ message: [UInt8]) -> ProgramOutput {
    let namespace = value("-n", arguments)
    let role = String(namespace.dropFirst("gonogo-".count).dropLast(".v1".count))
    let refusal = ProgramOutput(status: 255, stdout: [], stderr: Array("refused".utf8))
    guard let owner = signers[role] else { return refusal }
    let text = base64(signature(message, namespace: namespace, owner: owner))
    switch value("-Y", arguments) {
    case "sign":
      return ProgramOutput(status: 0, stdout: Array(armor(text).utf8), stderr: [])
    case "verify" where value("-I", arguments) != owner:
      return refusal
    default:
      let given = value("-s", arguments).split(separator: "\n").filter { !$0.hasPrefix("-") }
      guard covered(given.joined()) == covered(text) else { return refusal }
      let key = String(Digest.sha256(Array(owner.utf8)).prefix(43))
      let line = "Good \"\(namespace)\" signature for \(owner) with ED25519 key SHA256:\(key)\n"
      return ProgramOutput(status: 0, stdout: Array(line.utf8), stderr: [])
    }
  }

  /// Without what `ssh-keygen` does not look at either: padding, and the place of the version.
  private static func covered(_ text: String) -> [UInt8] {
    let letters = Array(text.utf8.filter { $0 != UInt8(ascii: "=") })
    return Array(letters.prefix(8) + letters.dropFirst(13))
  }

  private static func signature(_ message: [UInt8], namespace: String, owner: String) -> [UInt8] {
    let kind = string("ssh-ed25519")
    let proof = Digest.sha256(Array("not for you \(owner) \(namespace) ".utf8) + message)
    let key = Array(Digest.sha256(Array(owner.utf8)).utf8.prefix(32))
    return Array("SSHSIG".utf8) + [0, 0, 0, 1] + string(kind + string(key)) + string(namespace)
      + string("") + string("sha512") + string(kind + string(proof))
  }

  private static func string(_ text: String) -> [UInt8] { string(Array(text.utf8)) }

  private static func string(_ bytes: [UInt8]) -> [UInt8] {
    [0, 0, UInt8(bytes.count >> 8), UInt8(bytes.count & 0xFF)] + bytes
  }

  /// `bytes` in Base64.
  static func base64(_ bytes: [UInt8]) -> String {
    let json = Envelope(payloadType: "a", payload: bytes).json
    return json["payload"]?.stringValue ?? ""
  }

  /// `text`, which is Base64, as the armor of a signature.
  static func armor(_ text: String) -> String {
    var armor = "-----BEGIN SSH SIGNATURE-----\n"
    var rest = Substring(text)
    while !rest.isEmpty {
      armor += rest.prefix(70) + "\n"
      rest = rest.dropFirst(70)
    }
    return armor + "-----END SSH SIGNATURE-----\n"
  }
}
