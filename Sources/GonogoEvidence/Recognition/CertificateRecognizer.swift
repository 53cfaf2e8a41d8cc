import GonogoCore

/// Reads what openssl says of certificates: dates, names, whether one will expire, whether the chain
/// of a connection could be verified.
struct CertificateRecognizer: Recognizer {
  let name = "openssl"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let openssl = output.lineSpeaker("openssl") else { return [] }
    switch openssl.arguments.first {
    case "x509": return certificate(output, openssl)
    case "s_client": return connection(output)
    case "verify": return verification(output)
    default: return []
    }
  }

  /// `notAfter=Feb 21 19:41:44 2027 GMT`; one certificate only.
  private func certificate(_ output: CommandOutput, _ openssl: ShellCommand) -> [Capture] {
    let names = ["notBefore", "notAfter", "subject", "issuer", "serial"]
    var captures: [Capture] = []
    var seen: Set<Substring> = []
    for line in output.lines {
      if let expires = Self.expiry(line), openssl.arguments.contains("-checkend") {
        guard seen.insert("expiry").inserted else { return [] }
        captures.append(truth("will_expire", expires, line))
        continue
      }
      guard let equals = line.firstIndex(of: "=") else { continue }
      let title = line[..<equals]
      guard names.contains(where: { $0 == title }) else { continue }
      let value = line[line.index(after: equals)...].trimmed
      guard seen.insert(title).inserted, !value.isEmpty else { return [] }
      captures.append(text(String(title), value))
    }
    return captures
  }

  private static func expiry(_ line: Substring) -> Bool? {
    switch line {
    case "Certificate will not expire": false
    case "Certificate will expire": true
    default: nil
    }
  }

  /// `Verify return code: 0 (ok)`, which TLS 1.3 may print again for every ticket.
  private func connection(_ output: CommandOutput) -> [Capture] {
    var codes: Set<Substring> = []
    for line in output.lines {
      if let rest = line.trimmed.dropping(prefix: "Verify return code: ") { codes.insert(rest) }
    }
    guard codes.count == 1, let code = codes.first, let number = code.fields.first?.smallCount,
      code.hasSuffix(")"), (number == 0) == code.hasSuffix(" (ok)")
    else { return [] }
    return [quantity("verify_return_code", Quantity(Double(number)), code)]
  }

  /// `shop.pem: OK`, and nothing else.
  private func verification(_ output: CommandOutput) -> [Capture] {
    guard output.lines.count == 1, output.stderr.isBlank, output.exitStatus ?? 0 == 0,
      output.lines[0].hasSuffix(": OK")
    else { return [] }
    return [truth("verified", true, "OK")]
  }
}
