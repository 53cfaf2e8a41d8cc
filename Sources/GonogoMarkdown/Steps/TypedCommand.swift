internal import GonogoCore

/// Blocks that hold what somebody types, whatever the words above them speak of.
enum TypedCommand {
  /// True when every line of a script of shell begins with a program that everybody knows, and none looks
  /// like a row of a table, a message or the answer to a question for a version.
  static func isAll(of script: String) -> Bool {
    var open = OpenCommand()
    var count = 0
    for line in script.split(separator: "\n") {
      let goesOn = open.isOpen
      open.read(line)
      if goesOn { continue }
      let text = ChecklistBuilder.trimmed(line)
      if text.isEmpty || text.hasPrefix("#") || setsVariable(text) { continue }
      guard isTyped(text) else { return false }
      count += 1
    }
    return count > 0 && !open.isOpen
  }

  /// True for one line below words that say to run something, "Run a container:": a command without its
  /// prompt. What "shows" or comes out is none.
  static func isAskedFor(_ script: String, _ leadIn: String?) -> Bool {
    let lines = script.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
    guard let leadIn, leadIn.utf8.count <= 300, leadIn.hasSuffix(":"), lines.count == 1,
      let first = lines[0].split(separator: " ").first, lines[0].contains(" "),
      first.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F }),
      !lines[0].holds("   ")
    else { return false }
    let words = ProseWords.words(in: leadIn.prefix(24))
    return words.first.map { ["run", "execute", "start", "type", "enter"].contains($0) } == true
      && !ProseWords.words(in: leadIn).contains {
        ["output", "outputs", "prints", "shows", "see", "displays"].contains($0)
      }
  }

  /// `POD=$(kubectl get po -o name)`.
  private static func setsVariable(_ line: Substring) -> Bool {
    guard let sign = line.utf8.firstIndex(of: 0x3D), sign > line.startIndex else { return false }
    let after = line.utf8.index(after: sign)
    return after < line.endIndex && line.utf8[after] != 0x20
      && line[..<sign].utf8.allSatisfy { $0 == 0x5F || 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 }
  }

  private static func isTyped(_ line: Substring) -> Bool {
    guard !line.holds("   "), let last = line.utf8.last, last != 0x2E, last != 0x3A else {
      return false
    }
    var words = line.split(separator: " ", maxSplits: 3)[...]
    if words.first == "sudo" { words.removeFirst() }
    // `./smoke.sh`
    if let path = words.first, path.hasPrefix("./"), path.utf8.count > 3 { return true }
    guard let program = words.popFirst(),
      program.utf8.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F }),
      ProseWords.standard.isPhrase(program, .program)
    else { return false }
    guard let next = words.first else { return true }
    // `git version 2.43`, `node v20.1`, `docker is running`.
    return !answers.contains(next) && next.first?.isNumber != true
      && !(next.first == "v" && next.dropFirst().first?.isNumber == true)
  }

  private static let answers: Set<Substring> = [
    "version", "is", "are", "was", "has", "not", "already", "running", "active", "inactive",
    "ready",
    "enabled", "disabled", "started", "stopped", "installed", "=", "|", "-", "->", "=>",
  ]
}
