import GonogoCore
import Testing

@testable import GonogoEvidence

@Suite struct SpeakerTests {
  private func output(_ command: String) -> CommandOutput {
    CommandOutput(command: command, stdout: "", stderr: "", isTruncated: false)
  }

  @Test(
    arguments: [
      ("df -h", "df"), ("cd /srv && df -h", "df"), ("sudo -u app df -h", "df"),
      ("timeout -k 5 10 df -h", "df"), ("nice -n 5 df", "df"), ("A=1 df -h", "df"),
      ("df -h | tee disk.txt", "df"), ("make > log; df -h", "df"), ("cat x | df", "df"),
      ("docker exec shop-db df -h", "df"), ("docker exec -u app -T shop-db df", "df"),
      ("docker compose -f prod.yml exec -T db df -h", "df"), ("docker-compose exec db df", "df"),
      ("kubectl -n shop exec api-1 -c web -- df -h", "df"), ("time df -h", "df"),
      ("/usr/bin/df -h 2>/dev/null", "df"), ("[ -d /srv ] && df", "df"),
    ])
  func findsWhoSpeaks(command: String, program: String) {
    #expect(output(command).speaker?.program == Substring(program))
  }

  @Test(
    arguments: [
      "df; df", "echo disks; df", "for x in a b; do df $x; done", "if true; then df; fi", "(df)",
      "{ df; }", "df > disk.txt", "", "df || echo none", "while df; do sleep 1; done",
    ])
  func findsNobodyWhereTwoMaySpeak(command: String) {
    #expect(output(command).speaker("df") == nil)
  }

  @Test(arguments: ["df | grep x", "ssh box df -h", "xargs df", "docker exec --odd 1 db df"])
  func takesNobodyElseForTheSpeaker(command: String) {
    #expect(output(command).speaker("df") == nil)
  }

  @Test(
    arguments: [
      ("ping -c 1 a", true), ("ping -c 1 a | tail -2", true), ("ping -c 1 a | grep loss", true),
      ("ping -c 1 a | grep -iE loss | head -n 1", true), ("ping -c 1 a | tee x | tail -1", true),
      ("ping -c 1 a | grep -c loss", false), ("ping -c 1 a | grep -v loss", false),
      ("ping -c 1 a | awk '{print $6}'", false), ("ping -c 1 a | head -c 5", false),
      ("cat x | tail -1", false), ("ping a; cat x | tail -1", false),
      ("(ping a; ping b) | tail -2", false), ("ping a | tail -1 x", false),
    ])
  func looksThroughFiltersThatKeepLinesWhole(command: String, isSeen: Bool) {
    #expect((output(command).lineSpeaker("ping") != nil) == isSeen)
  }

  @Test func readsSizesWithLetters() {
    func base(_ text: String, _ base: HumanSize.Base) -> Double? {
      HumanSize.read(text, base)?.base
    }
    #expect(base("4.0K", .binary) == 4096)
    #expect(base("8.7Mi", .decimal) == 8.7 * 1024 * 1024)
    #expect(base("25G", .decimal) == 25e9)
    #expect(base("0B", .binary) == 0)
    #expect(base("512", .binary) == 512)
    for text in ["", "K", "4,0K", "i", "4i", "4Bi", "1.2X", "4 K", "-", "12%", "4KK"] {
      #expect(base(text, .binary) == nil, "\(text)")
    }
    #expect(HumanSize.read("5K" + String(repeating: "i", count: 100_000), .binary) == nil)
  }
}
