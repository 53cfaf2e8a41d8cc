internal import GonogoRedaction
internal import GonogoSandbox

extension SecretFinder {
  /// Knows the paths of this machine.
  static let host = SecretFinder(exists: { HostPath.exists($0) })
}
