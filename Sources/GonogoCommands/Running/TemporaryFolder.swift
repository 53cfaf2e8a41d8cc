internal import Glibc
internal import GonogoSandbox
internal import GonogoStore

/// The folder that the blocks of one run share as `/tmp`.
enum TemporaryFolder {
  /// Makes it in the run's folder, or, where commands run as somebody who may not enter that, in the
  /// machine's temporary folder. A run that is resumed finds the one in its folder again.
  static func make(
    in folder: RunFolder, for user: ProcessUser?, isResumed: Bool
  ) throws(CommandFailure) -> String? {
    if let user { return HostPath.resolved(try make(for: user)) }
    let path = folder.path + "/tmp"
    if isResumed, let kept = HostPath.resolved(path) { return kept }
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

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(
      .inputOutput, "the folder \(path) cannot be made", cure: "give another --output")
  }
}
