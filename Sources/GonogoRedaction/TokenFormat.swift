/// A form by which secrets are known that nobody has named.
struct TokenFormat: Sendable {
  /// What comes after the prefix.
  enum Shape: Sendable, Equatable {
    /// At least so many bytes of the class.
    case run(ByteClass, atLeast: Int)
    /// Exactly so many bytes of the class, then none of it.
    case exactly(ByteClass, Int)
    /// Three parts between dots: a JSON web token.
    case webToken
    /// `user:password@`; only the password is secret.
    case address
    /// The lines of a key up to its end.
    case privateKey
  }

  /// Which bytes a token may hold.
  enum ByteClass: Sendable {
    case alphanumeric
    case word
    case upperOrDigit
    case path
  }

  /// The name in the mark.
  let name: String
  /// What it begins with, 3 bytes or more.
  let prefix: [UInt8]
  /// What comes after that.
  let shape: Shape

  private init(_ name: String, _ prefix: String, _ shape: Shape) {
    self.name = name
    self.prefix = Array(prefix.utf8)
    self.shape = shape
  }

  /// The formats, from what their issuers document.
  static let all: [TokenFormat] =
    ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].map {
      TokenFormat("github-token", $0, .run(.alphanumeric, atLeast: 36))
    } + [
      TokenFormat("github-token", "github_pat_", .run(.word, atLeast: 22))
    ]
    + ["AKIA", "ASIA", "ABIA", "ACCA"].map {
      TokenFormat("aws-key", $0, .exactly(.upperOrDigit, 16))
    }
    + ["glpat-", "glptt-", "gldt-", "glrt-", "glcbt-"].map {
      TokenFormat("gitlab-token", $0, .run(.word, atLeast: 20))
    }
    + ["xoxb-", "xoxa-", "xoxp-", "xoxr-", "xoxs-", "xoxe-", "xapp-"].map {
      TokenFormat("slack-token", $0, .run(.word, atLeast: 10))
    }
    + [TokenFormat("slack-webhook", "hooks.slack.com/services/", .run(.path, atLeast: 20))]
    + ["sk_live_", "rk_live_", "sk_test_", "rk_test_", "whsec_"].map {
      TokenFormat("stripe-key", $0, .run(.word, atLeast: 16))
    }
    + [
      TokenFormat("google-key", "AIza", .run(.word, atLeast: 35)),
      TokenFormat("google-token", "ya29.", .run(.word, atLeast: 20)),
      TokenFormat("web-token", "eyJ", .webToken),
      TokenFormat("url-password", "://", .address),
      TokenFormat("private-key", "-----BEGIN ", .privateKey),
    ]
}

extension TokenFormat.ByteClass {
  /// True for a byte of the class.
  func contains(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A: true
    case 0x61...0x7A: self != .upperOrDigit
    case 0x2D, 0x5F: self == .word || self == .path
    case 0x2F: self == .path
    default: false
    }
  }
}
