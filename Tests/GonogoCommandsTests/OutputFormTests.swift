import GonogoCore
import GonogoRedaction
import Testing

@testable import GonogoCommands

/// The forms in which programs print secrets, through what takes in the output of every command.
struct OutputFormTests {
  private static let tables = SecretTables(OutputForm.secrets)

  /// What the screen, the digest and the files get of `chunks`.
  private static func cleaned(_ chunks: [ArraySlice<UInt8>]) -> [UInt8] {
    var collector = OutputCollector(secrets: tables, limit: 1_000_000)
    var shown: [UInt8] = []
    for chunk in chunks { shown += collector.take(chunk) }
    shown += collector.finish()
    let record = collector.record(file: nil)
    #expect(record.text == String(decoding: shown, as: UTF8.self))
    return shown
  }

  private func cleaned(_ text: String) -> String {
    String(decoding: Self.cleaned([Array(text.utf8)[...]]), as: UTF8.self)
  }

  @Test(arguments: OutputForm.all)
  func hidesEveryFormButThoseThatAreSaidToLeak(form: OutputForm) {
    let result = cleaned("before \(form.text) after\n")
    #expect(result.hasPrefix("before "))
    #expect(result.hasSuffix(" after\n"))
    if let core = form.core {
      #expect(
        form.text.contains(core) || form.text.contains("\u{1B}") || form.text.contains("\u{9B}"))
      #expect(result.contains("[redacted:"), "\(result)")
      #expect(!result.contains(core), "\(result)")
    } else {
      #expect(result.contains(form.text), "the documentation can promise more: \(result)")
    }
  }

  @Test func knowsHowManyFormsItPromises() {
    #expect(OutputForm.all.count { $0.core != nil } >= 37)
    #expect(OutputForm.all.count { $0.core == nil } == 5, "SECURITY.md names those that leak")
  }

  @Test func givesTheSameForEveryCut() {
    let bytes = Array(OutputForm.all.map(\.text).joined(separator: "\n").utf8)
    let whole = Self.cleaned([bytes[...]])
    for cut in stride(from: 0, through: bytes.count, by: 3) {
      #expect(Self.cleaned([bytes[..<cut], bytes[cut...]]) == whole)
    }
    #expect(Self.cleaned(bytes.indices.map { bytes[$0...$0] }) == whole)
    #expect(Self.cleaned([whole[...]]) == whole, "it leaves its marks alone")
    var state: UInt64 = 7
    for _ in 0..<2000 {
      var chunks: [ArraySlice<UInt8>] = []
      var position = 0
      while position < bytes.count {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let end = min(bytes.count, position + 1 + Int(state >> 33) % 60)
        chunks.append(bytes[position..<end])
        position = end
      }
      #expect(Self.cleaned(chunks) == whole)
    }
  }

  @Test(arguments: [
    ("abcdefg", "abcdefg", true), ("abcdefg", "YWJjZGVmZw==", false), ("abc", "abc", false),
    ("abcd", "abcd", true), ("abcdefgh", "YWJjZGVmZ2g=", true),
  ])
  func looksForShortValuesOnlyAsTheyAre(value: String, text: String, isHidden: Bool) {
    let result = Redaction.clean("= \(text) =", SecretTables([Secret(name: "N", value: value)]))
    #expect(result.contains("[redacted:N]") == isHidden)
  }

  @Test func cutsAVeryLongSecretIntoPieces() {
    let value = (0..<20_000).map { "\($0)" }.joined()
    let result = Redaction.clean("a \(value) b", SecretTables([Secret(name: "N", value: value)]))
    #expect(result == "a [redacted:N] b")
  }
}
