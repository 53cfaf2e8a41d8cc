/// Takes secrets and terminal control out of a whole text, as `OutputCollector` does in a stream.
enum SecretFilter {
  /// True when there is a secret in `text`.
  static func replaces(_ text: String, _ secrets: [Secret]) -> Bool {
    var redactor = Redactor(secrets)
    let bytes = Array(text.utf8)
    var clean: [UInt8] = []
    redactor.redact(bytes[...], into: &clean)
    redactor.finish(into: &clean)
    return clean != bytes
  }

  /// `text` with every secret replaced by its name.
  static func clean(_ text: String, _ secrets: [Secret]) -> String {
    var stripper = EscapeStripper()
    var plain: [UInt8] = []
    stripper.strip(Array(text.utf8)[...], into: &plain)
    stripper.finish(into: &plain)
    var redactor = Redactor(secrets)
    var clean: [UInt8] = []
    redactor.redact(plain[...], into: &clean)
    redactor.finish(into: &clean)
    return String(decoding: clean, as: UTF8.self)
  }
}
