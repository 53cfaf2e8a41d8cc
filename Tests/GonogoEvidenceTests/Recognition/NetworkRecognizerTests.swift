import Testing

@testable import GonogoEvidence

/// curl's formats, openssl and dig.
@Suite struct NetworkRecognizerTests {
  private let curl = CurlTimingRecognizer()

  @Test func readsWhatCurlWasToldToWrite() {
    #expect(
      found(
        curl,
        #"curl -s -k -o /dev/null -w 'dns=%{time_namelookup} total=%{time_total}s code=%{http_code} size=%{size_download}\n' https://x/"#,
        "dns=0.000024 total=0.004662s code=200 size=5116\n") == [
          "time_namelookup = 0.000024 (2.4e-05 s)", "time_total = 0.004662 (0.004662 s)",
          "http_status = 200 (200.0)", "size_download = 5116 (5116.0 B)",
        ])
    #expect(
      found(curl, #"curl -so /dev/null --write-out "%{time_total}" https://x/"#, "0.5")
        == ["time_total = 0.5 (0.5 s)"])
    #expect(
      found(
        curl, #"curl -so /dev/null -w "%{http_code} in %{time_total}\n100%%\n" x"#,
        "200 in 1.5\n100%\n"
      )
      .count == 2)
  }

  @Test(
    arguments: [
      (#"curl -s -w '%{time_total}\n' x"#, "0.5\n"),
      (#"curl -s -o /dev/null -w '%{time_total}\n' x"#, "0.5\n0.6\n"),
      (#"curl -s -o /dev/null -w '%{time_total}\n' x"#, "hello0.5\n"),
      (#"curl -s -o /dev/null -w '%{time_total}%{http_code}' x"#, "0.5200"),
      (#"curl -s -o /dev/null -w "%{time_total}$x" x"#, "0.5"),
      (#"curl -s -o /dev/null -w '@format.txt' x"#, "0.5"),
      (#"curl -s -o /dev/null -w '%{http_code} %{time_total}' x"#, "000 0.5"),
      (#"curl -s -o /dev/null -w '%{remote_ip} %{time_total}' x"#, "10.0.0.1 0.5"),
      (#"curl -s -o /dev/null -w '%{time_total}' x | tail -1"#, "0.5"),
      (#"for i in 1 2; do curl -so /dev/null -w '%{time_total}\n' x; done"#, "0.5\n"),
      (#"curl -s -o - -w '%{time_total}' x"#, "0.5"), (#"echo '%{time_total}'"#, "0.5"),
      (#"curl -s -o /dev/null -w '%{time_total' x"#, "%{time_total"), ("curl x", "0.5"),
    ])
  func refusesOtherFormats(command: String, stdout: String) {
    #expect(found(curl, command, stdout).isEmpty)
  }

  private let certificate = CertificateRecognizer()

  @Test func readsCertificates() {
    let dates = "notBefore=Nov 23 19:41:44 2026 GMT\nnotAfter=Feb 21 19:41:44 2027 GMT\n"
    #expect(
      found(certificate, "openssl x509 -in shop.pem -noout -dates", dates) == [
        "notBefore = Nov 23 19:41:44 2026 GMT", "notAfter = Feb 21 19:41:44 2027 GMT",
      ])
    let connected = "echo | openssl s_client -connect x:443 2>/dev/null | openssl x509 -noout"
    #expect(
      found(certificate, "\(connected) -subject -enddate", "subject=CN = x.org\nnotAfter=x\n")
        == ["subject = CN = x.org", "notAfter = x"])
    #expect(
      found(certificate, "openssl x509 -checkend 86400 -in a", "Certificate will not expire\n")
        == ["will_expire = Certificate will not expire (false)"])
    #expect(
      found(certificate, "openssl verify -CAfile ca.pem shop.pem", "shop.pem: OK\n")
        == ["verified = OK (true)"])
  }

  @Test func readsConnections() {
    let client = "echo | openssl s_client -connect x:443"
    let good = "    Verify return code: 0 (ok)\n"
    #expect(
      found(certificate, client, "CONNECTED(00000003)\n---\nVerify return code: 0 (ok)\n\(good)")
        == ["verify_return_code = 0 (ok) (0.0)"])
    #expect(
      found(certificate, client + " | grep 'Verify return code'", good).count == 1)
    let selfSigned = "Verify return code: 18 (self-signed certificate)\n"
    #expect(found(certificate, client, selfSigned)[0].hasSuffix("(18.0)"))
    #expect(found(certificate, client, good + selfSigned).isEmpty)
    #expect(found(certificate, client, "Verify return code: 0 (failed)\n").isEmpty)
    #expect(found(certificate, client, good, isTruncated: true).isEmpty)
    #expect(found(certificate, "cat x", good).isEmpty)
  }

  @Test(
    arguments: [
      ("cat x", "notAfter=Feb 21 19:41:44 2027 GMT\n"),
      ("openssl x509 -enddate; openssl x509 -enddate", "notAfter=a\nnotAfter=b\n"),
      ("openssl x509 -in a -enddate", "notAfter=a\nnotAfter=b\n"),
      ("openssl x509 -in a", "Certificate will not expire\n"),
      ("openssl x509 -in a -dates", "Could not read certificate from a\n"),
      ("openssl verify a", "error a: verification failed\n"),
      ("openssl verify a b", "a: OK\nb: OK\n"), ("openssl rand -hex 4", "notAfter=1\n"),
    ])
  func refusesOtherCertificates(command: String, stdout: String) {
    #expect(found(certificate, command, stdout).isEmpty)
  }

  private let dig = NameLookupRecognizer()

  private let answer = """

    ; <<>> DiG 9.18.49 <<>> shop.example
    ;; global options: +cmd
    ;; Got answer:
    ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 48605
    ;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 1

    ;; QUESTION SECTION:
    ;shop.example.                 IN      A

    ;; ANSWER SECTION:
    shop.example.          300     IN      A       192.0.2.10
    shop.example.          300     IN      A       192.0.2.11

    ;; Query time: 12 msec
    ;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)
    ;; WHEN: Mon Nov 23 19:52:19 UTC 2026
    ;; MSG SIZE  rcvd: 73

    """

  @Test func readsLookups() {
    #expect(
      found(dig, "dig shop.example", answer) == [
        "status = NOERROR", "answers = 2 (2.0)", "Query time = 12 msec (12.0 ms)",
        "~SERVER = 192.0.2.53#53(192.0.2.53) (UDP)",
      ])
    #expect(
      found(
        dig, "dig shop.example | grep status",
        ";; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1\n")
        == ["status = NXDOMAIN"])
    #expect(
      found(dig, "dig +short shop.example", "192.0.2.10\n192.0.2.11\n") == [
        "answer[1] = 192.0.2.10", "answer[2] = 192.0.2.11", "~row_count = 2 (2.0)",
        "answers = 2 (2.0)",
      ])
    #expect(found(dig, "dig +short x", "", exitStatus: 0) == ["answers = 0 (0.0)"])
  }

  @Test func refusesOtherLookups() {
    #expect(found(dig, "dig a b", answer + answer).isEmpty)
    #expect(found(dig, "cat x", answer).isEmpty)
    #expect(found(dig, "dig x", answer, isTruncated: true).isEmpty)
    let silent = ";; connection timed out; no servers could be reached\n"
    #expect(found(dig, "dig +short x", silent).isEmpty)
    #expect(found(dig, "dig x", silent).isEmpty)
    #expect(found(dig, "dig +short x", "").isEmpty)
    #expect(found(dig, "dig +short x", "", exitStatus: 9).isEmpty)
    #expect(found(dig, "dig +short x | head -1", "192.0.2.10\n").isEmpty)
  }
}
