import Dispatch
import Foundation
import Testing

@testable import GonogoSigning

/// A document with two signatures, changed in every small way there is: none may verify as signed by
/// operator and approver.
///
/// Whatever the strict reading lets through goes to `ssh-keygen`. That takes minutes for all of it, so
/// a share is tried unless FORGERIES=all says otherwise; `make forgeries` does, and prints the counts.
@Suite struct ForgeryTests {
  private let workshop: Workshop
  private let signed: [UInt8]
  private let first: [UInt8]
  private static let roles = ["operator", "approver"]
  private static let triesAll = ProcessInfo.processInfo.environment["FORGERIES"] == "all"

  init() throws {
    workshop = try Workshop()
    first = try workshop.sign(
      Array(
        (String(repeating: "- [x] the root file system is less than 90 % full  \n", count: 17)
          + "\n## Decision: GO\n").utf8))
    signed = try workshop.sign(first, "bob", as: "approver", at: 1_795_450_400)
  }

  /// How a kind of change came out.
  private struct Count: Sendable {
    var tried = 0
    var read = 0
    var asked = 0
    var accepted: [String] = []
  }

  /// Counts from several threads. A queue and no `Mutex`, which ThreadSanitizer does not see.
  private final class Tally: @unchecked Sendable {
    private let queue = DispatchQueue(label: "tally")
    private var count = Count()

    var value: Count { queue.sync { count } }

    func change(_ body: (inout Count) -> Void) { queue.sync { body(&count) } }
  }

  /// True when every signature of what was read is by a key that may sign so.
  private func isAccepted(_ bytes: [UInt8]) throws -> Bool {
    let document = try SignedDocument.parse(bytes)
    let tool = KeyTool(runner: Workshop.runner)
    for placed in document.signatures {
      let answer = try tool.verify(
        placed, in: document, allowedSigners: workshop.path("allowed_signers"), revokedKeys: nil)
      guard case .good = answer else { return false }
    }
    return try workshop.verify(bytes, roles: Self.roles).isVerified
  }

  /// Tries `total` changes, of those that can be read every `share`th with `ssh-keygen`.
  private func attack(
    _ name: String, _ total: Int, share: Int, _ change: @Sendable (Int) -> [UInt8]
  ) -> Count {
    let count = Tally()
    let step = Self.triesAll ? 1 : share
    DispatchQueue.concurrentPerform(iterations: total) { index in
      let bytes = change(index)
      let isRead = bytes != signed && (try? SignedDocument.parse(bytes)) != nil
      let isAsked = isRead && index % step == 0
      let isAccepted = isAsked && ((try? isAccepted(bytes)) ?? true)
      count.change {
        $0.tried += 1
        if isRead { $0.read += 1 }
        if isAsked { $0.asked += 1 }
        if isAccepted { $0.accepted.append("\(name) \(index)") }
      }
    }
    let result = count.value
    print(
      "forgeries: \(name) \(result.tried), read \(result.read), given to ssh-keygen "
        + "\(result.asked), accepted \(result.accepted.count)")
    return result
  }

  @Test func refusesEveryFlippedBit() throws {
    let isValid = try isAccepted(signed)
    #expect(isValid)
    let result = attack("bit flips", signed.count * 8, share: 397) { index in
      var bytes = signed
      bytes[index / 8] ^= 1 << UInt8(index % 8)
      return bytes
    }
    #expect(result.tried > 15_000)
    #expect(result.accepted == [])
  }

  @Test func refusesDeletionsInsertionsAndTruncations() {
    let size = signed.count
    let deletions = attack("deletions", size, share: 29) { index in
      Array(signed[..<index] + signed[(index + 1)...])
    }
    let blanks = attack("insertions of a blank", size, share: 29) { index in
      Array(signed[..<index]) + [0x20] + signed[index...]
    }
    let lines = attack("insertions of a line end", size, share: 29) { index in
      Array(signed[..<index]) + [0x0A] + signed[index...]
    }
    let truncations = attack("truncations", size, share: 1) { index in Array(signed[..<index]) }
    for result in [deletions, blanks, lines, truncations] { #expect(result.accepted == []) }
    // One document is left that can be read: the one with the first signature alone.
    #expect(truncations.read == 1)
  }

  @Test func refusesBlocksThatWereMovedAndTextThatWasAdded() throws {
    let document = try SignedDocument.parse(signed)
    let body = Array(document.body)
    let (one, two) = (document.signatures[0].block.rendered, document.signatures[1].block.rendered)
    let renumbered = two.replacing("Signature 2", "Signature 1")
    let markers = "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n"
    let forged: [[UInt8]] = [
      body + two + one, body + one, body + two, body + renumbered, one + two,
      body + one + one, body + one + two + two, body + renumbered + one,
      signed.replacing("\n", "\r\n"), signed + Array("- [x] and one more\n".utf8), signed + [0x0A],
      signed + [0x20], [0x0A] + signed, [0xEF, 0xBB, 0xBF] + signed, Array(markers.utf8) + signed,
      signed + Array(markers.utf8), body + Array(markers.utf8) + one + two,
      body + one + Array("text\n".utf8) + two,
      signed.replacing("operator", "approver").replacing("alice", "bob"),
      signed.replacing("Signed by bob", "Signed by alice"), signed.replacing("2026", "2025"),
      signed.replacing("SSH SIGNATURE", "SSH  SIGNATURE"), signed.replacing("```text", "```"),
    ]
    for (index, bytes) in forged.enumerated() {
      #expect((bytes == signed) == false, "\(index)")
      let isAccepted = (try? workshop.verify(bytes, roles: Self.roles).isVerified) ?? false
      #expect(!isAccepted, "\(index)")
    }
  }

  /// The independent verifier accepts the document and refuses the same changes.
  @Test(
    .enabled(if: Samples.exists("strict_verify.py"), "optional: the shared samples are not here"))
  func refusesTheSameAsAnIndependentVerifier() throws {
    try workshop.write(signed, "d.md")
    try workshop.write(Array(Self.script.utf8), "attack.py")
    let end = try workshop.shell(
      "exec python3 attack.py '\(Samples.folder)' \(Self.triesAll ? 1 : 211) 2>&1")
    print(end.text)
    #expect(end.status == 0, "\(end.text)")
    #expect(end.text.contains("accepted 0 of \(signed.count * 8 + signed.count * 4)"))
  }

  private static let script = """
    import sys, os
    sys.path.insert(0, sys.argv[1]); share = int(sys.argv[2]); sys.dont_write_bytecode = True
    import strict_verify as v
    from concurrent.futures import ThreadPoolExecutor
    doc = open("d.md", "rb").read()
    def roles(bytes): return {signer[0] for signer in v.verify(bytes, "allowed_signers")}
    assert roles(doc) == {"operator", "approver"}
    def changes():
        for i in range(len(doc) * 8):
            yield doc[:i//8] + bytes([doc[i//8] ^ 1 << i % 8]) + doc[i//8+1:]
        for i in range(len(doc)):
            yield doc[:i] + doc[i+1:]
            yield doc[:i] + b" " + doc[i:]
            yield doc[:i] + b"\\n" + doc[i:]
            yield doc[:i]
    def accepts(item):
        index, changed = item
        try: v.split(changed)
        except v.Bad: return (False, False, False)
        if index % share: return (True, False, False)
        try: return (True, True, roles(changed) == {"operator", "approver"})
        except v.Bad: return (True, True, False)
    with ThreadPoolExecutor(2) as pool: results = list(pool.map(accepts, enumerate(changes())))
    read, asked, accepted = (sum(r[k] for r in results) for k in range(3))
    print(f"strict_verify.py: accepted {accepted} of {len(results)}, read {read}, given to ssh-keygen {asked}")
    sys.exit(accepted != 0)
    """
}
