internal import Glibc
package import GonogoCore

/// The blocks of a run that run in the background, looked after whenever something is waited for.
package final class Background {
  private var sessions: [BackgroundSession] = []

  /// None yet.
  package init() {}

  /// True when there is none left to look after.
  package var isEmpty: Bool { !sessions.contains(where: \.isAlive) }

  /// Adds one.
  package func add(_ session: BackgroundSession) { sessions.append(session) }

  /// What to wait on beside one's own.
  package var descriptors: [Int32] {
    sessions.filter(\.isAlive).flatMap { $0.process.descriptors }
  }

  /// Takes in what has come of each; never waits.
  package func tend() {
    for session in sessions { session.tend() }
  }

  /// The same for those who know nothing of shells.
  package var tending: Tending {
    Tending(descriptors: { [self] in descriptors }, tend: { [self] in tend() })
  }

  /// Their processes, which are ours and of which nobody else may take in the end.
  var processes: [pid_t] { sessions.filter(\.isAlive).map { $0.process.identifier } }

  /// Kills and reaps every child of ours but these and what they have started.
  package func endOthers() { ChildProcesses.endAll(except: processes) }

  /// Asks all of them to end, takes in what they still say, then kills what is left. What was under
  /// way comes to the report `interrupted`.
  package func end() {
    tend()
    for session in sessions { session.askToEnd(.interrupted) }
    while !isEmpty {
      _ = Waiting.ready(descriptors, until: Clock.now() + 50_000_000)
      tend()
    }
  }
}
