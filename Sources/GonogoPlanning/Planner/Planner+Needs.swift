internal import GonogoCore
internal import GonogoShell

extension Planner {
  /// Collects the variables, programs and values that must be there before the run.
  mutating func collectNeeds() {
    var isSet: Set<String> = []
    var index: [String: Int] = [:]
    var knownTools: Set<String> = []
    var places: [String: Int] = [:]
    for planned in steps where planned.isRunnable {
      collectPlaceholders(planned, &places)
      guard planned.step.language == .shell else { continue }
      for id in planned.commands where commands[id].refusal == nil {
        let reading = readings[id]
        for use in reading.reads where !isSet.contains(use.name) {
          if !use.hasDefault, !commands[id].needs.contains(use.name) {
            commands[id].needs.append(use.name)
          }
          if let known = index[use.name] {
            guard !use.hasDefault, !variables[known].isRequired else { continue }
            variables[known] = VariableNeed(
              name: use.name, location: variables[known].location, isRequired: true)
          } else {
            index[use.name] = variables.count
            variables.append(
              VariableNeed(
                name: use.name, location: location(of: use, in: commands[id]),
                isRequired: !use.hasDefault))
          }
        }
        isSet.formUnion(reading.assigns)
        for tool in reading.tools where knownTools.insert(tool).inserted { tools.append(tool) }
      }
    }
    collectVariables()
  }

  /// A block that still lacks something is not run; what it sets is not set for those after it,
  /// but once it is given, it is.
  private mutating func collectPlaceholders(
    _ planned: PlannedStep, _ places: inout [String: Int]
  ) {
    let text = StepText(planned.step)
    guard !text.placeholders.isEmpty else { return }
    var line = planned.step.firstLine
    var counted = 0
    for placeholder in text.placeholders where placeholder.isCertain {
      let start = placeholder.range.lowerBound
      line += text.original[counted..<start].count { $0 == 0x0A }
      counted = start
      if let known = places[placeholder.name] {
        if inputs[known].steps.last != planned.step.id {
          inputs[known].steps.append(planned.step.id)
        }
        inputs[known].places.insert(placeholder.place)
        continue
      }
      places[placeholder.name] = inputs.count
      inputs.append(
        PlannedInput(
          name: placeholder.name, kind: .placeholder, location: SourceLocation(line: line),
          steps: [planned.step.id], places: [placeholder.place]))
    }
  }

  private mutating func collectVariables() {
    var users: [String: [Int]] = [:]
    for command in commands {
      for name in command.needs where users[name]?.last != command.step {
        users[name, default: []].append(command.step)
      }
    }
    for variable in variables where variable.isRequired {
      inputs.append(
        PlannedInput(
          name: variable.name, kind: .variable, location: variable.location,
          steps: users[variable.name] ?? []))
    }
    inputs.sort { $0.location.line < $1.location.line }
  }

  /// Where the document expands a variable first in a command.
  private func location(of use: VariableUse, in command: PlannedCommand) -> SourceLocation {
    let line = command.line + command.text.utf8.prefix(use.offset).count { $0 == 0x0A }
    let document = checklist.document
    guard line <= document.lines.count else { return SourceLocation(line: command.line) }
    let text = document.text(document.contentRange(ofLine: line))
    for spelling in ["$" + use.name, "${" + use.name, use.name] {
      if let range = text.firstRange(of: spelling) {
        return SourceLocation(
          line: line, column: text.distance(from: text.startIndex, to: range.lowerBound) + 1)
      }
    }
    return SourceLocation(line: line)
  }
}
