internal import ArgumentParser
internal import GonogoStore

/// Whose signatures count.
struct TrustOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who may sign as what, in OpenSSH's allowed_signers format; else git's "
        + "gpg.ssh.allowedSignersFile.", valueName: "file"))
  var allowedSigners: String?

  @Option(
    name: [.customLong("revoked"), .customLong("revoked-keys")],
    help: ArgumentHelp(
      "Keys that no longer count: public keys or an OpenSSH KRL; else git's "
        + "gpg.ssh.revocationFile.", valueName: "file"))
  var revoked: String?

  /// The files that these options, or git's settings, name.
  ///
  /// - Throws: `CommandFailure` when one of them cannot be read.
  func files() throws(CommandFailure) -> TrustFiles {
    try TrustFiles(
      allowedSigners: Self.file(allowedSigners, setting: "gpg.ssh.allowedSignersFile"),
      revoked: Self.file(revoked, setting: "gpg.ssh.revocationFile"))
  }

  private static func file(
    _ given: String?, setting: String
  ) throws(CommandFailure) -> TrustFiles.File? {
    let origin = given == nil ? setting : nil
    guard let path = given ?? GitSettings.path(setting) else { return nil }
    do throws(StoreError) { _ = try SourceFile.read(path) } catch {
      throw CommandFailure(
        .inputOutput, error.message + (origin.map { " (from git's \($0))" } ?? ""),
        cure: error.cure)
    }
    return TrustFiles.File(path: path, setting: origin)
  }
}
