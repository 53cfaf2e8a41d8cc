internal import GonogoCore

/// What the settings files have in common.
enum SettingsShape {
  /// The members of a mapping; reports anything else. An empty file or value has none.
  static func members(of node: YAMLNode?, in yaml: inout YAMLFile) -> [YAMLFile.Member] {
    guard let node else { return [] }
    if let members = node.members { return members }
    if node.text?.isEmpty ?? false { return [] }
    yaml.report(
      "settings-shape", "a mapping is needed here", cure: "write `key: value` lines",
      at: node.location)
    return []
  }

  /// Only version 1 is known.
  static func checkVersion(_ member: YAMLFile.Member, in yaml: inout YAMLFile) {
    guard member.value.text != "1" else { return }
    yaml.report(
      "settings-version", "version \(member.value.text ?? "?") is not known",
      cure: "write version: 1, or use a newer gonogo", at: member.location)
  }

  /// A list of variable names.
  static func names(_ member: YAMLFile.Member, in yaml: inout YAMLFile) -> [String] {
    var names: [String] = []
    for element in member.value.elements ?? [member.value] {
      if let name = element.text, VariableName.isValid(name) {
        names.append(name)
      } else {
        yaml.report(
          "variable-name", "`\(element.text ?? "this")` is no name of a variable",
          cure: "names consist of letters, digits and underscores",
          at: element.location)
      }
    }
    return names
  }

  /// An unknown key is an error: a misspelt one would silently do nothing.
  static func reportUnknown(
    _ member: YAMLFile.Member, known: [String], in yaml: inout YAMLFile
  ) {
    yaml.report(
      "unknown-key", "the key `\(member.key)` is not known here",
      cure: "known are \(known.joined(separator: ", "))", at: member.location)
  }
}
