internal import GonogoCore
internal import GonogoRedaction
internal import GonogoSandbox
internal import GonogoStore

extension VariableSelection {
  /// The digest of each value that commands are given, by name; without the secrets, which could be
  /// found out from theirs.
  var digests: JSONValue {
    let hidden = Set(secrets.map(\.name)).union(unhidden)
    return .object(
      environment.filter { !hidden.contains($0.name) }.sorted { $0.name < $1.name }.map {
        JSONMember($0.name, .string(Digest.sha256(Array($0.value.utf8))))
      })
  }
}
