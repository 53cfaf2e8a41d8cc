import Foundation
import Testing

@testable import GonogoSigning

/// Time stamps by an authority of the test's own, made and checked by openssl.
@Suite(.serialized) struct TimeStampTests {
  private let workshop: Workshop
  private let signed: [UInt8]
  private let tool = TimeStampTool(runner: Workshop.runner)

  init() throws {
    workshop = try Workshop()
    signed = try workshop.sign(Array("# A\n\nx\n".utf8), at: 1_700_000_000)
    try workshop.write(Array(Self.settings.utf8), "ca.cnf")
    let made = try workshop.shell(
      """
      set -e; exec 2>&1; echo 01 >serial
      new='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'
      for ca in ca other; do
        openssl req -x509 $new -keyout $ca.key -out $ca.pem -config ca.cnf -extensions ca -days 10
      done
      for use in stamping signing; do
        openssl req $new -keyout $use.key -out $use.csr -config ca.cnf -subj "/CN=$use"
        openssl x509 -req -in $use.csr -CA ca.pem -CAkey ca.key -CAcreateserial \
          -extfile ca.cnf -extensions $use -days 10 -out $use.pem
      done
      """)
    try #require(made.status == 0, "\(made.text)")
  }

  private static let settings = """
    [req]
    distinguished_name = name
    prompt = no
    [name]
    CN = Authority of a test
    [ca]
    basicConstraints = critical,CA:TRUE
    [stamping]
    extendedKeyUsage = critical,timeStamping
    [signing]
    extendedKeyUsage = critical,codeSigning
    [authority]
    serial = ./serial
    signer_digest = sha256
    default_policy = 1.2.3.4.1
    digests = sha256
    tsa_name = yes

    """

  private func digest(_ bytes: [UInt8]) -> String {
    do {
      try workshop.write(bytes, "digested")
      return try String(workshop.shell("sha256sum digested").text.prefix(64))
    } catch { return "" }
  }

  /// The authority's reply to a request.
  private func reply(to request: [UInt8]) throws -> [UInt8] {
    try workshop.write(request, "request.tsq")
    let made = try workshop.shell(
      "openssl ts -reply -queryfile request.tsq -config ca.cnf -section authority "
        + "-signer stamping.pem -inkey stamping.key -out reply.tsr")
    try #require(made.status == 0, "\(made.text)")
    return try workshop.bytes("reply.tsr")
  }

  private func stamp(_ bytes: [UInt8]) throws -> [UInt8] {
    try reply(to: tool.request(digest: digest(bytes)))
  }

  private func check(_ reply: [UInt8], of bytes: [UInt8], _ authority: String = "ca.pem") throws
    -> TimeStamp
  {
    try tool.check(
      reply, of: SignedDocument.parse(bytes), authority: workshop.path(authority), digest: digest)
  }

  private func refusal(_ reply: [UInt8], of bytes: [UInt8], _ authority: String = "ca.pem")
    -> TimeStampError?
  {
    do {
      _ = try check(reply, of: bytes, authority)
      return nil
    } catch { return error as? TimeStampError }
  }

  @Test func asksForTheDigestWithANonceAndTheCertificate() throws {
    let request = try tool.request(digest: digest(signed))
    try workshop.write(request, "a.tsq")
    let text = try workshop.shell("openssl ts -query -in a.tsq -text").text
    #expect(text.contains("Hash Algorithm: sha256"))
    #expect(text.contains("Certificate required: yes"))
    #expect(text.contains("Nonce: 0x"))
    #expect(try tool.request(digest: digest(signed)) != request)
  }

  @Test func saysWhenTheDocumentExisted() throws {
    let before = Int(Date().timeIntervalSince1970)
    let stamp = try check(stamp(signed), of: signed)
    let after = Int(Date().timeIntervalSince1970)
    #expect((before...after).contains(stamp.time))
    #expect(stamp.signatures == 1)
    #expect(stamp.faults([], now: after) == [])
  }

  @Test func isForTheseBytesOnly() throws {
    let reply = try stamp(signed)
    let other = try workshop.sign(Array("# A\n\ny\n".utf8), at: 1_700_000_000)
    #expect(refusal(reply, of: other) == .otherBytes)
    var changed = signed
    changed[3] ^= 1
    #expect(refusal(reply, of: changed) == .otherBytes)
  }

  /// Who signed later has not taken the time stamp from those before.
  @Test func coversWhatWasThereWhenItWasMade() throws {
    let reply = try stamp(signed)
    let both = try workshop.sign(signed, "bob", as: "approver", at: 1_700_000_100)
    #expect(try check(reply, of: both).signatures == 1)
    #expect(try check(stamp(both), of: both).signatures == 2)
    #expect(refusal(try stamp(both), of: signed) == .otherBytes)
  }

  @Test func countsOnlyByTheAuthorityGiven() throws {
    let reply = try stamp(signed)
    for name in ["other.pem", "stamping.pem", "signing.pem", "alice"] {
      guard case .notVouchedFor = refusal(reply, of: signed, name) else {
        Issue.record("\(name) vouches for it")
        continue
      }
    }
    // A certificate of the same authority, but not for time stamps: openssl does not even make one.
    try workshop.write(tool.request(digest: digest(signed)), "request.tsq")
    let made = try workshop.shell(
      "openssl ts -reply -queryfile request.tsq -config ca.cnf -section authority "
        + "-signer signing.pem -inkey signing.key -out wrong.tsr")
    #expect(made.status != 0)
  }

  @Test func noticesEveryChangeOfItsSignedPart() throws {
    let reply = try stamp(signed)
    for place in stride(from: 0, to: reply.count, by: 17) {
      var changed = reply
      changed[place] ^= 0x10
      let stamp = try? check(changed, of: signed)
      // Around the signed part is what nobody signed; the time is not there.
      if let stamp { #expect(stamp == (try check(reply, of: signed)), "byte \(place)") }
    }
  }

  /// The words of a reply are signed by nobody: a time among them is not taken for the time.
  @Test func readsTheTimeOnlyFromWhatIsSigned() throws {
    let reply = try stamp(signed)
    let told = try check(reply, of: signed).time
    let words = Array("\nTime stamp: Jan  1 00:00:00 2020 GMT\n".utf8)
    // PKIStatusInfo ::= SEQUENCE { status INTEGER 0, statusString SEQUENCE OF UTF8String }
    let text = [0x0C, UInt8(words.count)] + words
    let list = [0x30, UInt8(text.count)] + text
    let status = [0x30, UInt8(3 + list.count), 0x02, 0x01, 0x00] + list
    // The reply is SEQUENCE (two bytes of length) { SEQUENCE { INTEGER 0 }, token }.
    try #require(reply[0...1] == [0x30, 0x82] && reply[4...8] == [0x30, 0x03, 0x02, 0x01, 0x00])
    let content = status + reply[9...]
    let forged = [0x30, 0x82, UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + content
    try workshop.write(forged, "forged.tsr")
    #expect(
      try workshop.shell("openssl ts -reply -in forged.tsr -text").text.contains(
        "Time stamp: Jan  1 00:00:00 2020 GMT"))
    #expect(try check(forged, of: signed).time == told)
  }

  @Test(arguments: ["", "nothing\n", "request"])
  func needsAReply(text: String) throws {
    let bytes =
      text == "request" ? try tool.request(digest: digest(signed)) : Array(text.utf8)
    guard case .noTimeStamp(let reason) = refusal(bytes, of: signed) else {
      Issue.record("it was taken for a reply")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test func saysWhenTheAuthorityRefused() throws {
    // It takes no other digest than SHA-256.
    let made = try workshop.shell(
      "openssl ts -query -data ca.cnf -sha512 -out b.tsq; openssl ts -reply -queryfile b.tsq "
        + "-config ca.cnf -section authority -signer stamping.pem -inkey stamping.key -out b.tsr")
    #expect(made.text.contains("generated"))
    guard case .noTimeStamp = refusal(try workshop.bytes("b.tsr"), of: signed) else {
      Issue.record("a refusal was taken for a time stamp")
      return
    }
  }

  @Test func findsTimesThatContradictEachOther() {
    func signer(_ number: Int, at time: Int) -> SignerReport {
      SignerReport(
        number: number, role: "operator", principal: "a", time: time, fingerprint: nil,
        verdict: .valid, reason: "")
    }
    let stamp = TimeStamp(time: 10_000, signatures: 1)
    #expect(stamp.faults([signer(1, at: 10_300), signer(2, at: 20_000)], now: 9_700) == [])
    #expect(stamp.faults([signer(1, at: 10_301)], now: 10_000).count == 1)
    #expect(stamp.faults([], now: 9_699) == ["the time stamp lies in the future"])
  }

  @Test func saysThatOpensslIsMissing() throws {
    let runner = ProgramRunner(
      run: { (program, _, _, _) throws(ProgramError) in throw .notFound(program: program) },
      withTemporaryFile: { (_, body) throws(ProgramError) in try body("/nonexistent") })
    #expect(throws: TimeStampError.program(.notFound(program: "openssl"))) {
      try TimeStampTool(runner: runner).request(digest: digest(signed))
    }
  }
}
