internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner
internal import GonogoSandbox
internal import GonogoStore

/// Both output streams of one command on their way to evidence.
final class StreamPair {
  private let world: LiveWorld
  private let command: PlannedCommand
  private let index: Int
  private var stdout: OutputCollector
  private var stderr: OutputCollector

  /// The streams of the command at `index` of its step.
  init(of command: PlannedCommand, index: Int, in world: LiveWorld) {
    self.world = world
    self.command = command
    self.index = index
    stdout = OutputCollector(secrets: world.secrets, limit: world.outputLimit)
    stderr = OutputCollector(secrets: world.secrets, limit: world.outputLimit)
  }

  /// Takes in bytes of a stream and returns what may be shown of them.
  func take(_ stream: OutputStream, _ chunk: ArraySlice<UInt8>) -> [UInt8] {
    let file = "\(command.step + 1).\(index + 1)"
    switch stream {
    case .stdout:
      world.rawCopy?.append(chunk, to: file + ".out")
      return stdout.take(chunk)
    case .stderr:
      world.rawCopy?.append(chunk, to: file + ".err")
      return stderr.take(chunk)
    }
  }

  /// What is left at the end, to be shown.
  func finish() -> [UInt8] {
    let rest = stdout.finish() + stderr.finish()
    world.count(stdout.redactions, stderr.redactions)
    return rest
  }

  /// Keeps both as evidence.
  func keep() throws(RunFailure) -> (stdout: OutputRecord, stderr: OutputRecord) {
    try world.rawCopy?.requireWhole()
    return (
      try world.evidence.write(stdout.record(file: nil), of: command, index: index, .stdout),
      try world.evidence.write(stderr.record(file: nil), of: command, index: index, .stderr)
    )
  }
}
