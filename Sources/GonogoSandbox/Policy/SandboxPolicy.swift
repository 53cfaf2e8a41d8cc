package import GonogoCore

/// What commands may see, write and know; one for a whole run.
package struct SandboxPolicy: Sendable {
  /// How strictly it is enforced.
  package var level: SandboxLevel
  /// The folder commands start in and may write; absolute, links resolved.
  package var workingDirectory: String
  /// The operator's home, which is hidden; absolute, links resolved.
  package var home: String
  /// Folders shown besides the working directory.
  package var bindings: [FolderBinding] = []
  /// Files and folders that the operator lets commands read: shown before the working directory, so
  /// that what may be written stays so.
  package var shares: [FolderBinding] = []
  /// Sockets that the operator lets commands connect to.
  package var sockets: [SocketBinding] = []
  /// Whether every command that somebody approved may write to git, and not only those that are known
  /// to do it.
  package var opensGit = false
  /// Files that stay read-only even where their folder is writable: the checklist and what is read
  /// beside it.
  package var protectedFiles: [String] = []
  /// Folders that hold runs, hidden from commands; none before there is a run.
  package var hiddenFolders: [String] = []
  /// The folder that becomes `/tmp`, shared by the steps of a run; nil for a new one each step.
  package var temporaryFolder: String?
  /// Every environment variable of the commands, in order.
  package var environment: [EnvironmentVariable] = []
  /// How much they may use.
  package var limits = ResourceLimits()
  /// Who they run as; nil for who runs gonogo.
  package var user: ProcessUser?

  /// The folders of the host that commands may write.
  package var writableFolders: [String] {
    (level == .strict ? [] : [workingDirectory]) + bindings.filter { !$0.isReadOnly }.map(\.host)
  }

  /// A policy with the defaults above.
  package init(level: SandboxLevel, workingDirectory: String, home: String) {
    self.level = level
    self.workingDirectory = workingDirectory
    self.home = home
  }
}
