internal import Glibc
internal import GonogoSandbox
internal import GonogoStore

/// The folder that the blocks of one run share as `/tmp`.
enum TemporaryFolder {
  /// Makes it in the run's folder, or, where commands run as somebody who may not enter that, in the
  /// machine's temporary folder. A run that is `resumed` finds again the one it had.
  static func make(
    in folder: RunFolder, for user: ProcessUser?, resumed: ResumedRun?
  ) throws(CommandFailure) -> String? {
    if let user {
      if let kept = resumed?.history.temporaryFolder, isOurs(kept, user) { return kept }
      return HostPath.resolved(try make(for: user))
    }
    let path = folder.path + "/tmp"
    if resumed != nil, let kept = HostPath.resolved(path) { return kept }
    guard unsafe mkdir(path, 0o700) == 0 else { throw failure(path) }
    return HostPath.resolved(path)
  }

  /// Makes one for a user, or for us, in the machine's temporary folder.
  static func make(for user: ProcessUser?) throws(CommandFailure) -> String {
    var template = Array("/tmp/gonogo-XXXXXX".utf8CString)
    let isMade = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
    }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard isMade else { throw failure(path) }
    if let user {
      guard unsafe chown(path, user.user, user.group) == 0 else { throw failure(path) }
    }
    return path
  }

  /// True for what `make` has made for a user and is still as it made it.
  private static func isOurs(_ path: String, _ user: ProcessUser) -> Bool {
    let name = path.dropFirst(HostPath.parent(of: path).count + 1)
    guard name.hasPrefix("gonogo-"), HostPath.parent(of: path) == HostPath.resolved("/tmp") else {
      return false
    }
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == user.user && status.st_gid == user.group
      && status.st_mode & 0o7777 == 0o700
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(
      .inputOutput, "the folder \(path) cannot be made", cure: "give another --output")
  }
}
