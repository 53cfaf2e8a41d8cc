/// Names in capitals, without a `$`, where a program is told which machine or address to ask.
extension PlaceholderFinder {
  /// True for `HOST` in `ping HOST`, `curl BASE_URL/health`, `psql -h DB_HOST`, `http://HOST:PORT`.
  func isHost(_ start: Int, _ end: Int) -> Bool {
    guard isCapital(start, end), opensArgument(start), endsArgument(end) else { return false }
    if isAfterAddress(start) { return true }
    let name = text(start..<end)
    if Self.words.contains(name) { return false }
    guard let command = commandStart(before: start) else { return false }
    let program = program(at: command)
    if Self.clients.contains(program) { return followsHostOption(start) }
    guard Self.askers.contains(program) else { return false }
    if byte(end) == 0x2F || byte(start - 1) == ShellByte.at { return true }
    // `scp README host:` copies a file of that name.
    if program == "scp" || program == "rsync" { return byte(end) == ShellByte.colon }
    return !followsValueOption(start, of: program)
  }

  /// True for what a client of a cluster, a cloud or a registry is told, but by the options that pick
  /// columns: `kubectl get pod NAME`, not `kubectl get pods -o NAME`.
  func isClientArgument(_ start: Int) -> Bool {
    guard let command = commandStart(before: start),
      Self.managers.contains(program(at: command))
    else { return false }
    return !["-o", "--output", "--sort-by", "--format", "--columns", "--query", "-s", "--signal"]
      .contains(wordBefore(start))
  }

  /// True for a word of three capitals or more, with digits and underscores between.
  private func isCapital(_ start: Int, _ end: Int) -> Bool {
    var letters = 0
    for byte in bytes[start..<end] {
      switch byte {
      case 0x41...0x5A: letters += 1
      case 0x30...0x39, 0x5F: continue
      default: return false
      }
    }
    return letters >= 3 && !ShellByte.isDigit(byte(start))
  }

  private func opensArgument(_ start: Int) -> Bool {
    let before = byte(start - 1)
    if before == 0x2F { return isSlashes(before: start) }
    if before == ShellByte.colon { return found.last?.range.upperBound == start - 1 }
    return before == ShellByte.space || before == ShellByte.at || before == ShellByte.equals
      || before == ShellByte.doubleQuote || before == ShellByte.singleQuote
  }

  private func endsArgument(_ end: Int) -> Bool {
    let after = byte(end)
    return after == ShellByte.space || after == ShellByte.newline || after == 0x2F
      || after == ShellByte.colon || after == ShellByte.doubleQuote
      || after == ShellByte.singleQuote || after == ShellByte.close || after == 0x3B
  }

  private func isSlashes(before start: Int) -> Bool {
    byte(start - 1) == 0x2F && byte(start - 2) == 0x2F && byte(start - 3) == ShellByte.colon
  }

  /// True behind `://`, and behind the colon of a host that was found there.
  private func isAfterAddress(_ start: Int) -> Bool {
    isSlashes(before: start)
      || byte(start - 1) == ShellByte.colon && found.last?.range.upperBound == start - 1
  }

  // MARK: The command

  /// Nobody names a machine further behind the program that asks it.
  private static let farthest = 300

  /// Where the command begins that holds the word at `start`.
  private func commandStart(before start: Int) -> Int? {
    var index = start
    while start - index < Self.farthest {
      let before = byte(index - 1)
      let goesOn =
        before == ShellByte.newline && index > 1 && byte(index - 2) == ShellByte.backslash
      if "|;&(`".utf8.contains(before) || before == ShellByte.newline && !goesOn { return index }
      index -= 1
    }
    return nil
  }

  /// The program of the command at `start`, behind `sudo`, `time` and values of variables.
  private func program(at start: Int) -> String {
    var index = start
    while index - start < Self.farthest {
      while byte(index) == ShellByte.space { index += 1 }
      let first = index
      while index < bytes.count, byte(index) != ShellByte.space, byte(index) != ShellByte.newline {
        index += 1
      }
      guard index > first, index - first <= 40 else { return "" }
      let word = text(first..<index)
      let goesBefore =
        word.contains("=") || ["sudo", "time", "if", "while", "until", "!"].contains(word)
      if !goesBefore { return word }
    }
    return ""
  }

  /// The word before the one at `start`.
  private func wordBefore(_ start: Int) -> String {
    var end = start
    if byte(end - 1) == ShellByte.doubleQuote || byte(end - 1) == ShellByte.singleQuote { end -= 1 }
    guard byte(end - 1) == ShellByte.space else { return "" }
    end -= 1
    var first = end
    while end - first < 24, first > 0, byte(first - 1) != ShellByte.space,
      byte(first - 1) != ShellByte.newline
    {
      first -= 1
    }
    return text(first..<end)
  }

  private func followsHostOption(_ start: Int) -> Bool {
    if byte(start - 1) == ShellByte.equals {
      return start >= 7 && text(start - 7..<start) == "--host="
    }
    return ["-h", "--host", "--hostname"].contains(wordBefore(start))
  }

  /// True behind an option that takes something else than an address: `-X`, `-H`, `-o`.
  private func followsValueOption(_ start: Int, of program: String) -> Bool {
    if byte(start - 1) == ShellByte.equals { return true }
    let option = wordBefore(start)
    guard option.hasPrefix("-"), let last = option.utf8.last else { return false }
    switch program {
    case "curl", "wget", "http", "https":
      return option.hasPrefix("--") && option != "--url" && !Self.flags.contains(option)
        || "XHdouAeFTbcmwO".utf8.contains(last)
    case "wscat", "websocat": return last != 0x63
    default: return option.hasPrefix("--") || "tcwWpiIlosFDLRbOQSmnMk".utf8.contains(last)
    }
  }

  private static let flags: Set<String> = [
    "--silent", "--fail", "--head", "--location", "--insecure", "--verbose", "--include",
    "--spider",
    "--show-error", "--compressed",
  ]
  private static let askers: Set<String> = [
    "curl", "wget", "http", "https", "ping", "ping6", "nc", "ncat", "netcat", "telnet", "dig",
    "host",
    "nslookup", "ssh", "scp", "sftp", "rsync", "traceroute", "tracepath", "mtr", "wscat",
    "websocat",
    "grpcurl", "ssh-keyscan", "httpie",
  ]
  private static let managers: Set<String> = [
    "kubectl", "oc", "helm", "docker", "podman", "nerdctl", "crictl", "aws", "gcloud", "gsutil",
    "az",
    "doctl", "flyctl", "fly", "heroku", "eksctl", "kops", "argocd", "flux", "vault", "nomad",
    "systemctl",
  ]
  private static let clients: Set<String> = [
    "psql", "pg_isready", "pg_dump", "pg_restore", "pg_dumpall", "createdb", "dropdb", "mysql",
    "mysqldump", "mysqladmin", "mariadb", "redis-cli", "mongo", "mongosh", "mongodump",
    "mongorestore", "clickhouse-client", "valkey-cli",
  ]
  /// Methods, kinds of records and standing words, which are what they say.
  private static let words: Set<String> = [
    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PURGE", "TXT",
    "CNAME", "AAAA", "SOA", "SRV", "CAA", "PTR", "ANY", "NAPTR", "DNSKEY", "TLSA", "AXFR", "NSEC",
    "EOF", "END", "ALL",
  ]
}
