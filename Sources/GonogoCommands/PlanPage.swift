internal import GonogoCore
internal import GonogoPlanning

/// A plan as people read it.
struct PlanPage {
  let terminal: Terminal
  let loaded: LoadedChecklist
  let needs: PlanNeeds
  private let basis: DecisionBasis

  private var plan: Plan { loaded.plan }

  init(terminal: Terminal, loaded: LoadedChecklist, needs: PlanNeeds) {
    self.terminal = terminal
    self.loaded = loaded
    self.needs = needs
    basis = DecisionBasis(loaded.plan.checklist)
  }

  func show() {
    let run = plan.steps.filter(plan.isRun)
    let commands = run.flatMap { plan.commands[$0.commands] }
    let asked = plan.checklist.claims.count { PlanWording.rule($0, plan).origin == "asked" }
    let changing = commands.count { $0.effect != .reads }
    terminal.line(
      terminal.styled("Plan of \(VisibleText.line(loaded.document.path))", .bold)
        + ": \(run.count) blocks, \(commands.count) commands (\(changing) need approval), "
        + "\(plan.checklist.claims.count) claims (\(asked) asked), \(plan.checklist.blanks.count) blanks"
    )
    for section in plan.checklist.sections { show(section) }
    showDecision()
    showNeeds()
  }

  private func show(_ section: Section) {
    let steps = plan.index.steps(in: section.id).map { plan.steps[$0] }
    let claims = plan.index.claims(in: section.id).map { plan.checklist.claims[$0] }
    let blanks = plan.index.blanks(in: section.id).map { plan.checklist.blanks[$0] }
    if steps.isEmpty, claims.isEmpty, blanks.isEmpty { return }
    terminal.line()
    terminal.line(
      terminal.styled(VisibleText.line(plan.checklist.heading(of: section.id)), .bold)
        + terminal.styled("  line \(section.location.line)", .dim)
        + (section.stopsWhenFailing == nil ? "" : "  (the run stops if this fails)"))
    for step in steps { show(step) }
    for blank in blanks {
      let (origin, text) = PlanWording.rule(blank, plan)
      row(
        blank.location.line, "fill", "\(blank.label)\(PlanWording.place(blank)): \(origin) \(text)")
    }
    for claim in claims {
      let (origin, text) = PlanWording.rule(claim, plan)
      let kind =
        switch basis.kind(of: claim) {
        case .item, .expectation: "check"
        case .goCriterion: "GO if"
        case .noGoCriterion: "NO-GO"
        case .trigger: "must not"
        }
      let unclear = PlanWording.unclear(claim, plan).flatMap { why in
        text.contains(why) ? nil : "; not understood: \(why)"
      }
      row(claim.location.line, kind, "“\(claim.text)”: \(origin): \(text)\(unclear ?? "")")
    }
  }

  private func show(_ planned: PlannedStep) {
    if let obstacle = planned.obstacle?.text {
      row(planned.step.firstLine, "–", "this block is not run: \(obstacle)")
    }
    if let line = planned.step.shownLine {
      row(line, "–", "the output shown here is not compared with what is printed")
    }
    for command in plan.commands[planned.commands] {
      let style: Terminal.Style =
        switch command.effect {
        case .reads: .green
        case .unknown: .yellow
        case .changes: .red
        }
      let effect = terminal.styled(command.effect.rawValue, style)
      let pad = String(repeating: " ", count: 8 - command.effect.rawValue.count)
      let line = String(command.line)
      terminal.line(
        "  \(String(repeating: " ", count: max(0, 5 - line.count)))\(line)  \(effect)\(pad)"
          + VisibleText.line(command.label ?? ""))
      for text in command.shown.split(separator: "\n", omittingEmptySubsequences: false) {
        terminal.line(
          terminal.styled("                 " + VisibleText.command(String(text)), .dim))
      }
      if command.effect != .reads {
        terminal.line("                 ^ \(VisibleText.line(command.effectReason))")
      }
      if command.hidesFailure, let silence = command.silence {
        terminal.line("                 ! it \(VisibleText.line(silence))")
      }
      if let refusal = command.refusal {
        terminal.line("                 – not run: \(VisibleText.line(refusal))")
      }
      if let hazard = command.hazard {
        terminal.line("                 ! \(VisibleText.line(hazard.text))")
      }
      for review in needs.access.missing(to: command) {
        terminal.line("                 ? \(VisibleText.line(review.sentence))")
      }
      for review in needs.access.granted(to: command) where !review.isEmpty {
        terminal.line(
          "                 ✔ granted \(review.grant.name): \(VisibleText.line(review.text))")
      }
    }
  }

  private func row(_ line: Int, _ kind: String, _ text: String) {
    let number = String(line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let pad = String(repeating: " ", count: max(0, 8 - kind.count))
    terminal.line("  \(margin)\(number)  \(kind)\(pad)\(VisibleText.line(text))")
  }

  private func showDecision() {
    terminal.line()
    terminal.line(terminal.styled("Decision", .bold))
    terminal.line("  \(VisibleText.line(basis.sentence))")
    let lines = basis.lines
    if !lines.isEmpty {
      let list = lines.prefix(8).map { String($0) }.joined(separator: ", ")
      terminal.line(
        terminal.styled("  said in line \(list)\(lines.count > 8 ? ", …" : "")", .dim))
    }
  }

  /// The values that go into the commands.
  private func showInputs() {
    let inputs = plan.inputs.filter { $0.kind == .placeholder }
    if inputs.isEmpty { return }
    let missing = Set(plan.steps.flatMap(\.missing))
    terminal.line()
    terminal.line(terminal.styled("Values to put in", .bold))
    for input in inputs {
      let isGiven = !missing.contains(input.name)
      let mark = isGiven ? terminal.styled("✔", .green) : terminal.styled("✘", .red)
      terminal.line(
        "  \(mark) \(VisibleText.line(input.name))  \(isGiven ? "given" : "not given"), "
          + "used in line \(input.location.line)")
    }
  }

  private func showNeeds() {
    if !needs.tools.isEmpty {
      terminal.line()
      terminal.line(terminal.styled("Programs", .bold))
      for (name, place) in needs.tools {
        switch place {
        case .found(let path): terminal.line("  \(terminal.styled("✔", .green)) \(name)  \(path)")
        case .hidden(let path):
          terminal.line(
            "  \(terminal.styled("?", .yellow)) \(name)  \(path) is hidden by the sandbox: "
              + "--bind \(path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }):…:ro")
        case .missing: terminal.line("  \(terminal.styled("✘", .red)) \(name)  is not installed")
        }
      }
    }
    PlanGrants(access: needs.access).show(on: terminal)
    showInputs()
    if !needs.variables.isEmpty {
      terminal.line()
      terminal.line(terminal.styled("Variables", .bold))
      for (need, isSet) in needs.variables {
        let mark =
          isSet
          ? terminal.styled("✔", .green)
          : need.isRequired
            ? terminal.styled("✘", .red) : terminal.styled("?", .yellow)
        let text =
          isSet ? "set" : need.isRequired ? "not set" : "not set; the commands bring a default"
        terminal.line("  \(mark) \(need.name)  \(text), used in line \(need.location.line)")
      }
    }
  }
}
