import GonogoCore
import GonogoRedaction
import GonogoStore
import Testing

@testable import GonogoCommands

struct OutputCollectorTests {
  @Test func keepsAShortOutputWhole() {
    var collector = OutputCollector(secrets: SecretTables([Secret(name: "A", value: "secret")]))
    let shown = collector.take(Array("\u{1B}[1mhello secret\r\n".utf8)[...]) + collector.finish()
    #expect(String(decoding: shown, as: UTF8.self) == "hello [redacted:A]\n")
    let record = collector.record(file: "f")
    #expect(record.text == "hello [redacted:A]\n")
    #expect(record.bytes == 18)
    #expect(record.file == "f")
    #expect(!record.isTruncated)
    #expect(record.digest == Digest.sha256(Array("hello [redacted:A]\n".utf8)))
  }

  @Test func hasNothingToShowOfNothing() {
    var collector = OutputCollector(secrets: .none)
    #expect(collector.finish().isEmpty)
    #expect(collector.record(file: "f") == .empty)
  }

  @Test(arguments: ["a\u{1B}[31mb\r\nsecret\u{0}", "secre", "\r", "é\u{1B}", "ssecret\n\n"])
  func givesTheSameRecordHoweverItIsCut(text: String) {
    let bytes = Array(text.utf8)
    func record(_ chunks: [ArraySlice<UInt8>]) -> (String, [UInt8]) {
      var collector = OutputCollector(secrets: SecretTables([Secret(name: "A", value: "secret")]))
      var shown: [UInt8] = []
      for chunk in chunks { shown += collector.take(chunk) }
      shown += collector.finish()
      return (collector.record(file: nil).digest, shown)
    }
    let whole = record([bytes[...]])
    for chunks in Chunking.all(bytes) {
      let cut = record(chunks)
      #expect(cut.0 == whole.0)
      #expect(cut.1 == whole.1)
    }
  }

  @Test(arguments: [OutputLimit.standard, 5_000, 1_000_000])
  func boundsWhatItKeeps(limit: Int) {
    var collector = OutputCollector(secrets: .none, limit: limit)
    let side = limit / 2
    let block = [UInt8](repeating: 0x61, count: 100_000)
    var all: [UInt8] = []
    for index in 0..<40 {
      var chunk = block
      chunk[0] = UInt8(0x30 + index % 10)
      chunk[99_999] = 0x0A
      all += chunk
      _ = collector.take(chunk[...])
    }
    _ = collector.finish()
    let record = collector.record(file: nil)
    #expect(record.bytes == 4_000_000)
    #expect(record.isTruncated)
    #expect(record.text.utf8.count < 2 * side + 100)
    #expect(record.text.utf8.prefix(side).elementsEqual(all.prefix(side)))
    #expect(record.text.utf8.suffix(side).elementsEqual(all.suffix(side)))
    #expect(record.text.contains("[… \(4_000_000 - 2 * side) bytes left out …]"))
    #expect(record.digest == Digest.sha256(all))
  }

  @Test func showsInvalidTextAsReplacement() {
    var collector = OutputCollector(secrets: .none)
    _ = collector.take([0x61, 0xFF, 0x62][...])
    _ = collector.finish()
    #expect(collector.record(file: nil).text == "a\u{FFFD}b")
  }
}
