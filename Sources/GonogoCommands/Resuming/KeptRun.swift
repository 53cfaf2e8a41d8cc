internal import GonogoCore
internal import GonogoStore

/// A run as `gonogo runs` lists it.
struct KeptRun {
  /// How far it is.
  enum State: String {
    /// It came to its end, and its document is written.
    case completed
    /// It ended before its end; it can be resumed.
    case interrupted
    /// A gonogo is at it now.
    case running
    /// Its journal was changed or cannot be read.
    case damaged
  }

  let folder: RunFolder
  let state: State
  /// The checklist's path as it was given.
  let checklist: String
  /// When it began.
  let started: String
  /// The decision, when there is one.
  let decision: String?
  /// How often it was resumed.
  let resumptions: Int

  /// Looks at the run in `folder`.
  init(_ folder: RunFolder) {
    self.folder = folder
    let isRunning = RunCatalog.isRunning(folder)
    guard let records = try? Journal.read(folder.journal), let first = records.first else {
      state = isRunning ? .running : .damaged
      checklist = folder.name
      started = ""
      decision = nil
      resumptions = 0
      return
    }
    checklist = first.value["source"]?.stringValue ?? folder.name
    started = first.value["t"]?.stringValue ?? ""
    let isComplete = RunCatalog.isComplete(folder)
    state = isRunning ? .running : isComplete ? .completed : .interrupted
    let last = records.last { $0.value["ev"]?.stringValue == "decision" }
    decision = isComplete ? last?.value["decision"]?.stringValue : nil
    resumptions = records.count { $0.value["ev"]?.stringValue == "resumed" }
  }

  /// The run for machines.
  var json: JSONValue {
    [
      "run": .string(folder.id), "checklist": .string(checklist), "started": .string(started),
      "state": .string(state.rawValue), "decision": decision.map { .string($0) } ?? .null,
      "resumed": .integer(resumptions), "folder": .string(folder.path),
    ]
  }
}
