import GonogoStore
import Testing

@Suite struct DigestTests {
  // The first three are examples of FIPS 180; the last was checked with sha256sum.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func matchesThePublishedExamples(_ text: String, _ digest: String) {
    #expect(Digest.sha256(Array(text.utf8)) == digest)
  }

  @Test func isTheSameHoweverTheBytesArePieced() {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    for size in [1, 63, 64, 65, 4096] {
      var stream = DigestStream()
      for start in stride(from: 0, to: bytes.count, by: size) {
        stream.update(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(stream.digest == Digest.sha256(bytes))
      #expect(stream.count == bytes.count)
    }
  }

  @Test func goesOnAfterItWasAskedForTheDigest() {
    var stream = DigestStream()
    stream.update(Array("ab".utf8))
    _ = stream.digest
    stream.update(Array("c".utf8))
    #expect(stream.digest == Digest.sha256(Array("abc".utf8)))
  }
}
