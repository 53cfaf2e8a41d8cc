/// A settings file as a record names it.
package struct SettingsSource: Sendable, Equatable {
  /// Where it is, as people read it.
  package let path: String
  /// SHA-256 of its exact bytes.
  package let digest: String

  /// A file.
  package init(path: String, digest: String) {
    self.path = path
    self.digest = digest
  }
}
