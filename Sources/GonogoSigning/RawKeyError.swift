/// Why a key cannot sign bytes as they are, which `ssh-keygen` does not do.
package enum RawKeyError: Error, Sendable, Hashable {
  /// The file holds no key in OpenSSH's form.
  case notAKey
  /// The key is of another type than Ed25519.
  case wrongType
  /// The private key is protected by a passphrase.
  case encrypted
  /// The agent cannot be reached, or does not answer as one; the reason is for people.
  case noAgent(reason: String)
  /// The agent refused, or does not hold the key.
  case refused
  /// The signature that was given does not hold.
  case badSignature

  /// What is wrong, without a final stop.
  package var message: String {
    switch self {
    case .notAKey: "the file holds no OpenSSH key"
    case .wrongType: "only Ed25519 keys sign exports"
    case .encrypted: "the private key is protected by a passphrase"
    case .noAgent(let reason): "the agent cannot be asked: \(reason)"
    case .refused: "the agent did not sign"
    case .badSignature: "the signature does not hold"
    }
  }

  /// What to do about it.
  package var cure: String {
    switch self {
    case .notAKey: "give a key as ssh-keygen writes it"
    case .wrongType: "make one with ssh-keygen -t ed25519, and sign the document with it"
    case .encrypted, .refused: "put it into the agent with ssh-add, and give its .pub file"
    case .noAgent: "start ssh-agent, or give the private key's file"
    case .badSignature: "check the key and the agent"
    }
  }
}
