internal import GonogoCore

/// What a checklist says about itself between the `---` lines at its top.
package struct FrontMatterSettings: Sendable {
  /// Variables that its commands are to be given.
  package let variables: [String]
  /// Variables and placeholders whose values are secret.
  package let secrets: [String]
}

/// Reads the `gonogo:` part of a document's front matter; the rest belongs to other tools.
package enum FrontMatterReader {
  /// The settings in `text`, which begins at line `firstLine` of `file`.
  package static func read(
    _ text: String, file: String, firstLine: Int
  ) -> SettingsReading<FrontMatterSettings> {
    var yaml = YAMLFile(text, file: file, firstLine: firstLine)
    var variables: [String] = []
    var secrets: [String] = []
    let own = yaml.root?.members?.first { $0.key == "gonogo" }
    if let own {
      for member in SettingsShape.members(of: own.value, in: &yaml) {
        switch member.key {
        case "env": variables = SettingsShape.names(member, in: &yaml)
        case "secrets": secrets = SettingsShape.names(member, in: &yaml)
        default: SettingsShape.reportUnknown(member, known: ["env", "secrets"], in: &yaml)
        }
      }
    }
    return SettingsReading(
      value: FrontMatterSettings(variables: variables, secrets: secrets),
      diagnostics: yaml.diagnostics)
  }
}
