/// The files that say whose signatures count.
struct TrustFiles {
  /// One of them.
  struct File {
    /// Where it is.
    let path: String
    /// The setting of git that named it; nil when the command line did.
    let setting: String?

    /// The path and where it comes from.
    var shown: String {
      VisibleText.line(path) + (setting.map { ", from git's \($0)" } ?? "")
    }
  }

  /// Who may sign as what, or nil.
  let allowedSigners: File?
  /// Keys that no longer count, or nil.
  let revoked: File?
}
