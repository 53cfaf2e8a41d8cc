internal import Glibc
internal import GonogoSandbox
internal import GonogoStore

/// The folder that the blocks of one run share as `/tmp`.
enum TemporaryFolder {
  /// Makes it in the run's folder, or, where commands run as somebody who may not enter that, in the
  /// machine's temporary folder.
  static func make(
    in folder: RunFolder, for user: ProcessUser?
  ) throws(CommandFailure) -> String? {
    var path = folder.path + "/tmp"
    if let user {
      var template = Array("/tmp/gonogo-XXXXXX\0".utf8).map { CChar(bitPattern: $0) }
      guard unsafe mkdtemp(&template) != nil else { throw failure(path) }
      path = String(
        decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard unsafe chown(path, user.user, user.group) == 0 else { throw failure(path) }
    } else {
      guard unsafe mkdir(path, 0o700) == 0 else { throw failure(path) }
    }
    return HostPath.resolved(path)
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(
      .inputOutput, "the folder \(path) cannot be made", cure: "give another --output")
  }
}
