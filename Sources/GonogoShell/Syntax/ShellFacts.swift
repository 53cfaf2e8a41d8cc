/// What a shell text holds, flat: every simple command of every depth, in order.
struct ShellFacts: Sendable {
  /// All simple commands, those of substitutions, function bodies and loops included.
  var commands: [SimpleCommand] = []
  /// Redirections of compound commands.
  var redirections: [Redirection] = []
  /// The here-documents that redirections point to.
  var heredocs: [Heredoc] = []
  /// Variables expanded before anything in the text has set them, in order.
  var uses: [VariableUse] = []
  /// Names of functions that the text defines.
  var functions: Set<String> = []
  /// For each `while` and `until`, how many commands stand before its condition.
  var loops: [Int] = []
  /// True when something was met that could not be followed.
  var isUncertain = false
  /// What it holds besides its last pipeline.
  var inner = InnerParts()

  /// True when a loop waits for something that may never come: `until …; do sleep 5; done`. A loop
  /// that reads ends with what it reads.
  var waitsInLoop: Bool {
    if loops.contains(where: isEndless) { return true }
    guard let sleep = commands.lastIndex(where: { $0.words.first?.literal == "sleep" }) else {
      return false
    }
    return loops.contains { $0 <= sleep && commands[$0].words.first?.literal != "read" }
  }

  /// `while true; do …; done`, with nothing in it that may leave the loop.
  private func isEndless(_ loop: Int) -> Bool {
    guard loop < commands.count, let first = commands[loop].words.first?.literal,
      first == "true" || first == ":", commands[loop].words.count == 1
    else { return false }
    return !commands[(loop + 1)...].contains { command in
      command.words.first?.literal.map { ["break", "exit", "return"].contains($0) } ?? false
    }
  }

  /// Names that are set at this point and stay set for what follows, in order.
  private(set) var assigned: [String] = []
  private var live: [String: Int] = [:]

  /// Takes note that `name` has a value from here on.
  mutating func assign(_ name: String) {
    assigned.append(name)
    live[name, default: 0] += 1
  }

  /// Forgets the assignments after the first `count`: they happened in a subshell.
  mutating func forgetAssignments(after count: Int) {
    while assigned.count > count {
      let name = assigned.removeLast()
      live[name, default: 1] -= 1
    }
  }

  /// Takes note of an expansion, unless the text itself has given the variable a value.
  mutating func use(_ name: String, at offset: Int, hasDefault: Bool) {
    if live[name, default: 0] > 0 { return }
    uses.append(VariableUse(name: name, offset: offset, hasDefault: hasDefault))
  }

  /// Adds what a nested text (a backquote) holds; its assignments stay its own.
  mutating func absorb(_ inner: ShellFacts, at offset: Int) {
    let base = heredocs.count
    heredocs += inner.heredocs
    func moved(_ list: [Redirection]) -> [Redirection] {
      list.map { redirection in
        var copy = redirection
        copy.heredoc = redirection.heredoc.map { $0 + base }
        return copy
      }
    }
    loops += inner.loops.map { commands.count + $0 }
    commands += inner.commands.map { command in
      var copy = command
      copy.redirections = moved(command.redirections)
      copy.isNested = true
      return copy
    }
    redirections += moved(inner.redirections)
    functions.formUnion(inner.functions)
    isUncertain = isUncertain || inner.isUncertain
    self.inner.hasHiddenPipeline = self.inner.hasHiddenPipeline || inner.inner.hasHiddenPipeline
    self.inner.hasSubstitution =
      self.inner.hasSubstitution || inner.inner.hasSubstitution || !inner.commands.isEmpty
    self.inner.decides = self.inner.decides || inner.inner.decides
    self.inner.hasBackground = self.inner.hasBackground || inner.inner.hasBackground
    for use in inner.uses {
      self.use(use.name, at: offset + use.offset, hasDefault: use.hasDefault)
    }
  }
}
