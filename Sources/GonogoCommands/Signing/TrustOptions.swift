internal import ArgumentParser
internal import GonogoCore
internal import GonogoStore

/// Whose signatures count.
struct TrustOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who may sign as what, in OpenSSH's allowed_signers format; else what the configuration "
        + "names, or git's gpg.ssh.allowedSignersFile.", valueName: "file"))
  var allowedSigners: String?

  @Option(
    name: [.customLong("revoked"), .customLong("revoked-keys")],
    help: ArgumentHelp(
      "Keys that no longer count: public keys or an OpenSSH KRL; else git's "
        + "gpg.ssh.revocationFile.", valueName: "file"))
  var revoked: String?

  @OptionGroup var configuration: ConfigurationOptions

  /// The files that these options, the configuration or git's settings name, for `document`.
  ///
  /// - Throws: `CommandFailure` when one of them cannot be read.
  func files(for document: String) throws(CommandFailure) -> TrustFiles {
    // Where the command line says it, nothing else has to be in order.
    let file =
      allowedSigners == nil
      ? try ConfigurationFile.load(configuration, document: document) : nil
    let configured: TrustFiles.File? = file.flatMap { file in
      file.value.allowedSigners.map {
        TrustFiles.File(
          path: file.path($0), origin: "the configuration \(file.place(of: $0))")
      }
    }
    return try TrustFiles(
      allowedSigners: Self.readable(
        Self.given(allowedSigners) ?? configured ?? Self.git("gpg.ssh.allowedSignersFile")),
      revoked: Self.readable(Self.given(revoked) ?? Self.git("gpg.ssh.revocationFile")))
  }

  private static func given(_ path: String?) -> TrustFiles.File? {
    path.map { TrustFiles.File(path: $0, origin: nil) }
  }

  private static func git(_ setting: String) -> TrustFiles.File? {
    GitSettings.path(setting).map { TrustFiles.File(path: $0, origin: "git's \(setting)") }
  }

  private static func readable(_ file: TrustFiles.File?) throws(CommandFailure) -> TrustFiles.File?
  {
    guard let file else { return nil }
    do throws(StoreError) { _ = try SourceFile.read(file.path) } catch {
      throw CommandFailure(
        .inputOutput, error.message + (file.origin.map { " (from \($0))" } ?? ""),
        cure: error.cure)
    }
    return file
  }
}
