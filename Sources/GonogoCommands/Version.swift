/// The version of gonogo.
package enum Version {
  /// Semantic version, as `--version` prints it and records carry it.
  package static let current = "0.1.0"
}
