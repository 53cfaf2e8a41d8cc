package import GonogoCore

/// Reads `NAME.gonogo.yaml`.
package enum SidecarReader {
  /// The sidecar in `text`, called `file` in messages.
  package static func read(_ text: String, file: String) -> SettingsReading<Sidecar> {
    var yaml = YAMLFile(text, file: file)
    var variables: [String] = []
    var secrets: [String] = []
    var entries: [Sidecar.Entry] = []
    for member in SettingsShape.members(of: yaml.root, in: &yaml) {
      switch member.key {
      case "version": SettingsShape.checkVersion(member, in: &yaml)
      case "env": variables = SettingsShape.names(member, in: &yaml)
      case "secrets": secrets = SettingsShape.names(member, in: &yaml)
      case "sections":
        for section in SettingsShape.members(of: member.value, in: &yaml) {
          for entry in SettingsShape.members(of: section.value, in: &yaml) {
            guard let directive = entry.value.text else {
              yaml.report(
                "sidecar-shape", "“\(entry.key)” needs a directive",
                cure: "write record …, pass when …, fail when …, ask or skip", at: entry.location)
              continue
            }
            entries.append(
              Sidecar.Entry(
                section: section.key, sectionLocation: section.location, text: entry.key,
                textLocation: entry.location, directive: directive,
                directiveLocation: entry.value.textLocation))
          }
        }
      default:
        SettingsShape.reportUnknown(
          member, known: ["version", "env", "secrets", "sections"], in: &yaml)
      }
    }
    return SettingsReading(
      value: Sidecar(file: file, variables: variables, secrets: secrets, entries: entries),
      diagnostics: yaml.diagnostics)
  }
}
