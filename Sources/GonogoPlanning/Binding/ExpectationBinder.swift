internal import GonogoCore
internal import GonogoEvidence

/// Finds the commands whose output decides what a sentence states: the nearest ones above it, and
/// only where nothing speaks against it.
struct ExpectationBinder {
  /// The commands, or why there are none.
  enum Binding {
    case bound([Int], why: String)
    /// All of its section above it.
    case section
    case unbound(String)
  }

  let checklist: Checklist
  let commands: [PlannedCommand]
  let index: SectionIndex
  let places: StepPlaces
  private let byText: [String: [Int]]
  private let meanings: GroupMeanings
  /// The steps that belong to a box, by the line of its item.
  let ownSteps: [Int: [Int]]
  /// The line of a block that is never run and belongs to a box, by the line of its item.
  let ownListings: [Int: Int]

  init(
    checklist: Checklist, commands: [PlannedCommand], index: SectionIndex, meanings: GroupMeanings
  ) {
    self.meanings = meanings
    self.checklist = checklist
    self.commands = commands
    self.index = index
    places = StepPlaces(checklist: checklist, commands: commands)
    var byText: [String: [Int]] = [:]
    for command in commands { byText[command.text, default: []].append(command.id) }
    self.byText = byText
    ownListings = checklist.listings.reduce(into: [:]) { lines, listing in
      if let line = listing.boxedItem?.lowerBound { lines[line] = listing.line }
    }
    ownSteps = checklist.steps.reduce(into: [:]) { steps, step in
      if let line = step.boxedItem?.lowerBound { steps[line, default: []].append(step.id) }
    }
  }

  /// Binds the statement of a claim.
  func bind(_ claim: Claim, _ assertion: Assertion, _ reading: SentenceReading) -> Binding {
    if claim.isLeadIn { return .unbound("it speaks of the block below it") }
    if let binding = inline(claim, assertion) { return binding }
    if case .sample(let sample) = assertion, let step = places.step(holding: sample.line),
      places.step(holding: claim.location.line) == nil
    {
      return shown(in: step, above: sample.line)
    }
    if let step = places.step(holding: claim.location.line) {
      if isForm(step) { return .unbound("its block is a form, which is not run") }
      switch places.neighbour(of: claim.location.line, in: step) {
      case .group(let group):
        if let more = saysMore(reading, assertion, than: group, claim) { return .unbound(more) }
        return .bound(Array(group), why: "the command beside this comment")
      case .unclear(let why): return .unbound(why)
      }
    }
    if let own = ownBlocks(of: claim) {
      switch own {
      case .bound(let ids, _):
        guard let last = ids.last else { return .unbound("the block in its item has no command") }
        return nearestGroup(commands[last].group, claim, assertion, reading, ids, isOwn: true)
      case .section, .unbound: return own
      }
    }
    var end = claim.location.line
    // The command may stand between the words and the output that they speak of.
    if case .sample(let sample) = assertion { end = max(end, sample.line) }
    let above = above(claim, line: end)
    guard let nearest = above.last else {
      return .unbound("no command stands above it in its section")
    }
    if case .sample = assertion {
      if let obstacle = obstacle(to: nearest) { return .unbound(obstacle) }
      let block = above.filter { commands[$0].step == commands[nearest].step }
      if claim.sample?.isFile == true, !block.allSatisfy({ commands[$0].tools.contains("cat") }) {
        return .unbound("it shows what a file holds, which the command above it does not print")
      }
      return .bound(block, why: "the block above it")
    }
    if isNoScript(nearest) {
      return .unbound("the block above it is a form or text, and is not run")
    }
    return nearestGroup(commands[nearest].group, claim, assertion, reading, Array(above))
  }

  /// Why a comment speaks of something that the command beside it does not: "# the replica is ready" beside
  /// what prints `status: ready`.
  private func saysMore(
    _ reading: SentenceReading, _ assertion: Assertion, than group: Range<Int>, _ claim: Claim
  ) -> String? {
    switch assertion {
    case .state, .contains, .all: break
    default: return nil
    }
    let known = meanings.meaning(of: group).words
      .union(Meaning(checklist.sections[claim.section].heading).words)
    let other = reading.subject.subtracting(known).sorted()
    return other.first.map { "it speaks of “\($0)”, and the command beside it does not" }
  }

  /// True for what stands in a form, a sample or a text to be copied: it looks like a command and is
  /// none.
  private func isNoScript(_ id: Int) -> Bool {
    guard let kind = checklist.steps[commands[id].step].obstacle?.kind else { return false }
    return kind == .output || kind == .template
  }

  /// The command of a session that shows what comes out of it, when it is the only one.
  private func shown(in step: Int, above line: Int) -> Binding {
    let ids = commands.indices.filter { commands[$0].step == step }
    guard checklist.steps[step].obstacle == nil, let only = ids.first, ids.count == 1,
      commands[only].line < line
    else { return .unbound("its block is not run, or has several commands") }
    return .bound(ids, why: "the command above it in its block")
  }

  /// Why the output of the block of command `id` cannot be what is shown, or nil.
  private func obstacle(to id: Int) -> String? {
    if checklist.steps[commands[id].step].obstacle != nil { return "the block above it is not run" }
    if commands[id].hazard?.kind == .interactive {
      return "the command above it opens something that a person works with"
    }
    if commands[id].text.hasPrefix("$") { return "what the command above it runs is not known" }
    return nil
  }

  /// The commands among whose values a number is looked for: all above it in its section, or those
  /// beside it in its block.
  func measuring(_ claim: Claim) -> Binding {
    if claim.isLeadIn { return .unbound("it speaks of the block below it") }
    if let step = places.step(holding: claim.location.line) {
      if isForm(step) { return .unbound("its block is a form, which is not run") }
      if let list = claim.context {
        return .unbound("“\(list)” lists what is needed, not what the commands print")
      }
      switch places.neighbour(of: claim.location.line, in: step) {
      case .group(let group) where isSampled(group, claim):
        return .unbound("a loop prints one value each time, and it speaks of all of them")
      case .group(let group): return .bound(Array(group), why: "")
      case .unclear(let why): return .unbound(why)
      }
    }
    if let own = ownBlocks(of: claim) { return own }
    let first = index.commands(in: claim.section).first
    guard let first, commands[first].line < claim.location.line else {
      return .unbound("no command stands above it in its section")
    }
    if claim.box != nil, !ownSteps.isEmpty {
      return .bound(above(claim, line: claim.location.line), why: "")
    }
    return .section
  }

  /// True for a block that shows output or is filled in: its lines are no commands.
  private func isForm(_ step: Int) -> Bool { checklist.steps[step].obstacle?.kind == .output }

  /// True when the commands print a value in every round of a loop and the claim is about a figure
  /// that has to be worked out of them: a percentile, an average.
  private func isSampled(_ group: Range<Int>, _ claim: Claim) -> Bool {
    let isLoop = commands[group].contains { command in
      ["for ", "while ", "until "].contains { command.text.hasPrefix($0) }
    }
    guard isLoop else { return false }
    return claim.text.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { word in
      ["avg", "average", "mean", "median", "percentile", "promedio", "média", "moyenne"].contains(
        word)
        || word.first == "p" && word.count <= 4 && word.dropFirst().allSatisfy(\.isNumber)
          && word.count > 1
    }
  }

  // MARK: Inline commands

  /// A command that the sentence itself names: it is the one, or it is none that runs here.
  private func inline(_ claim: Claim, _ assertion: Assertion) -> Binding? {
    for code in claim.codes where !Self.isLiteral(code, of: assertion) {
      let here = (byText[code] ?? []).filter { commands[$0].section == claim.section }
      if let only = here.first, here.count == 1 {
        return .bound([only], why: "the command that it names")
      }
      if here.count > 1 { return .unbound("`\(code)` runs more than once") }
      if Self.looksLikeCommand(code) {
        return .unbound("it names `\(code)`, which this section does not run")
      }
    }
    return nil
  }

  private static func isLiteral(_ code: String, of assertion: Assertion) -> Bool {
    switch assertion {
    case .contains(let texts): texts.contains(code)
    case .matches(let pattern): pattern == code
    case .state(let state): state == code
    default: false
    }
  }

  /// Words that begin like a program: `npm run lint`, `./check.sh`, `\l`.
  private static func looksLikeCommand(_ code: String) -> Bool {
    guard let first = code.unicodeScalars.first else { return false }
    if first == "\\" || code.hasPrefix("./") || code.hasPrefix("sudo ") { return true }
    let isLower = first.value >= 0x61 && first.value <= 0x7A
    return isLower && code.utf8.contains(0x20)
  }

  // MARK: The nearest command

  private func nearestGroup(
    _ group: Range<Int>, _ claim: Claim, _ assertion: Assertion, _ reading: SentenceReading,
    _ above: [Int], isOwn: Bool = false
  ) -> Binding {
    let groups = Self.groups(of: above, commands)
    let inBlock = groups.filter { commands[$0.lowerBound].step == commands[group.lowerBound].step }
    let name = "“\(commands[group.lowerBound].name)”"
    let place = isOwn ? "in its item" : "the nearest command above it"
    let meant = isOwn ? "the command in its item" : "the command above it"
    if case .status = assertion, let silent = commands[group].first(where: Self.hidesStatus) {
      return .unbound("“\(silent.name)” prints no status: curl shows it with -i, -I or -w")
    }
    let isAnswerable = answers(assertion, group, inBlock)
    if claim.kind != .expectation, let thing = unmentioned(reading.denied, group, claim) {
      return .unbound("it speaks of “\(thing)”, and \(meant) does not")
    }
    if reading.subject.isEmpty, reading.numbers.isEmpty {
      if let other = otherBlock(before: group, claim, groups) {
        return .unbound("the block in line \(other) may be meant, too")
      }
      guard inBlock.count == 1 || isAnswerable else {
        return .unbound("the block above it has several commands, and nothing says which is meant")
      }
      return .bound(Array(group), why: "\(name), \(place)")
    }
    if let path = Self.places(in: claim.text).first(where: { path in
      !commands[group].contains { Self.names(path, in: $0.text) }
    }) {
      return .unbound("it speaks of \(path), which \(meant) does not")
    }
    if let other = commands[group].lazy.compactMap({
      OtherName.found(in: $0.text, for: reading.subject, claim.text)
    }).first {
      return .unbound("the command is about `\(other)`, and it is not said that this is meant")
    }
    if let several = OtherName.several(
      in: claim.text, besides: commands[group].map(\.text), assertion)
    {
      return .unbound("“\(several)” speaks of several")
    }
    let known = meanings.meaning(of: group)
    guard reading.numbers.isSubset(of: known.numbers) else {
      return .unbound("it names a number that \(meant) does not")
    }
    let shared = reading.subject.intersection(known.words)
    if shared.isEmpty {
      guard isAnswerable, claim.kind == .expectation, groups.count == 1 else {
        return .unbound("it shares no word with \(meant)")
      }
      return .bound(Array(group), why: "\(name), the only command above it that could answer")
    }
    let best = groups.filter { $0 != group }.contains { other in
      reading.subject.intersection(meanings.meaning(of: other).words).count >= shared.count
    }
    if best { return .unbound("more than one command above it may be meant") }
    // "Mode: `false`": one word may stand in any output, so the command must speak of all of it.
    if Self.isOneWord(assertion), !reading.subject.isSubset(of: known.words) {
      return .unbound("its text may be said of something else")
    }
    if let thing = claim.codes.first(where: { code in
      !Self.isLiteral(code, of: assertion) && !Meaning(code).words.isSubset(of: known.words)
    }) {
      return .unbound("it names `\(thing)`, which \(meant) does not")
    }
    if claim.kind != .expectation {
      let heading = Meaning(checklist.sections[claim.section].heading).words
      guard reading.subject.isSubset(of: known.words.union(heading)) else {
        return .unbound("it says something that \(meant) does not")
      }
    }
    let spelled = shared.sorted().joined(separator: ", ")
    return .bound(Array(group), why: "\(name), \(place); words \(spelled)")
  }

  /// True for a curl that prints only the body of the answer.
  private static func hidesStatus(_ command: PlannedCommand) -> Bool {
    guard command.tools.contains("curl") else { return false }
    let words = command.text.split { $0 == " " || $0 == "\n" || $0 == "\t" }
    return !words.contains { word in
      if word.hasPrefix("--") {
        return [
          "--include", "--head", "--write-out", "--verbose", "--dump-header", "--show-headers",
          "--config",
        ].contains { word.hasPrefix($0) }
      }
      return word.first == "-" && word.contains { "iIwvDK".contains($0) }
    }
  }

  /// A word of what there must be none of, which neither the commands nor the heading say: of "No XSS
  /// vulnerabilities" below a test run nobody knows whether it looked for them.
  private func unmentioned(
    _ denied: Set<String>, _ group: Range<Int>, _ claim: Claim
  ) -> String? {
    if denied.isEmpty { return nil }
    let heading = Meaning(checklist.sections[claim.section].heading).words
    let other = denied.subtracting(meanings.meaning(of: group).words).subtracting(heading)
    return Meaning(claim.text).spelled(other).first
  }

  /// The line of a block above the nearest one of which nothing between the two says what came out: of
  /// "web1:" and "web2:" a sentence below may mean both.
  private func otherBlock(
    before group: Range<Int>, _ claim: Claim, _ groups: [Range<Int>]
  ) -> Int? {
    let step = commands[group.lowerBound].step
    guard let other = groups.last(where: { commands[$0.lowerBound].step != step }) else {
      return nil
    }
    let line = commands[other.lowerBound].line
    let next = commands[group.lowerBound].line
    let claims = checklist.claims.partitioned { $0.location.line >= line }
    let blanks = checklist.blanks.partitioned { $0.location.line >= line }
    // What nobody compares and where a person writes says nothing of what came out.
    let isChecked =
      checklist.claims[claims...].prefix { $0.location.line < next }
      .contains { $0.kind == .expectation && !$0.isLoose }
      || checklist.blanks[blanks...].prefix { $0.location.line < next }
        .contains { $0.field == nil && !$0.isPersonal }
    return isChecked ? nil : line
  }

  private static func isOneWord(_ assertion: Assertion) -> Bool {
    guard case .contains(let texts) = assertion else { return false }
    return texts.contains { $0.utf8.count <= 8 && $0.allSatisfy { $0.isLetter || $0.isNumber } }
  }

  static func groups(of ids: [Int], _ commands: [PlannedCommand]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for id in ids where groups.last != commands[id].group { groups.append(commands[id].group) }
    return groups
  }

  /// True when of the commands of the block only these can answer: a status comes from what asks a
  /// server.
  private func answers(
    _ assertion: Assertion, _ group: Range<Int>, _ inBlock: [Range<Int>]
  ) -> Bool {
    guard case .status = assertion else { return false }
    func asks(_ group: Range<Int>) -> Bool {
      commands[group].contains { $0.tools.contains("curl") || $0.tools.contains("wget") }
    }
    return asks(group) && inBlock.filter(asks).count == 1
  }
}
