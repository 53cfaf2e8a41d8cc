internal import GonogoCore
internal import GonogoPlanning
internal import GonogoSandbox
internal import GonogoShell

/// shellcheck's findings in the blocks of a checklist, at their places in the document.
///
/// The blocks are handed over as one script, as they share one shell: one process a document, and
/// a variable set in one block is known in the next.
struct ShellCheck {
  /// Why there are no findings.
  struct Absence: Error {
    /// For people, without a final stop.
    let reason: String
  }

  /// What is no fault in a checklist: variables from outside, no `#!`, files that are not here,
  /// what other blocks or people use, code behind an `exit` of another block, and a `cd` without
  /// `|| exit`, which would close the terminal of whoever pastes it.
  private static let excluded = [
    "SC1090", "SC1091", "SC2034", "SC2148", "SC2154", "SC2317", "SC2164",
  ]
  /// More text than this would take it minutes.
  private static let mostBytes = 1_000_000
  /// How often a block that it cannot parse is taken out and the rest tried again.
  private static let mostTries = 6

  private let program: String?

  /// The shellcheck of this machine, if there is one.
  init(program: String? = Sandbox.find("shellcheck")) {
    self.program = program
  }

  /// What it finds in the blocks of `plan` that bash can parse.
  func findings(in plan: Plan) -> Result<[Diagnostic], Absence> {
    var steps = plan.checklist.steps.filter { isChecked($0, in: plan) }
    let oracle = ShellOracle(pieces: Set(steps.map(\.script)))
    steps = steps.filter { oracle.accepted.contains($0.script) && !$0.script.isEmpty }
    if steps.isEmpty { return .success([]) }
    guard let program else { return .failure(Absence(reason: "it is not installed")) }
    if steps.reduce(0, { $0 + $1.script.utf8.count }) > Self.mostBytes {
      return .failure(Absence(reason: "the blocks are longer than 1 MB"))
    }
    for _ in 0..<Self.mostTries where !steps.isEmpty {
      let script = ShellCheckScript(steps)
      let comments: [ShellCheckComment]
      do throws(Absence) { comments = try run(program, script.text) } catch {
        return .failure(error)
      }
      let unparsed = Set(comments.filter(\.isSyntaxError).compactMap { script.step(line: $0.line) })
      if unparsed.isEmpty {
        let places = StepPlace(plan.checklist.document)
        return .success(
          once(comments, script).compactMap { comment, more in
            diagnostic(comment, more, script, places, plan.checklist.document.path)
          })
      }
      steps.removeAll { unparsed.contains($0.id) }
    }
    return .failure(Absence(reason: "it cannot parse several of the blocks"))
  }

  /// Blocks that run, or run by name; what holds boxes or sample output is no script, and with a
  /// placeholder it is none yet.
  private func isChecked(_ step: Step, in plan: Plan) -> Bool {
    let isConditional = plan.checklist.sections[step.section].role == .conditional
    return step.language == .shell && !step.attributes.skip
      && (step.obstacle == nil || isConditional)
      && !ShellHazard.all(in: step.script).contains { hazard in
        if case .placeholder = hazard.kind { true } else { false }
      }
  }

  private func run(_ program: String, _ script: String) throws(Absence) -> [ShellCheckComment] {
    let outcome: ProgramOutcome
    do throws(SandboxError) {
      outcome = try Program.run(
        program,
        [
          "--norc", "--shell=bash", "--format=json1",
          "--exclude=" + Self.excluded.joined(separator: ","), "-",
        ], input: Array(script.utf8), environment: ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"],
        timeout: 30)
    } catch { throw Absence(reason: error.message) }
    // 0: nothing found, 1: something found; all else is its own trouble.
    guard outcome.status == 0 || outcome.status == 1,
      let comments = ShellCheckComment.all(in: outcome.stdout)
    else {
      throw Absence(reason: "it ended with \(outcome.status); version 0.7 or newer is needed")
    }
    return comments
  }

  /// Of the same kind in the same block the first, and how many more there are: a list of sentences
  /// tagged bash would have one for each line.
  private func once(
    _ comments: [ShellCheckComment], _ script: ShellCheckScript
  ) -> [(comment: ShellCheckComment, more: Int)] {
    var kept: [(comment: ShellCheckComment, more: Int)] = []
    var places: [[Int]: Int] = [:]
    for comment in comments {
      let kind = [comment.code, script.step(line: comment.line) ?? -1]
      if let place = places[kind] {
        kept[place].more += 1
      } else {
        places[kind] = kept.count
        kept.append((comment, 0))
      }
    }
    return kept
  }

  private func diagnostic(
    _ comment: ShellCheckComment, _ more: Int, _ script: ShellCheckScript, _ places: StepPlace,
    _ file: String
  ) -> Diagnostic? {
    guard let line = script.line(comment.line) else { return nil }
    let before = String(line.text.unicodeScalars.prefix(max(0, comment.column - 1)))
    let code = "SC\(comment.code)"
    return Diagnostic(
      comment.severity, code: code,
      comment.message + (more == 0 ? "" : " (and \(more) more in this block)"),
      cure: "see https://www.shellcheck.net/wiki/\(code)", file: file,
      at: places.location(line: line.number, text: line.text, after: before))
  }
}
