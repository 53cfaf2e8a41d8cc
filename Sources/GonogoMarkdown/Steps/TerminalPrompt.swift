internal import GonogoCore

/// A line that begins with a shell's prompt: `$ ls`, `% ls`, `ada@web1:~$ ls`, `[ada@web1 ~]$ ls`,
/// `(venv) $ ls`, `bash-5.1# ls`.
struct TerminalPrompt {
  /// Who and where the prompt names, without the folder; empty for a bare sign.
  let host: Substring
  /// What is typed behind it.
  let command: Substring

  /// Reads `line`; nil when it has no prompt. `root`: `# ` is a prompt as well; `angle`: `> ` is.
  init?(_ line: Substring, root: Bool, angle: Bool = false) {
    var rest = line.drop { $0 == " " || $0 == "\t" }
    while let last = rest.last, last == "\r" { rest.removeLast() }
    if rest.first == "(", let close = rest.prefix(40).firstIndex(of: ")") {
      let after = rest[rest.index(after: close)...].drop { $0 == " " }
      if Self.command(after, signs: "$%") != nil { rest = after }
    }
    if let command = Self.command(rest, signs: root ? "$%#" : angle ? "$%>" : "$%") {
      self.host = ""
      self.command = command
      return
    }
    guard let (name, after) = Self.name(rest), let command = Self.command(after, signs: "$#%❯")
    else { return nil }
    host = name
    self.command = command
  }

  /// What follows a sign of a prompt and a blank, or a sign alone.
  private static func command(_ text: Substring, signs: String) -> Substring? {
    guard let sign = text.first, signs.contains(sign) else { return nil }
    let rest = text.dropFirst()
    if rest.allSatisfy(\.isWhitespace) { return rest.suffix(0) }
    return rest.first == " " ? rest.dropFirst() : nil
  }

  /// The name in front of the sign, and what follows.
  private static func name(_ text: Substring) -> (Substring, Substring)? {
    if text.first == "[" {
      let inside = text.dropFirst().prefix(80)
      guard let close = inside.firstIndex(of: "]"), inside[..<close].contains("@") else {
        return nil
      }
      let name = inside[..<close].prefix { $0 != " " && $0 != ":" }
      return (name, text[text.index(after: close)...])
    }
    let word = text.prefix(120).prefix {
      $0.isLetter || $0.isNumber || "_.@:~/+-!".contains($0)
    }
    guard let first = word.first else { return nil }
    let name = word.prefix { $0 != ":" && $0 != "~" }
    let isFolder = first == "~" || word.hasPrefix("bash-") || word.hasPrefix("sh-")
    // A user may have no name in a container: `I have no name!@pod:/$`.
    guard isFolder || name.contains("@") else { return anonymous(text) }
    return (isFolder ? "" : name, text[word.endIndex...].drop { $0 == " " })
  }

  private static func anonymous(_ text: Substring) -> (Substring, Substring)? {
    guard text.hasPrefix("I have no name!@") else { return nil }
    let rest = text.dropFirst("I have no name!".count)
    let word = rest.prefix(120).prefix { $0.isLetter || $0.isNumber || "_.@:~/+-".contains($0) }
    return (word.prefix { $0 != ":" }, rest[word.endIndex...])
  }

  private static let innerPrompts = [
    ">>> ", "mysql> ", "sqlite> ", "ftp> ", "sftp> ", "redis> ", "pry> ", "/ # ", "~ # ", "gpg> ",
    "gpg/card> ", "telnet> ", "nslookup> ", "MariaDB [", "cqlsh> ", "mongosh> ", "hive> ",
    "scala> ",
    "jshell> ", "OpenSSL> ", "SQL> ",
  ]

  /// True for the prompt of an interpreter or a database, behind which no shell is.
  static func isInner(_ line: Substring) -> Bool {
    let bytes = line.utf8
    if bytes.first == 0x28 {
      return ["(gdb) ", "(lldb) ", "(Pdb) "].contains(where: line.hasPrefix)
    }
    guard bytes.contains(0x3E) || bytes.contains(0x23) || bytes.first == 0x5B else {
      return line.hasPrefix("irb(")
    }
    if innerPrompts.contains(where: line.hasPrefix) { return true }
    let head = line.prefix(60)
    let searched = SearchedText(head)
    if let end = searched.firstRange(of: "=# ") ?? searched.firstRange(of: "=> "), !head.isEmpty,
      end.lowerBound > head.startIndex
    {
      return head[..<end.lowerBound].allSatisfy { $0.isLetter || $0.isNumber || "_-".contains($0) }
    }
    if head.hasPrefix("irb(") || head.hasPrefix("[1] pry(") { return true }
    guard let end = searched.firstRange(of: ":6379> ") else { return false }
    return !head[..<end.lowerBound].contains(" ")
  }
}
