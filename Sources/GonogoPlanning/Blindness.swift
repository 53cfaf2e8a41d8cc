internal import GonogoCore
internal import GonogoShell

/// Finds the commands that look at what the sandbox shows otherwise than it is, or leave something
/// where it is gone when the run ends: neither their success nor what they print tells anything of
/// the machine.
struct Blindness {
  let view: SandboxView
  /// For each path that a command makes where commands have a folder of their own: the step that does.
  private var made: [String: Int] = [:]
  /// The last command that is run and names each path of `/tmp`, or something below it.
  private var lastUse: [String: Int] = [:]
  /// The hidden folder that the commands of this step are in.
  private var folder: String?
  private var step = -1

  /// Reads which paths the commands of a plan name.
  init(view: SandboxView, plan: Plan) {
    self.view = view
    for command in plan.commands where plan.isRun(plan.steps[command.step]) {
      for path in command.lookedAt.paths where SandboxView.isInside(path, Self.shared) {
        for place in Self.places(around: path) { lastUse[place] = command.id }
      }
    }
  }

  /// The folder that all steps of a run share; every other one that commands have is a step's own.
  private static let shared = "/tmp"
  /// Deeper paths are not followed to their ends.
  private static let mostParts = 32

  /// A path and the folders around it, as far as they are below a top-level folder.
  private static func places(around path: String) -> [String] {
    var places: [String] = []
    var place = ""
    for part in path.split(separator: "/").prefix(mostParts) {
      place += "/" + part
      places.append(place)
    }
    return Array(places.dropFirst())
  }

  /// Why `command` tells nothing, or nil; to be asked of the commands that are run, in order.
  mutating func reason(for command: PlannedCommand) -> String? {
    if command.step != step { (step, folder) = (command.step, nil) }
    let looked = command.lookedAt
    defer {
      if let entered = looked.entered, entered.hasPrefix("/") || entered.hasPrefix("~") {
        folder = isMade(entered) ? nil : view.hidden(around: entered).map { _ in entered }
      }
    }
    // What only sets something finds nothing out anyway.
    if let empty = command.emptySuccess, !empty.hidesFailure, looked.sights.isEmpty { return nil }
    for sight in Sight.allCases where looked.sights.contains(sight) {
      if let shown = view.standIn(for: sight, of: command.tools) { return "shows \(shown)" }
    }
    if let folder, looked.entered == nil {
      return "works in \(folder), of which commands see only their own"
    }
    for path in looked.paths {
      if let reason = reason(for: path, of: command) { return reason }
    }
    return nil
  }

  private mutating func reason(for path: String, of command: PlannedCommand) -> String? {
    guard let folder = view.hidden(around: path) else {
      if command.lookedAt.descends, view.holdsHidden(path) {
        return "looks through \(path), where the sandbox hides your home and temporary folders"
      }
      return nil
    }
    if isMade(path) { return nil }
    if command.effect == .reads {
      return "looks at \(path), and commands see only their own \(folder)"
    }
    let places = Self.places(around: view.absolute(path))
    guard let made = places.last else { return nil }
    self.made[made] = folder == Self.shared ? Self.everyStep : command.step
    // What a later command takes up again was only put there for it.
    let isPassing = folder == Self.shared && places.contains { lastUse[$0] ?? 0 > command.id }
    return isPassing
      ? nil : "leaves something in \(path), which is thrown away with the sandbox"
  }

  private static let everyStep = -1

  /// True when a command made the path, or a folder around it, where this one sees it.
  private func isMade(_ path: String) -> Bool {
    Self.places(around: view.absolute(path)).contains { place in
      made[place].map { $0 == Self.everyStep || $0 == step } ?? false
    }
  }
}

extension Plan {
  /// The same plan with what its commands cannot tell, because they see the machine through `view`.
  package func seen(through view: SandboxView) -> Plan {
    var plan = self
    var blindness = Blindness(view: view, plan: self)
    for id in commands.indices {
      let isRun = isRun(steps[commands[id].step])
      plan.commands[id].blindness = isRun ? blindness.reason(for: commands[id]) : nil
    }
    return plan
  }
}
