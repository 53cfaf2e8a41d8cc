import GonogoSandbox
import Testing

@testable import GonogoCommands

struct ShellOracleTests {
  /// What `bash -n` itself says, without any batch.
  private func bashAccepts(_ piece: String) throws -> Bool {
    let bash = try #require(Sandbox.find("bash"))
    let outcome = try Program.run(
      bash, ["--noprofile", "--norc", "-O", "extglob", "-n"], input: Array(piece.utf8) + [0x0A],
      environment: ["PATH=/usr/bin:/bin", "LC_ALL=C"])
    return outcome.status == 0 && outcome.stderr.isEmpty
  }

  static let pieces = [
    "true", "if true; then echo x; fi", "if true; then echo x", "fi", "echo 'open", "echo \"open",
    "a }", "}", ")", "x\n}\n{ y", "x\n)\n( y", "x; }\ntouch EVIL\n{ y", "{ x; } }", "x) echo",
    "cat <<END\ntext\nEND", "cat <<END\ntext", "cat <<END; }\n", "echo @(a|b)", "echo a \\",
    "# only words", "sleep 1 &", "f() { g; }", "case x in a) b;; esac", "echo $(", "echo ${x",
    "for i in 1 2; do echo $i; done", "done", "(a; b)", "((1 + 2))", "[[ a == b* ]]", "a && ",
    "a | b", "! a", "time a", "x=(1 2\n3)", "é=1; echo ü", "coproc cat",
  ]

  @Test func agreesWithBashOnEveryPieceWhenAskedAboutAllAtOnce() throws {
    let oracle = ShellOracle(pieces: Set(Self.pieces))
    for piece in Self.pieces {
      #expect(try oracle.parses(piece) == bashAccepts(piece), "\(piece)")
    }
  }

  @Test func takesWhatIsPlainInOneGo() {
    let plain = ["if true; then echo x; fi", "x=$(date); echo \"$x\"", "cat <<END\ntext\nEND"]
    #expect(ShellOracle(pieces: Set(plain + Self.pieces)).accepted.isSuperset(of: plain))
  }

  @Test func answersForPiecesItWasNotToldOf() {
    let oracle = ShellOracle(pieces: [])
    #expect(oracle.parses("if true; then echo x; fi"))
    #expect(!oracle.parses("if true; then"))
  }

  @Test func runsNothingOfWhatItIsAskedAbout() {
    let file = "/tmp/gonogo-oracle-\(UInt64.random(in: 0...UInt64.max))"
    let pieces = [
      "touch \(file)", "x\n}\ntouch \(file)\n{ y", "x\n}; touch \(file)", "echo $(touch \(file))",
      "x\n)\ntouch \(file)\n( y", "x &\n} & touch \(file)", "trap 'touch \(file)' EXIT",
    ]
    let oracle = ShellOracle(pieces: Set(pieces))
    for piece in pieces { _ = oracle.parses(piece) }
    #expect(!HostPath.exists(file))
  }

  @Test func takesMorePiecesThanOneBashIsGiven() {
    let pieces = (0..<4000).map { "if test \($0) -gt 0; then echo \($0); fi; # \($0)" }
    let oracle = ShellOracle(pieces: Set(pieces + ["if \(String(repeating: "a", count: 150_000))"]))
    #expect(pieces.allSatisfy(oracle.parses))
    #expect(!oracle.parses("if \(String(repeating: "a", count: 150_000))"))
  }
}
