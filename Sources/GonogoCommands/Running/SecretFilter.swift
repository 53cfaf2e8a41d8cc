/// Takes secrets and terminal control out of a whole text, as `OutputCollector` does in a stream.
enum SecretFilter {
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
