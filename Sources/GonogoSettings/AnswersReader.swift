package import GonogoCore

/// Reads an answers file.
package enum AnswersReader {
  /// The answers in `text`, called `file` in messages.
  package static func read(_ text: String, file: String) -> SettingsReading<PreparedAnswers> {
    var yaml = YAMLFile(text, file: file)
    var operatorName: String?
    var notes: String?
    var inputs: [String: String] = [:]
    var entries: [PreparedAnswers.Entry] = []
    for member in SettingsShape.members(of: yaml.root, in: &yaml) {
      switch member.key {
      case "version": SettingsShape.checkVersion(member, in: &yaml)
      case "operator": operatorName = member.value.text
      case "notes": notes = member.value.text
      case "inputs":
        for input in SettingsShape.members(of: member.value, in: &yaml) {
          if !input.key.isEmpty, let value = input.value.text {
            inputs[input.key] = value
          } else {
            yaml.report(
              "input-missing", "`\(input.key)` has no value",
              cure: "write NAME: value", at: input.location)
          }
        }
      case "sections":
        for section in SettingsShape.members(of: member.value, in: &yaml) {
          for answer in SettingsShape.members(of: section.value, in: &yaml) {
            if let entry = entry(answer, section: section.key, in: &yaml) { entries.append(entry) }
          }
        }
      default:
        SettingsShape.reportUnknown(
          member, known: ["version", "operator", "notes", "inputs", "sections"], in: &yaml)
      }
    }
    let answers = PreparedAnswers(
      file: file, operatorName: operatorName, notes: notes, inputs: inputs, entries: entries)
    return SettingsReading(value: answers, diagnostics: yaml.diagnostics)
  }

  private static func entry(
    _ member: YAMLFile.Member, section: String, in yaml: inout YAMLFile
  ) -> PreparedAnswers.Entry? {
    var text = member.value.text
    var by: String?
    var note: String?
    if member.value.members != nil {
      for detail in SettingsShape.members(of: member.value, in: &yaml) {
        switch detail.key {
        case "answer", "value": text = detail.value.text
        case "by":
          by = detail.value.text
          if !PersonName.names(by ?? "") {
            yaml.report(
              "answerer-missing", "“\(member.key)” is answered by nobody",
              cure: "write whose answer it is, or leave `by` out where it is the operator's",
              at: detail.location)
          }
        case "note": note = detail.value.text
        default:
          SettingsShape.reportUnknown(detail, known: ["answer", "value", "by", "note"], in: &yaml)
        }
      }
    }
    guard let text else {
      yaml.report(
        "answer-missing", "“\(member.key)” has no answer",
        cure: "write yes, no, not applicable or not yet; or a value for a blank",
        at: member.location)
      return nil
    }
    let answer = AnswerWord.answer(text)
    if answer == .notApplicable, !(note ?? "").contains(where: { !$0.isWhitespace }) {
      yaml.report(
        "reason-missing", "“\(member.key)” does not apply: why?",
        cure: "write { answer: not applicable, note: \"the reason\" }", at: member.location)
      return nil
    }
    return PreparedAnswers.Entry(
      section: section, text: member.key, location: member.location, answer: answer, value: text,
      by: by, note: note)
  }
}
