import Foundation
import Testing

/// A run that was killed in the midst of a block, as a crash would end it.
enum BrokenRun {
  /// A section whose block waits until `go` is there, and says in `waiting` that it does.
  static let wait = """

    ## Wait

    ```bash
    # Look for go
    touch waiting
    until [ -e go ]; do sleep 0.1; done
    ```

    """

  /// Runs `file` in `folder` until its block waits, and kills it there; the next time it does not wait.
  static func make(_ file: String, _ arguments: [String] = [], in folder: Workplace) throws {
    try folder.bash("rm -f waiting go")
    let child = try Child(
      Product.path,
      ["run", file, "--non-interactive", "--operator", "Ada", "--approve", "Wait"] + arguments,
      in: folder.path, environment: Child.environment)
    let deadline = Date(timeIntervalSinceNow: 30)
    while !FileManager.default.fileExists(atPath: "\(folder.path)/waiting") {
      try #require(
        Date() < deadline && child.isRunning, "\(child.isRunning ? "" : child.wait().text)")
      usleep(20_000)
    }
    kill(child.identifier, SIGKILL)
    _ = child.wait()
    try folder.bash("touch go")
  }
}
