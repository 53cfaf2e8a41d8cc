internal import GonogoCore
internal import GonogoEvidence
internal import GonogoMarkdown
internal import GonogoPlanning
internal import GonogoSettings

/// Reads the same text as sidecar, answers, front matter and directive, and plans with it.
enum SettingsTarget {
  private static let checklist = MarkdownReader.read(
    Document(
      path: "a.md",
      bytes: Array("# A\n\n- [ ] one\n- [ ] two\n\nTime: ____ ms\n\n```bash\ntrue\n```\n".utf8)))

  static func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let sidecar = SidecarReader.read(text, file: "a.gonogo.yaml")
    var planner = Planner(checklist: checklist, sidecar: sidecar.value)
    _ = planner.plan()
    _ = AnswersReader.read(text, file: "a.answers.yaml")
    _ = FrontMatterReader.read(text, file: "a.md", firstLine: 2)
    _ = try? DirectiveParser.parse(text)
    let comment = Array("# A\n\n- [ ] one <!-- gonogo: ".utf8) + bytes + Array(" -->\n".utf8)
    var annotated = Planner(
      checklist: MarkdownReader.read(Document(path: "a.md", bytes: comment)))
    _ = annotated.plan()
  }
}
