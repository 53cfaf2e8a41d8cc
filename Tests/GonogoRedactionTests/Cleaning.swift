import GonogoRedaction

/// What is left of output that comes in pieces.
enum Cleaning {
  /// `chunks` without terminal control and secrets.
  static func cleaned(_ chunks: [ArraySlice<UInt8>], _ tables: SecretTables) -> [UInt8] {
    var stripper = EscapeStripper()
    var redactor = Redactor(tables)
    var result: [UInt8] = []
    for chunk in chunks {
      var plain: [UInt8] = []
      stripper.strip(chunk, into: &plain)
      redactor.redact(plain[...], into: &result)
    }
    var plain: [UInt8] = []
    stripper.finish(into: &plain)
    redactor.redact(plain[...], into: &result)
    redactor.finish(into: &result)
    return result
  }
}
