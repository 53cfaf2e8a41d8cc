internal import GonogoCore
internal import GonogoEvidence

extension Assessor {
  /// Why a section that passed does not show that what its commands did went well: one of them
  /// hides its failures, and nothing that was checked in the section looked at what it printed.
  func emptySuccess(inSection id: Int, about claim: Claim? = nil) -> String? {
    let here = checked(in: id)
    if claim != nil, let unrun = unrun(in: here) { return unrun }
    let commands = here.flatMap(plan.index.steps).map { plan.steps[$0] }
      .filter { !$0.step.attributes.skip && !$0.step.isConditional }
      .flatMap { plan.commands[$0.commands] }
    let read = readCommands(in: here)
    if let hiding = commands.first(where: { command in
      command.hidesFailure && !read.contains(command.id)
    }) {
      return CommandSuccess.sentence(hiding)
    }
    guard read.isEmpty, !hasOtherChecks(in: here) else { return nil }
    guard let claim else { return CommandSuccess.obstacle(commands) }
    return CommandSuccess.obstacle(toInferring: commands, connection: isAboutConnection(claim))
  }

  /// The beginning of the first line of a command's output that speaks against good news, or nil.
  func troubledLine(of id: Int, about claim: Claim) -> Substring? {
    OutputTrouble.line(in: observations.commands[id], about: claim.text)?.prefix(80)
  }

  /// What commands that passed printed against it, so that a person has to read it.
  func trouble(in commands: [Int], about claim: Claim) -> String? {
    for id in commands {
      let command = plan.commands[id]
      if let line = troubledLine(of: id, about: claim) {
        return "“\(command.name)” succeeded and printed “\(line)”"
      }
      if OutputTrouble.isLookedFor(by: command.text) {
        return "“\(command.name)” succeeds where it finds what must not be there"
      }
    }
    return nil
  }

  /// True for a sentence about whether something can be connected to.
  func isAboutConnection(_ claim: Claim) -> Bool {
    !Self.connecting.isDisjoint(with: Meaning(claim.text).words)
  }

  private static let connecting = Meaning("connection connectivity connect reachable access").words

  /// Why a section does not show all that it is about: a block of it is not run that may be just what
  /// counts, or it has a step for people. `sections` are all of it.
  private func unrun(in sections: [Int]) -> String? {
    for planned in sections.flatMap(plan.index.steps).map({ plan.steps[$0] }) {
      guard planned.step.attributes.skip || planned.obstacle.map(Self.leavesOut) == true else {
        continue
      }
      return "the block in line \(planned.step.firstLine) of that section was not run"
    }
    if let line = sections.lazy.compactMap({ plan.checklist.sections[$0].handStep }).first {
      return "line \(line) of that section is for a person to do"
    }
    let samples = sections.flatMap(plan.index.claims).compactMap {
      plan.checklist.claims[$0].sample?.line
    }
    // A sample is known by its first line, a fence by the line before.
    let shown = Set(samples.flatMap { [$0, $0 - 1] })
    let left = sections.flatMap(plan.index.listings).map { plan.checklist.listings[$0] }.first {
      (listing: Listing) in
      !shown.contains(listing.line)
        && (listing.obstacle.kind == .language || listing.obstacle.kind == .indented)
        && !Self.data.contains(listing.language)
    }
    return left.map { "the block in line \($0.line) of that section is not run" }
  }

  /// True for what may be the check itself; what shows output or is for another case is none.
  private static func leavesOut(_ obstacle: Obstacle) -> Bool {
    switch obstacle.kind {
    case .language, .indented, .innerShell, .skip, .placeholder, .variable: true
    case .output, .conditional, .template, .comment: false
    }
  }

  /// Languages in which nothing is run.
  private static let data: Set<String> = [
    "json", "jsonc", "json5", "yaml", "yml", "toml", "ini", "xml", "html", "css", "csv", "diff",
    "patch",
    "text", "txt", "plaintext", "log", "output", "mermaid", "md", "markdown", "env", "dotenv",
    "conf",
    "properties", "nginx", "http", "proto", "graphql", "hcl", "tf", "dockerfile", "svg", "ascii",
    "tree",
  ]

  /// The first command that hides its failures among commands of which none tells anything.
  func onlyHidden(_ ids: [Int]) -> PlannedCommand? {
    let commands = ids.map { plan.commands[$0] }
    guard commands.allSatisfy({ $0.silence != nil }) else { return nil }
    return commands.first(where: \.hidesFailure)
  }

  /// A section and those under it, without what is done only when something fails.
  func checked(in id: Int) -> [Int] {
    plan.index.subtree(of: id).filter { plan.checklist.sections[$0].role != .conditional }
  }

  /// True when an item, an expectation or a blank was checked.
  private func hasOtherChecks(in sections: [Int]) -> Bool {
    let isClaimed = sections.flatMap(plan.index.claims).contains { id in
      if case .leftOut = plan.claimRules[id].basis { return false }
      return !plan.checklist.claims[id].isCriterion && !plan.checklist.claims[id].isLoose
    }
    return isClaimed
      || sections.flatMap(plan.index.blanks).contains { id in
        if case .leftOut = plan.blankRules[id].basis { return false }
        return plan.checklist.blanks[id].field == nil && !plan.checklist.blanks[id].isRoom
      }
  }

  /// The commands whose output decided something in these sections.
  private func readCommands(in sections: [Int]) -> Set<Int> {
    var read: Set<Int> = []
    for id in sections.flatMap(plan.index.claims) where !plan.checklist.claims[id].isCriterion {
      guard case .inferred = observations.claims[id]?.source else { continue }
      if let ids = plan.claimRules[id].commands {
        if ids.count == 1 { read.formUnion(ids) }
      } else {
        // The one value was looked for among all of them: known only where one printed any.
        let printing = plan.index.commands(in: plan.checklist.claims[id].section)
          .filter { observations.commands[$0]?.captures.isEmpty == false }
        if printing.count == 1 { read.formUnion(printing) }
      }
    }
    return read
  }
}
