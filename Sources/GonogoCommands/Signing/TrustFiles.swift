/// The files that say whose signatures count.
struct TrustFiles {
  /// One of them.
  struct File {
    /// Where it is.
    let path: String
    /// What named it, "git's gpg.ssh.revocationFile"; nil when the command line did.
    let origin: String?

    /// The path and where it comes from.
    var shown: String {
      VisibleText.line(path) + (origin.map { ", from \(VisibleText.line($0))" } ?? "")
    }
  }

  /// Who may sign as what, or nil.
  let allowedSigners: File?
  /// Keys that no longer count, or nil.
  let revoked: File?
}
