internal import GonogoCore

/// Who runs the checklist.
struct OperatorIdentity {
  /// The name that answers and sign-off carry.
  let name: String
  /// The name that signs, as allowed_signers knows it; without blanks.
  let principal: String?

  /// From `--operator` and `--principal`, else the answers file, else git's user, as the user's own
  /// settings name them.
  ///
  /// - Throws: `CommandFailure` when nobody is named.
  init(given: String?, prepared: String?, principal: String?) throws(CommandFailure) {
    guard
      let name = given ?? prepared ?? GitSettings.value("user.name")
        ?? GitSettings.value("user.email"),
      PersonName.names(name)
    else {
      throw CommandFailure(
        .usage, "nobody is named as the operator",
        cure: "write --operator NAME, or git config --global user.name NAME (a repository's own "
          + "setting does not count)")
    }
    self.name = name
    self.principal =
      principal ?? (name.contains(where: \.isWhitespace) ? GitSettings.value("user.email") : name)
  }
}
