internal import GonogoCore
internal import GonogoPlanning
internal import GonogoSandbox
internal import GonogoStore

extension ResumedRun {
  /// The values that were given for placeholders and variables, apart from secrets.
  var inputs: [String: String] {
    var values: [String: String] = [:]
    for member in history.header["inputs"]?.objectValue ?? [] {
      if let value = member.value.stringValue { values[member.name] = value }
    }
    return values
  }

  /// Refuses a checklist that is not the one the run began with.
  func requireSame(_ loaded: LoadedChecklist) throws(CommandFailure) {
    if history.header["sha256"]?.stringValue != loaded.digest {
      throw changed(loaded.document.path)
    }
    if history.header["sidecar_sha256"]?.stringValue != loaded.sidecar?.digest {
      throw changed(loaded.sidecar?.path ?? "the file of bindings")
    }
  }

  /// Refuses another configuration: the run goes on with the same grants.
  func requireSame(_ configuration: ConfigurationFile?) throws(CommandFailure) {
    guard
      history.header["configuration_sha256"]?.stringValue != configuration?.source.digest
    else { return }
    throw CommandFailure(
      .badDocument,
      "the configuration is not what it was when run \(folder.id) began; nothing was run",
      cure: "bring it back as it was, or start anew with gonogo run")
  }

  /// Refuses answers that are not those that counted last, unless the operator names their file now.
  /// Commands may have written it since.
  ///
  /// - Returns: what to say, or nil.
  func requireSame(_ answers: LoadedAnswers?) throws(CommandFailure) -> String? {
    guard let answers, answers.digest != history.answersDigest else { return nil }
    let path = answers.source.path
    guard namesAnswers else {
      throw CommandFailure(
        .badDocument,
        "the answers in \(path) are not what they were when run \(folder.id) began; "
          + "nothing was run",
        cure: "bring them back as they were, or give --answers \(ShellQuoting.shown(path)) to have "
          + "them count as they are now")
    }
    return history.answersDigest == nil
      ? nil
      : "the answers in \(path) are other ones than before: they count as they are now, for "
        + "--answers names them"
  }

  /// What to say of the folder that was `/tmp`, when it is not `now`; nil when nothing was lost.
  func lost(_ now: String?) -> String? {
    guard let before = history.temporaryFolder, before != now else { return nil }
    return "what commands had put into their /tmp is lost: \(before) is not as it was left"
  }

  /// True for a folder that the run had before it was gone on with.
  func had(_ path: String) -> Bool {
    path == history.temporaryFolder || HostPath.isInside(path, folder.path)
  }

  /// Refuses variables with other values: evidence of one place says nothing of another. Secrets,
  /// of which nothing is kept, cannot be compared.
  private func requireSame(_ variables: VariableSelection) throws(CommandFailure) {
    guard let before = history.header["values"]?.objectValue,
      let now = variables.digests.objectValue
    else { return }
    let old = Dictionary(before.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    let new = Dictionary(now.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    // What a block had set and was not kept has to be given again.
    let lost = Set(history.states.values.flatMap(\.leftOut))
    let names = Set(old.keys).union(new.keys).subtracting(lost)
      .filter { old[$0] != new[$0] }.sorted()
    guard let first = names.first else { return }
    throw CommandFailure(
      .badDocument,
      "\(names.joined(separator: ", ")): not what it was when run \(folder.id) began; "
        + "nothing was run",
      cure: "give \(first) the value it had, or start anew with gonogo run")
  }

  private func changed(_ path: String) -> CommandFailure {
    CommandFailure(
      .badDocument, "\(path) is not what it was when run \(folder.id) began; nothing was run",
      cure: "bring it back as it was, or start anew with gonogo run")
  }

  /// What is taken over for the filled checklist; refuses when that cannot be told.
  func course(
    _ loaded: LoadedChecklist, _ variables: VariableSelection, approver: Approver,
    terminal: Terminal?
  ) throws(CommandFailure) -> Course {
    guard history.header["plan_sha256"]?.stringValue == PlanDigest.digest(of: loaded.plan) else {
      throw CommandFailure(
        .badDocument,
        "the plan is another than when run \(folder.id) began: other values, or another gonogo",
        cure: "give the same values, or start anew with gonogo run")
    }
    try requireSame(variables)
    var course = try course(loaded.plan, approver: approver, terminal: terminal)
    let given = Set(variables.environment.map(\.name))
    course.missing.removeAll { given.contains($0) }
    if let name = course.missing.first {
      throw CommandFailure(
        .unavailable,
        "a block had set \(course.missing.joined(separator: ", ")), and what is secret is not kept",
        cure: "export \(name)=…, and give --env \(name)")
    }
    return course
  }
}
