internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRedaction

/// Collects what a checklist leaves open, placeholders and variables, before anything runs.
struct InputCollection {
  private let inputs: [PlannedInput]
  private var placeholders: [String: String] = [:]
  private var declined: Set<String> = []
  /// Values of variables, by name.
  private(set) var variables: [String: String] = [:]

  /// Variables that it can do without, or that are given to it besides.
  private let others: Set<String>

  /// The names that somebody has said are secrets.
  private let named: Set<String>

  init(_ loaded: LoadedChecklist, named: Set<String> = []) {
    self.named = named
    inputs = loaded.plan.inputs
    others = Set(loaded.plan.variables.map(\.name) + loaded.declaredVariables)
  }

  /// What goes into the plan.
  var given: GivenInputs {
    // A value that holds what is secret elsewhere is not shown either.
    let tables = SecretTables(variables.flatMap { secrets($0, $1) })
    let hidden = placeholders.filter { name, value in
      !secrets(name, value).isEmpty || Redaction.clean(value, tables) != value
    }
    return GivenInputs(values: placeholders, hidden: Set(hidden.keys), declined: declined)
  }

  private func secrets(_ name: String, _ value: String) -> [Secret] {
    SecretFinder.host.secrets(name: name, value: value, isNamed: named.contains(name))
  }

  /// Takes the values of the answers file.
  mutating func take(prepared: [String: String]) throws(CommandFailure) {
    for (name, value) in prepared.sorted(by: { $0.key < $1.key }) {
      guard set(Self.plain(name), value) else {
        throw CommandFailure(
          .badDocument,
          "nothing was run: the input “\(name)”: the checklist asks for nothing of this name",
          cure: "under inputs: in the answers file " + namesCure)
      }
      if let fault = fault(Self.plain(name), value) {
        throw CommandFailure(
          .badDocument, "nothing was run: the input “\(name)”: \(fault)",
          cure: "correct it under inputs: in the answers file")
      }
    }
  }

  /// Takes `--set NAME=VALUE` words.
  mutating func take(settings: [String]) throws(CommandFailure) {
    for text in settings {
      guard let equals = text.firstIndex(of: "=") else {
        throw CommandFailure(
          .usage, "--set \(text): the value is missing", cure: "write --set NAME=VALUE")
      }
      let name = Self.plain(String(text[..<equals]))
      let value = String(text[text.index(after: equals)...])
      guard set(name, value) else {
        throw CommandFailure(
          .usage, "--set \(name): the checklist asks for nothing of this name", cure: namesCure)
      }
      if let fault = fault(name, value) {
        throw CommandFailure(.usage, "--set \(name): \(fault)", cure: "give another value")
      }
    }
  }

  private var namesCure: String {
    let names = Set(inputs.map(\.name)).union(others).sorted().joined(separator: ", ")
    return names.isEmpty ? "leave it out" : "write what it asks for: \(names)"
  }

  /// `cluster` for `<cluster>` and `{{cluster}}`.
  private static func plain(_ name: String) -> String {
    var text = name[...]
    while let first = text.first, let last = text.last, text.count > 2,
      (first == "<" && last == ">") || (first == "{" && last == "}")
    {
      text = text.dropFirst().dropLast()
    }
    return text.split(separator: " ").joined(separator: " ")
  }

  private mutating func set(_ name: String, _ value: String) -> Bool {
    let asked = inputs.filter { $0.name == name }
    if asked.contains(where: { $0.kind == .placeholder }) { placeholders[name] = value }
    if asked.contains(where: { $0.kind == .variable }) { variables[name] = value }
    if asked.isEmpty, others.contains(name) {
      variables[name] = value
      return true
    }
    return !asked.isEmpty
  }

  private func fault(_ name: String, _ value: String) -> String? {
    for input in inputs where input.name == name && input.kind == .placeholder {
      if let fault = InputValue.fault(value, for: input) { return fault }
    }
    return nil
  }

  // MARK: What is missing

  /// What still has no value.
  func missing(_ selection: VariableSelection) -> [PlannedInput] {
    let unset = Set(selection.missing.map(\.name))
    return inputs.filter { input in
      input.kind == .placeholder ? placeholders[input.name] == nil : unset.contains(input.name)
    }
  }

  /// Refuses to run while something is missing and nobody can be asked.
  func refuseMissing(_ selection: VariableSelection, file: String) throws(CommandFailure) {
    let missing = missing(selection)
    guard let first = missing.first else { return }
    let list = missing.map { input in
      let place = "\(file):\(input.location.line):\(input.location.column)"
      return input.kind == .variable
        ? "\(place): \(input.name) is not set"
        : "\(place): nothing is given for the placeholder “\(input.name)”"
    }
    let what = missing.contains { $0.kind == .placeholder } ? "values" : "variables"
    let shown = ShellQuoting.shown(first.name)
    let more = first.kind == .variable ? "export \(first.name)=…, give" : "give"
    throw CommandFailure(
      .unavailable, "nothing was run: \(what) are missing\n" + list.joined(separator: "\n"),
      cure: "\(more) --set \(shown)=VALUE, or write it under inputs: in the answers file")
  }

  /// Asks for each of `missing`, with the lines that use it. What is left empty is declined: the
  /// blocks that need it are not run.
  mutating func ask(for missing: [PlannedInput], of document: Document, on terminal: Terminal) {
    if missing.isEmpty { return }
    terminal.line(terminal.styled("Before it runs, this checklist needs:", .bold))
    for input in missing {
      terminal.line()
      let line = document.text(document.contentRange(ofLine: input.location.line))
      let blocks = input.steps.count == 1 ? "one block" : "\(input.steps.count) blocks"
      terminal.line(
        "  \(VisibleText.line(input.name))"
          + terminal.styled("  line \(input.location.line), in \(blocks)", .dim))
      terminal.line(terminal.styled("    " + VisibleText.line(line), .dim))
      ask(for: input, on: terminal)
    }
    terminal.line()
  }

  private mutating func ask(for input: PlannedInput, on terminal: Terminal) {
    while true {
      let question = "  \(VisibleText.line(input.name)) (Enter to leave its blocks out) = "
      let isSecret = named.contains(input.name) || SecretName.isSecret(input.name)
      let line =
        isSecret
        ? HiddenInput.answer(to: question, on: terminal)
        : LineInput.answer(to: question, on: terminal)
      guard let value = line, !value.isEmpty else {
        if input.kind == .variable { declined.insert(input.name) }
        return
      }
      if input.kind == .placeholder, let fault = InputValue.fault(value, for: input) {
        terminal.line("  \(terminal.styled(VisibleText.line(fault), .yellow))")
        continue
      }
      _ = set(input.name, value)
      return
    }
  }
}
