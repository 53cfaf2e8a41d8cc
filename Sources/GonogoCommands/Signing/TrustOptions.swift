internal import ArgumentParser
internal import GonogoCore
internal import GonogoStore

/// Whose signatures count.
struct TrustOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who may sign as what, in OpenSSH's allowed_signers format; else what the configuration "
        + "names, or git's gpg.ssh.allowedSignersFile, not from a repository.",
      valueName: "file"))
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
  /// - Throws: `CommandFailure` when one of them cannot be read, or is not named for good.
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
    var signers = Self.given(allowedSigners) ?? configured
    if signers == nil { signers = try Self.git("gpg.ssh.allowedSignersFile") }
    var revoked = Self.given(revoked)
    if revoked == nil { revoked = try Self.git("gpg.ssh.revocationFile") }
    return try TrustFiles(
      allowedSigners: Self.readable(signers), revoked: Self.readable(revoked))
  }

  private static func given(_ path: String?) -> TrustFiles.File? {
    path.map { TrustFiles.File(path: $0, origin: nil) }
  }

  /// The file that git's settings name. A relative path would be another file in every folder.
  private static func git(_ setting: String) throws(CommandFailure) -> TrustFiles.File? {
    guard let path = GitSettings.path(setting) else { return nil }
    guard path.hasPrefix("/") else {
      throw CommandFailure(
        .usage, "git's \(setting) is \(path), which is another file in every folder",
        cure: "set it to an absolute path, or name the file on the command line")
    }
    return TrustFiles.File(path: path, origin: "git's \(setting)")
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
