internal import GonogoCore

/// A block written as a session at a terminal: prompts, commands, and what they printed.
struct ConsoleSession {
  /// The commands without their prompts, every other line emptied, so that line numbers stay the
  /// document's. Comments stay: they are labels.
  private(set) var script = ""
  /// What shows that some lines are typed into another shell than the first, or nil.
  private(set) var innerPrompt: String?
  /// True when some line has a prompt.
  private(set) var hasPrompts = false

  /// Reads `text`. With `rootPrompt` a line that begins with `# ` is a command and no comment, with
  /// `anglePrompt` one that begins with `> `.
  init(_ text: String, rootPrompt: Bool = false, anglePrompt: Bool = false) {
    var lines: [Substring] = []
    var open = OpenCommand()
    var host: Substring?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if open.isOpen {
        let prompt =
          open.isQuoting || anglePrompt ? nil : TerminalPrompt(line, root: rootPrompt)
        if prompt == nil {
          let more = line.hasPrefix("> ") ? line.dropFirst(2) : line == ">" ? "" : line
          open.read(more)
          lines.append(more)
          continue
        }
        open = OpenCommand()
      }
      guard let prompt = TerminalPrompt(line, root: rootPrompt, angle: anglePrompt) else {
        let content = line.drop { $0 == " " || $0 == "\t" }
        if TerminalPrompt.isInner(content) { innerPrompt = innerPrompt ?? String(line) }
        lines.append(content.hasPrefix("#") && !rootPrompt ? line : "")
        continue
      }
      hasPrompts = true
      if !prompt.host.isEmpty {
        if let first = host, first != prompt.host { innerPrompt = innerPrompt ?? String(line) }
        if host == nil { host = prompt.host }
      } else if host == nil {
        host = ""
      }
      open.read(prompt.command)
      lines.append(prompt.command)
    }
    script = lines.joined(separator: "\n")
  }

  /// Reads a block whose tag says that it is a session.
  static func tagged(_ text: String) -> ConsoleSession {
    let session = ConsoleSession(text)
    // `# ` is a comment beside other prompts, and root's prompt where it is the only one.
    return session.hasPrompts ? session : ConsoleSession(text, rootPrompt: true)
  }

  /// True when a block of a shell is written as a session: its first line that is neither empty
  /// nor a comment has a prompt.
  static func isSession(_ text: String) -> Bool {
    for line in text.lines {
      let content = line.drop { $0.isWhitespace }
      if content.isEmpty || content.hasPrefix("#") { continue }
      guard let prompt = TerminalPrompt(line, root: false) else { return false }
      // `$` alone before other lines is a prompt too: where nothing was typed yet.
      return !prompt.command.isEmpty || !prompt.host.isEmpty || text.holds("\n$ ")
    }
    return false
  }
}
