package import GonogoCore

/// Reads a configuration file.
package enum ConfigurationReader {
  private static let keys = ["version", "grants", "share", "env", "allowed_signers"]

  /// The configuration in `text`, called `file` in messages.
  package static func read(_ text: String, file: String) -> SettingsReading<Configuration> {
    var yaml = YAMLFile(text, file: file)
    var grants: [Configuration.Entry] = []
    var shares: [Configuration.Entry] = []
    var variables: [Configuration.Entry] = []
    var allowedSigners: Configuration.Entry?
    let members = SettingsShape.members(of: yaml.root, in: &yaml)
    for member in members {
      switch member.key {
      case "version": SettingsShape.checkVersion(member, in: &yaml)
      case "grants": grants = entries(member, in: &yaml)
      case "share": shares = entries(member, in: &yaml)
      case "env":
        variables = entries(member, in: &yaml).filter { entry in
          if VariableName.isValid(entry.text) { return true }
          // A value would be kept in plain text, and shown in messages about it.
          let name = entry.text.prefix { $0 != "=" }
          yaml.report(
            "variable-name", "`\(name)` is no name of a variable, or has a value with it",
            cure: "write its name alone; its value is taken from your environment",
            at: entry.location)
          return false
        }
      case "allowed_signers": allowedSigners = entry(member.value, in: &yaml)
      default: SettingsShape.reportUnknown(member, known: keys, in: &yaml)
      }
    }
    // What grants something says of which shape it is: a newer one may mean more by the same words.
    if yaml.diagnostics.isEmpty, !members.isEmpty, !members.contains(where: { $0.key == "version" })
    {
      yaml.report(
        "settings-version", "the version is not given", cure: "write version: 1 at the top",
        at: members[0].location)
    }
    let configuration = Configuration(
      file: file, grants: grants, shares: shares, variables: variables,
      allowedSigners: allowedSigners)
    return SettingsReading(value: configuration, diagnostics: yaml.diagnostics)
  }

  private static func entries(
    _ member: YAMLFile.Member, in yaml: inout YAMLFile
  ) -> [Configuration.Entry] {
    // `share:` with nothing behind it is an empty list.
    if member.value.text?.isEmpty == true { return [] }
    return (member.value.elements ?? [member.value]).compactMap { entry($0, in: &yaml) }
  }

  private static func entry(_ node: YAMLNode, in yaml: inout YAMLFile) -> Configuration.Entry? {
    guard let text = node.text, !text.isEmpty, !text.contains("\0") else {
      yaml.report(
        "settings-shape", "a name or a path is needed here", cure: "write it as plain text",
        at: node.location)
      return nil
    }
    return Configuration.Entry(text: text, location: node.textLocation)
  }
}
