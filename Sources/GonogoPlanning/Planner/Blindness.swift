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
  /// The paths that variables hold.
  private var variables: [String: String] = [:]
  /// The hidden folder that the commands of this step are in.
  private var folder: String?
  private var step = -1
  /// True when the commands of this step have gone to another folder that can be seen.
  private var isElsewhere = false

  /// Reads which paths the commands of a plan name.
  init(view: SandboxView, plan: Plan) {
    self.view = view
    for command in plan.commands
    where plan.isRun(plan.steps[command.step]) && !command.lookedAt.onlyGlances {
      for path in command.lookedAt.paths where path.isPath(inside: Self.shared) {
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
    if command.step != step { (step, folder, isElsewhere) = (command.step, nil, false) }
    let looked = command.lookedAt
    defer { follow(looked) }
    // What only sets something finds nothing out anyway.
    if let empty = command.emptySuccess, !empty.hidesFailure, looked.sights.isEmpty { return nil }
    if let program = (command.tools + looked.sought).first(where: view.shadowed.contains) {
      return "does not find your own \(program), which lies where the sandbox hides it"
    }
    let changes = command.effect == .changes
    for sight in Sight.allCases where looked.sights.contains(sight) {
      if let shown = view.standIn(for: sight, of: command.tools, changes: changes) {
        return "\(sight == .home && changes ? "writes to" : "shows") \(shown)"
      }
    }
    if let folder, looked.entered == nil {
      return "works in \(folder), of which commands see only their own"
    }
    if let above = above(looked) {
      return "looks above its working directory, at \(above), which the sandbox hides"
    }
    let held = looked.variables.sorted().compactMap { variables[$0] }
    for path in looked.paths + held {
      if let reason = reason(for: path, of: command) { return reason }
    }
    return nil
  }

  /// Takes note of where a command goes, and of what it sets.
  private mutating func follow(_ looked: LookedAt) {
    for (name, path) in looked.assigned { variables[name] = path }
    guard let entered = looked.entered else { return }
    if entered.hasPrefix("/") || entered.hasPrefix("~") {
      folder = isMade(entered) ? nil : view.hidden(around: entered).map { _ in entered }
      isElsewhere = folder == nil
    } else if entered.hasPrefix(".."), !isElsewhere, let above = above(looked) {
      folder = above
    } else {
      isElsewhere = true
    }
  }

  /// The folder above the working directory that a command looks at, when the sandbox hides it.
  private func above(_ looked: LookedAt) -> String? {
    guard looked.climbs > 0, !isElsewhere, let work = view.work else { return nil }
    let parts = work.split(separator: "/").dropLast(looked.climbs)
    let above = parts.reduce("") { $0 + "/" + $1 }
    return above.isEmpty || view.hidden(around: above) == nil ? nil : above
  }

  private mutating func reason(for path: String, of command: PlannedCommand) -> String? {
    guard let folder = view.hidden(around: path) else {
      if command.lookedAt.descends, view.holdsHidden(path) {
        return "looks through \(path), where the sandbox hides your home and temporary folders"
      }
      return nil
    }
    if path == Self.madeFolder {
      // What `mktemp` makes is the command's own.
      made[path] = Self.everyStep
    }
    let isTarget = command.effect != .reads
    if isMade(path), !(isTarget && command.lookedAt.keeps) { return nil }
    guard isTarget else {
      return "looks at \(path), and commands see only their own \(folder)"
    }
    let lost = "leaves something in \(path), or looks there, and it is thrown away with the sandbox"
    let places = Self.places(around: view.absolute(path))
    guard let made = places.last else { return lost }
    self.made[made] = folder == Self.shared ? Self.everyStep : command.step
    // What a later command takes up again was only put there for it; what is kept has to stay.
    let isPassing = folder == Self.shared && places.contains { lastUse[$0] ?? 0 > command.id }
    return isPassing && !command.lookedAt.keeps ? nil : lost
  }

  private static let madeFolder = "/tmp/mktemp"
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
