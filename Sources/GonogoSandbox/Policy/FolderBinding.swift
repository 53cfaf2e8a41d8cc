/// A folder or file of the host shown inside the sandbox, as `--bind HOST:SANDBOX[:ro]` asks for.
package struct FolderBinding: Sendable, Hashable {
  /// The absolute path on the host, links resolved.
  package let host: String
  /// The absolute path inside.
  package let inside: String
  /// True when it cannot be written.
  package let isReadOnly: Bool

  /// A binding; see the properties.
  package init(host: String, inside: String, isReadOnly: Bool) {
    self.host = host
    self.inside = inside
    self.isReadOnly = isReadOnly
  }
}
