internal import Glibc
internal import GonogoRunner
internal import GonogoSandbox

/// Everything that commands print, secrets included, kept apart for whoever asked for it
/// (`--keep-raw`): in a folder of its own that nobody else can enter and no command sees.
final class RawCopy {
  /// The folder.
  let path: String
  /// What could not be written, and why.
  private var fault: String?

  /// Makes the folder `given`, or takes it when it is empty, ours and closed to others.
  ///
  /// - Throws: `CommandFailure` when it lies where commands or readers of the run would see it.
  init(_ given: String, policy: SandboxPolicy, output: String) throws(CommandFailure) {
    let absolute = given.hasPrefix("/") ? given : policy.workingDirectory + "/" + given
    let made = unsafe mkdir(absolute, 0o700) == 0
    guard let path = HostPath.resolved(absolute) else {
      throw CommandFailure(
        .inputOutput, "the folder \(given) cannot be made", cure: "give another --keep-raw")
    }
    self.path = path
    let shown = [policy.workingDirectory] + (policy.bindings + policy.shares).map(\.host) + [output]
    let isShown = shown.compactMap { HostPath.resolved($0) }.contains {
      HostPath.isInside(path, $0)
    }
    var state = stat()
    let isPrivate =
      unsafe lstat(path, &state) == 0 && state.st_uid == geteuid() && state.st_mode & 0o077 == 0
    guard !isShown, isPrivate else {
      if made { _ = unsafe rmdir(path) }
      throw CommandFailure(
        .usage,
        isShown
          ? "--keep-raw \(given) lies in a folder that commands see, or among the runs"
          : "--keep-raw \(given) can be entered by others",
        cure: "give a folder of your own outside of them, with mode 0700")
    }
  }

  /// Appends what a command printed to the file `name`, as it was printed. After a fault nothing
  /// more is written; see `requireWhole`.
  func append(_ bytes: ArraySlice<UInt8>, to name: String) {
    guard fault == nil, !bytes.isEmpty else { return }
    let file = unsafe open(
      path + "/" + name, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return fail(name) }
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        fail(name)
        break
      }
      rest = rest.dropFirst(count)
    }
    close(file)
  }

  /// Refuses to go on when not everything could be kept: who asked for all of it would not see that
  /// something is missing.
  func requireWhole() throws(RunFailure) {
    guard let fault else { return }
    throw RunFailure(.output, fault, cure: "make room in \(path), then gonogo resume")
  }

  private func fail(_ name: String) {
    fault = "\(path)/\(name) cannot be written: \(unsafe String(cString: strerror(errno)))"
  }
}
