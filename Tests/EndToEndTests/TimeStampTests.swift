import Foundation
import Testing

/// The way of a time stamp: asked for, given by an authority of the test's own, checked.
@Suite(.serialized) struct TimeStampTests {
  private let folder: Workplace
  private let signed: String

  init() throws {
    folder = try Workplace()
    try folder.write("# A\n\n```bash\necho x\n```\n", "a.md")
    try folder.write(
      """
      [req]
      distinguished_name = name
      prompt = no
      [name]
      CN = Authority
      [ca]
      basicConstraints = critical,CA:TRUE
      [stamping]
      extendedKeyUsage = critical,timeStamping
      [authority]
      serial = ../serial
      signer_digest = sha256
      default_policy = 1.2.3.4.1
      digests = sha256

      """, "../ca.cnf")
    let made = try folder.bash(
      """
      set -e; exec 2>&1; cd ..
      echo 01 >serial
      new='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'
      for ca in ca other; do
        openssl req -x509 $new -keyout $ca.key -out $ca.pem -config ca.cnf -extensions ca -days 10
      done
      openssl req $new -keyout stamping.key -out stamping.csr -config ca.cnf -subj /CN=Stamping
      openssl x509 -req -in stamping.csr -CA ca.pem -CAkey ca.key -CAcreateserial \
        -extfile ca.cnf -extensions stamping -days 10 -out stamping.pem
      for who in ada bob; do ssh-keygen -q -t ed25519 -N '' -f $who; done
      for pair in ada:operator bob:approver; do
        echo "${pair%:*}@example.org namespaces=\\"gonogo-${pair#*:}.v1\\" $(cat ${pair%:*}.pub)"
      done >signers
      """)
    try #require(made.status == 0, "\(made.text)")
    let run = try folder.gonogo([
      "run", "a.md", "--non-interactive", "--operator", "ada@example.org", "--sign", "../ada",
    ])
    try #require(run.status == 0, "\(run.text)")
    signed = try String(folder.bash("ls output/a/*/a.signed.md").output.dropLast())
  }

  private var request: String { signed.replacingOccurrences(of: ".signed.md", with: ".tsq") }

  private func verify(_ arguments: [String], _ document: String? = nil) throws -> Child.End {
    try folder.gonogo(
      ["verify", document ?? signed, "--allowed-signers", "../signers"] + arguments)
  }

  private func ask(_ document: String? = nil) throws {
    let end = try folder.gonogo(["export", "--timestamp-request", document ?? signed])
    try #require(end.status == 0, "\(end.text)")
    let digest = try folder.bash("sha256sum '\(document ?? signed)'").output.prefix(64)
    #expect(end.output.contains(digest))
  }

  private func answer(_ request: String, _ reply: String) throws {
    let made = try folder.bash(
      "openssl ts -reply -queryfile '\(request)' -config ../ca.cnf -section authority "
        + "-signer ../stamping.pem -inkey ../stamping.key -out '\(reply)'")
    try #require(made.status == 0, "\(made.text)")
  }

  @Test func saysWhenTheDocumentExisted() throws {
    try ask()
    try answer(request, "a.tsr")
    let good = try verify(["--timestamp", "a.tsr", "--timestamp-authority", "../ca.pem"])
    #expect(good.status == 0, "\(good.text)")
    #expect(good.output.contains("✔ time stamp: the document as it is existed at 2"))
    let json = try verify([
      "--timestamp", "a.tsr", "--timestamp-authority", "../ca.pem", "--format", "json",
    ])
    #expect(json.output.contains(#""timestamp":{"authority":"../ca.pem","signatures":1,"time":"2"#))
    #expect(json.output.contains(#""valid":true}"#))

    // Countersigned since, it still says what it said, and no more.
    let second = try folder.gonogo([
      "sign", signed, "--key", "../bob", "--role", "approver", "--principal", "bob@example.org",
      "--allowed-signers", "../signers",
    ])
    #expect(second.status == 0, "\(second.text)")
    let part = try verify(["--timestamp", "a.tsr", "--timestamp-authority", "../ca.pem"])
    #expect(part.status == 0, "\(part.text)")
    #expect(part.output.contains("up to signature 1, not what was signed later, existed at 2"))
  }

  @Test func refusesWhatItDoesNotVouchFor() throws {
    try ask()
    try answer(request, "a.tsr")
    let other = try verify(["--timestamp", "a.tsr", "--timestamp-authority", "../other.pem"])
    #expect(other.status == 1)
    #expect(other.output.contains("a.tsr: the authority given does not vouch for it: "))
    #expect(other.output.contains("NOT verified") && !other.output.contains("existed at"))

    // The document of another run, signed as well.
    let run = try folder.gonogo([
      "run", "a.md", "--non-interactive", "--operator", "ada@example.org", "--sign", "../ada",
      "--output", "elsewhere",
    ])
    #expect(run.status == 0)
    let second = try String(folder.bash("ls elsewhere/a/*/a.signed.md").output.dropLast())
    let wrong = try verify(
      ["--timestamp", "a.tsr", "--timestamp-authority", "../ca.pem"], second)
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("a.tsr: it is for other bytes than those of this document"))

    try folder.write("no reply\n", "b.tsr")
    let none = try verify(["--timestamp", "b.tsr", "--timestamp-authority", "../ca.pem"])
    #expect(none.status == 1)
    #expect(none.output.contains("b.tsr: it is no reply with a time stamp: "))
    let request = try verify([
      "--timestamp", self.request, "--timestamp-authority", "../ca.pem", "--format", "json",
    ])
    #expect(request.status == 1)
    #expect(request.output.contains(#""valid":false"#))
    #expect(request.output.contains(#""verified":false"#))
  }

  @Test func asksOnlyForWhatIsSignedAndWhole() throws {
    let completed = signed.replacingOccurrences(of: ".signed.md", with: ".completed.md")
    #expect(try folder.gonogo(["export", "--timestamp-request", completed]).status == 1)
    try folder.bash("sed -i 's/echo x/echo y/' '\(signed)'")
    let changed = try folder.gonogo(["export", "--timestamp-request", signed])
    #expect(changed.status == 1, "\(changed.text)")
    #expect(try folder.bash("ls '\(request)'").status != 0)
  }

  @Test(arguments: [
    (["export", "DOCUMENT"], 64), (["export", "--in-toto", "DOCUMENT"], 64),
    (["export", "--in-toto", "--timestamp-request", "DOCUMENT", "--key", "../ada"], 64),
    (["export", "--timestamp-request", "DOCUMENT", "--key", "../ada"], 64),
    (["verify", "DOCUMENT", "--timestamp", "a.tsr"], 64),
    (["verify", "DOCUMENT", "--timestamp-authority", "../ca.pem"], 64),
    (["verify", "DOCUMENT", "--timestamp", "none", "--timestamp-authority", "../ca.pem"], 74),
    (["verify", "DOCUMENT", "--timestamp", "a.md", "--timestamp-authority", "none"], 74),
  ])
  func saysWhatIsMissing(arguments: [String], status: Int) throws {
    let end = try folder.gonogo(arguments.map { $0 == "DOCUMENT" ? signed : $0 })
    #expect(Int(end.status) == status, "\(end.text)")
  }

  /// A file that cannot be executed stands in its place.
  @Test func saysThatOpensslIsMissing() throws {
    try ask()
    try answer(request, "a.tsr")
    for arguments in [
      ["export", "--timestamp-request", signed],
      ["verify", signed, "--timestamp", "a.tsr", "--timestamp-authority", "../ca.pem"],
    ] {
      let end = try Child(
        "bwrap",
        ["--dev-bind", "/", "/", "--ro-bind", "/dev/null", "/usr/bin/openssl", Product.path]
          + arguments, in: folder.path, environment: Child.environment
      ).wait()
      #expect(end.status == 69, "\(end.text)")
      #expect(end.errors.contains("openssl is not there"))
    }
  }
}
