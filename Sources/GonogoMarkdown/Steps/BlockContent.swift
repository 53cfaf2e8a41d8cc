internal import GonogoCore

/// What the text of a block shows it to be, other than commands.
enum BlockContent {
  /// Why the block with this script is no step, or nil when nothing speaks against it.
  ///
  /// `leadIn` is the paragraph right above it, `heading` that of its section.
  static func obstacle(
    in script: String, _ language: Step.Language, leadIn: String?, heading: String
  ) -> Obstacle? {
    let lines = script.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }
      .filter { line in line.contains { !$0.isWhitespace } }
    guard let first = lines.first else { return Obstacle(.comment, "it is empty") }
    if language == .shell, first.hasPrefix("#!"), lines.count > 1,
      leadIn.map(isAboutScript) ?? (isKept(heading) || saysWhereItIsKept(lines))
    {
      return Obstacle(.template, "it begins with #!, so it is a script to be kept in a file")
    }
    let mark = language == .shell ? "#" : "--"
    if lines.allSatisfy({ $0.hasPrefix(mark) }) {
      return Obstacle(.comment, "it holds only comments")
    }
    if let form = form(lines) { return form }
    guard language == .shell else { return nil }
    if let leadIn, isGenerated(leadIn) {
      return Obstacle(.output, "the text above it says that a program makes it")
    }
    return session(lines) ?? copy(lines, leadIn, heading)
  }

  /// "It compiles to the following:", right above it.
  private static func isGenerated(_ leadIn: String) -> Bool {
    guard leadIn.hasSuffix(":") || leadIn.hasSuffix("：") else { return false }
    var last = leadIn.suffix(120)
    while let stop = SearchedText(last).firstRange(of: ". ") { last = last[stop.upperBound...] }
    return ProseWords.standard.has(.generated, in: last)
  }

  /// "Create a script for it", "Save as `check.sh`": what a heading calls a script may as well be
  /// there to be run.
  private static func isKept(_ heading: String) -> Bool {
    isAboutScript(heading) && (heading.holds(".sh") || heading.holds(".bash") || isMaking(heading))
  }

  /// `# save as: tools/look.sh`, among the comments that open a script.
  private static func saysWhereItIsKept(_ lines: [Substring]) -> Bool {
    lines.dropFirst().prefix { $0.hasPrefix("#") }.prefix(6).contains { line in
      isAboutScript(String(line)) && isMaking(String(line))
    }
  }

  private static func isMaking(_ heading: String) -> Bool {
    let makers: Set<String> = [
      "create", "creating", "write", "save", "add", "keep", "put", "crear", "guardar", "escribir",
      "criar", "salvar", "créer", "enregistrer", "erstellen", "anlegen", "speichern", "创建", "創建",
      "作成",
    ]
    return ProseWords.words(in: heading).contains { makers.contains($0) }
  }

  /// True for text that names a script or a file to keep it in.
  private static func isAboutScript(_ leadIn: String) -> Bool {
    let lower = leadIn.lowercased()
    return ["script", ".sh", ".bash", "skript", "guión", "脚本", "腳本", "スクリプト"].contains {
      lower.holds($0)
    }
  }

  // MARK: Forms and output

  private static func form(_ lines: [Substring]) -> Obstacle? {
    let hasHeredoc = lines.contains { $0.holds("<<") }
    for (index, line) in lines.enumerated() {
      if opensObject(line), index > 0, index + 1 < lines.count, lines[index - 1].hasPrefix("#"),
        lines[index + 1].hasPrefix("\"") || opensObject(lines[index + 1])
      {
        return Obstacle(.output, "it holds data that a program prints, and no command")
      }
      if ["- [ ]", "- [x]", "- [X]", "* [ ]", "[ ]", "☐", "☑", "□", "⬜"].contains(
        where: line.hasPrefix)
      {
        return Obstacle(.output, "it holds checkboxes, so it is a form and no script")
      }
      let lower = line.lowercased()
      if lower.hasPrefix("output:") || lower.hasPrefix("expected output:") {
        return Obstacle(.output, "it holds sample output, so it is no script")
      }
      if !hasHeredoc, let sign = line.first, signs.contains(sign) {
        return Obstacle(.output, "a line of it begins with \(sign), which no command does")
      }
      if !hasHeredoc, opensWithPicture(line), !isQuoted(index, of: lines) {
        return Obstacle(.template, "a line of it begins with a picture, which no command does")
      }
      if logs.contains(where: line.hasPrefix) || isTableRule(line) || isKernelLine(line) {
        return Obstacle(.output, "it shows what a program printed")
      }
    }
    return nil
  }

  /// What opens lines of reports and results, and never a command.
  private static let signs: Set<Character> = [
    "→", "➜", "⇒", "✅", "❌", "⚠️", "⚠", "✓", "✔", "✗", "✘", "│", "┌", "└", "├", "╔", "║", "╚", "•",
    "🟢", "🔴", "🟡",
  ]
  private static let logs = [
    "ERRO[", "INFO[", "WARN[", "FATA[", "DEBU[", "time=\"", "Error: ", "Traceback (most recent",
    "HTTP/1.1 ", "HTTP/2 ",
  ]

  /// `{` or `[` alone on its line.
  private static func opensObject(_ line: Substring) -> Bool {
    let text = ChecklistBuilder.trimmed(line)
    return text == "{" || text == "[" || text == "[{"
  }

  /// `🚀 Deployment started`
  private static func opensWithPicture(_ line: Substring) -> Bool {
    guard line.utf8.first.map({ $0 >= 0xE2 }) == true, let sign = line.unicodeScalars.first else {
      return false
    }
    return sign.properties.isEmoji && sign.value >= 0x2600
  }

  /// True when a quote is open at the beginning of line `index`.
  private static func isQuoted(_ index: Int, of lines: [Substring]) -> Bool {
    var command = OpenCommand()
    for line in lines[..<index] { command.read(line) }
    return command.isQuoting
  }

  /// `[    0.017245] kvm [1]: …`
  private static func isKernelLine(_ line: Substring) -> Bool {
    guard line.first == "[" else { return false }
    let inside = line.dropFirst().drop { $0 == " " }.prefix { $0.isNumber || $0 == "." }
    return inside.contains(".") && line[inside.endIndex...].hasPrefix("] ")
  }

  private static func isTableRule(_ line: Substring) -> Bool {
    line.utf8.count >= 5 && (line.hasPrefix("+--") || line.holds("-+-"))
      && line.allSatisfy { "+-|= \r".contains($0) }
  }

  // MARK: Sessions

  private static func session(_ lines: [Substring]) -> Obstacle? {
    for line in lines {
      if TerminalPrompt.isInner(line) {
        return Obstacle(.innerShell, "it shows a prompt that is no shell's: \(clipped(line))")
      }
      if let prompt = TerminalPrompt(line, root: false), prompt.command.isEmpty,
        !prompt.host.isEmpty
      {
        return Obstacle(.output, "it shows a prompt and no command")
      }
    }
    let leaving = lines.filter { !$0.hasPrefix("#") }.map { ChecklistBuilder.trimmed($0) }
    if leaving.count == 1,
      ["exit", "logout", "quit", "\\q", "exit;", "exit()"].contains(leaving[0])
    {
      return Obstacle(.innerShell, "it leaves a shell that somebody opened")
    }
    return nil
  }

  // MARK: Texts to copy

  private static func copy(
    _ lines: [Substring], _ leadIn: String?, _ heading: String
  ) -> Obstacle? {
    if lines.contains(where: isSchedule) {
      return Obstacle(.template, "it holds a line for a crontab")
    }
    let code = lines.filter { !$0.hasPrefix("#") }
    if let plain = PlainContent.obstacle(in: code) { return plain }
    let comments = lines.filter { $0.hasPrefix("#") }.joined(separator: " ")
    let about = (leadIn ?? "") + " " + comments
    let isInHeading = code.count > 1 && heading.holds(".env")
    if code.allSatisfy(isSetting), about.holds(".env") || isInHeading {
      return Obstacle(.template, "it shows what stands in an .env file")
    }
    if code.count > 1, isNumbered(code[0]), code.dropFirst().contains(where: isNumbered) {
      return Obstacle(.template, "it lists what is to be done, and is no script")
    }
    if let first = code.first, queries.contains(where: first.hasPrefix), first.holds("{") {
      return Obstacle(.template, "it is a query of a monitoring system, and no command")
    }
    if let first = code.first, isBullet(first), !lines.contains(where: { $0.holds("<<") }) {
      return Obstacle(.template, "it is a list, and no script")
    }
    if !lines[0].hasPrefix("#!"), code.contains(where: { $0.holds("BASH_SOURCE") }) {
      return Obstacle(.template, "it asks by what file it is run, so it is a part of a script")
    }
    if code.count > 1, isSettings(code[0], code[1]) {
      return Obstacle(.template, "it shows settings, and no commands")
    }
    if heading.utf8.count <= 60, ProseWords.standard.has(.usedCommands, in: heading) {
      return Obstacle(.template, "it is to be filled with the commands that were run")
    }
    if let leadIn, isInsertion(leadIn) || code.allSatisfy(isProfileLine) && isIntoProfile(leadIn) {
      return Obstacle(.template, "it is to be copied into a file")
    }
    return nil
  }

  /// `1. Start the services: …`
  private static func isNumbered(_ line: Substring) -> Bool {
    let rest = line.drop(while: \.isNumber)
    return rest.startIndex > line.startIndex && rest.hasPrefix(". ")
  }

  /// `- Open the menu → pick the first entry`
  private static func isBullet(_ line: Substring) -> Bool {
    ["- ", "* ", "– "].contains(where: line.hasPrefix)
      && line.dropFirst(2).contains(where: \.isLetter)
  }

  /// `limits:` above `cpu: "1"` or another such line.
  private static func isSettings(_ first: Substring, _ second: Substring) -> Bool {
    let name = first.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    guard !name.isEmpty, first[name.endIndex...].filter({ !$0.isWhitespace }) == ":" else {
      return false
    }
    let key = second.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    let rest = second[key.endIndex...]
    return !key.isEmpty && (rest.hasPrefix(": ") || rest.filter { !$0.isWhitespace } == ":")
  }

  /// "Add these lines to your ~/.zshrc:", and not "Add it by running:".
  private static func isInsertion(_ leadIn: String) -> Bool {
    guard leadIn.utf8.count <= 2_000, ProseWords.standard.has(.copied, in: leadIn) else {
      return false
    }
    let words = leadIn.split { $0.isWhitespace || "`,;()\"'".contains($0) }
    return words.contains { word in
      files.contains { word.hasSuffix($0) || word.hasSuffix($0 + ":") || word.hasSuffix($0 + ".") }
    }
  }

  /// "Put this in your ~/.zshrc:", above lines that only set something.
  private static func isIntoProfile(_ leadIn: String) -> Bool {
    guard leadIn.utf8.count <= 160, leadIn.hasSuffix(":") || leadIn.hasSuffix("：") else {
      return false
    }
    let words = leadIn.split { $0.isWhitespace || "`,;()\"':".contains($0) }
    guard words.contains(where: { word in files.contains { word.hasSuffix($0) } }) else {
      return false
    }
    return !ProseWords.words(in: leadIn).contains { running.contains($0) }
  }

  private static let running = WordList.words("BlockContent.running")

  /// `export A=b`, `alias a=b`, `A=b`.
  private static func isProfileLine(_ line: Substring) -> Bool {
    ["export ", "alias ", "eval \"", "setopt "].contains(where: line.hasPrefix) || isSetting(line)
  }

  /// What opens a query of metrics.
  private static let queries = [
    "sum(", "sum by", "sum without", "(sum(", "rate(", "irate(", "avg(", "avg by", "max(", "min(",
    "count(", "topk(", "increase(", "histogram_quantile(", "100 * (", "(rate(",
  ]

  /// What the names of files that shells and programs read end in.
  private static let files = ["rc", "profile", ".env", ".conf", ".cfg", ".ini", "crontab", "hosts"]

  /// `0 * * * * command`
  private static func isSchedule(_ line: Substring) -> Bool {
    let words = line.split(separator: " ", maxSplits: 5)
    guard words.count == 6 else { return false }
    return words.prefix(5).allSatisfy { word in
      word.allSatisfy { $0.isNumber || "*/,-".contains($0) }
    }
  }

  /// `NAME=value` without `export`.
  private static func isSetting(_ line: Substring) -> Bool {
    guard let equals = line.firstIndex(of: "=") else { return false }
    let name = line[..<equals]
    return !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  private static func clipped(_ line: Substring) -> String {
    line.count > 40 ? line.prefix(39) + "…" : String(line)
  }
}
