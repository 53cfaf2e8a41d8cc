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

  private func changed(_ path: String) -> CommandFailure {
    CommandFailure(
      .badDocument, "\(path) is not what it was when run \(folder.id) began; nothing was run",
      cure: "bring it back as it was, or start anew with gonogo run")
  }

  /// What is taken over for the filled checklist; refuses when that cannot be told.
  func course(
    _ loaded: LoadedChecklist, _ variables: VariableSelection, terminal: Terminal?
  ) throws(CommandFailure) -> Course {
    guard history.header["plan_sha256"]?.stringValue == PlanDigest.digest(of: loaded.plan) else {
      throw CommandFailure(
        .badDocument,
        "the plan is another than when run \(folder.id) began: other values, or another gonogo",
        cure: "give the same values, or start anew with gonogo run")
    }
    var course = try course(loaded.plan, terminal: terminal)
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
