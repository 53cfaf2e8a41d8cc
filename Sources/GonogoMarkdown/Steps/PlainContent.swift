internal import GonogoCore

/// What the first lines of a block show it to be when it is no shell at all: settings, a request, a
/// message, a log. Nothing is quoted there yet, so what stands there would be run.
enum PlainContent {
  /// Why a block whose lines without comments are `code` is no script, or nil.
  static func obstacle(in code: [Substring]) -> Obstacle? {
    guard let first = code.first else { return nil }
    let next = code.dropFirst().first ?? ""
    if isLogged(first) || isHeader(first) || printed.contains(where: first.hasPrefix) {
      return Obstacle(.output, "it shows what a program printed")
    }
    if isSection(first), next.isEmpty || next.contains("=") || next.hasPrefix("#") {
      return Obstacle(.template, "it shows a file of settings")
    }
    if isBlock(first) { return Obstacle(.template, "it shows settings, and no commands") }
    if code.count > 1, code.allSatisfy(isKeyed) {
      return Obstacle(.template, "it shows values with their names, and no commands")
    }
    if first.hasPrefix("FROM "),
      code.contains(where: { line in steps.contains(where: line.hasPrefix) })
    {
      return Obstacle(.template, "it shows how an image is built")
    }
    if requests.contains(where: first.hasPrefix), isTarget(first) {
      return Obstacle(.template, "it shows a request, and no command")
    }
    if isMessage(first) || isAddress(first) {
      return Obstacle(.template, "it begins with no command")
    }
    return nil
  }

  private static let printed = [
    "error: ", "warning: ", "fatal: ", "FAIL ", "PASS ", "=> ", "-> ", "64 bytes from ",
  ]
  private static let steps = ["RUN ", "COPY ", "CMD ", "WORKDIR ", "ENV ", "ENTRYPOINT "]
  private static let requests = ["GET ", "POST ", "PUT ", "PATCH ", "DELETE ", "HEAD "]

  /// `2024-01-31 12:00:00 …`, `[2024-01-31T12:00:00Z] …`
  private static func isLogged(_ line: Substring) -> Bool {
    let text = line.first == "[" ? line.dropFirst() : line
    let form = text.utf8.prefix(13).map { (0x30...0x39).contains($0) ? 0x30 : $0 }
    return form.count == 13 && form.starts(with: "0000-00-00".utf8)
      && (form[10] == 0x20 || form[10] == 0x54) && form[11] == 0x30
  }

  /// `NAME   READY   STATUS`: the heads of columns.
  private static func isHeader(_ line: Substring) -> Bool {
    guard line.holds("   "), line.utf8.allSatisfy({ $0 < 0x61 || $0 > 0x7A }) else { return false }
    let words = line.split(separator: " ")
    return words.count >= 2
      && words.allSatisfy { $0.allSatisfy { $0.isLetter || "-_()%/".contains($0) } }
  }

  /// `[Unit]`
  private static func isSection(_ line: Substring) -> Bool {
    let text = ChecklistBuilder.trimmed(line)
    guard text.first == "[", text.last == "]", text.utf8.count <= 40 else { return false }
    let name = text.dropFirst().dropLast()
    return name.first?.isLetter == true
      && name.allSatisfy { $0.isLetter || $0.isNumber || "-_.: ".contains($0) }
  }

  /// `server {`, `location / {`
  private static func isBlock(_ line: Substring) -> Bool {
    let text = ChecklistBuilder.trimmed(line)
    guard text.hasSuffix(" {"), !text.contains("("), let word = text.split(separator: " ").first
    else {
      return false
    }
    return word.allSatisfy { $0.isLetter || $0 == "_" }
      && !["function", "if", "while", "until", "for", "case", "select", "time"].contains(word)
  }

  /// `kind: Pod`, `- name: x`
  private static func isKeyed(_ line: Substring) -> Bool {
    let text = line.hasPrefix("- ") ? line.dropFirst(2) : line
    let name = text.prefix { $0.isLetter || $0.isNumber || "_.-".contains($0) }
    guard name.first?.isLetter == true else { return text.hasPrefix("- ") }
    let rest = text[name.endIndex...]
    return rest == ":" || rest.hasPrefix(": ")
  }

  /// `GET /health`
  private static func isTarget(_ line: Substring) -> Bool {
    let words = line.split(separator: " ")
    return words.count >= 2 && (words[1].hasPrefix("/") || words[1].hasPrefix("http"))
  }

  /// `Subject: …`, `@channel …`, `:rocket: …`, `**Bold** …`
  private static func isMessage(_ line: Substring) -> Bool {
    if ["Subject:", "Betreff:", "Asunto:", "Objet:", "Assunto:", "To: ", "Hi ", "Hello ", "Dear "]
      .contains(where: line.hasPrefix)
    {
      return true
    }
    if line.hasPrefix("**"), line.dropFirst(2).holds("**") { return true }
    guard let sign = line.first, sign == "@" || sign == ":" else { return false }
    let word = line.dropFirst().prefix { $0.isLetter || $0 == "_" || $0 == "-" }
    guard word.utf8.count >= 3 else { return false }
    return sign == "@" || line[word.endIndex...].first == ":"
  }

  private static func isAddress(_ line: Substring) -> Bool {
    line.hasPrefix("https://") || line.hasPrefix("http://")
  }
}
