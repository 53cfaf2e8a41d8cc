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
    directive(text)
    draft(text)
    let comment = Array("# A\n\n- [ ] one <!-- gonogo: ".utf8) + bytes + Array(" -->\n".utf8)
    var annotated = Planner(
      checklist: MarkdownReader.read(Document(path: "a.md", bytes: comment)))
    _ = annotated.plan()
  }

  /// A directive written out reads as itself.
  private static func directive(_ text: String) {
    let directive: Directive
    do throws(DirectiveError) { directive = try DirectiveParser.parse(text) } catch {
      precondition((0...text.utf8.count).contains(error.offset), "an error outside the text")
      return
    }
    let written = directive.description
    guard let again = try? DirectiveParser.parse(written) else {
      preconditionFailure("what it writes it cannot read: \(written)")
    }
    precondition(again.description == written, "it reads something else: \(written)")
  }

  /// What is written into a sidecar is read back as it was.
  private static func draft(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 3, lines.prefix(2).allSatisfy(SidecarDraft.canName) else { return }
    let entry = SidecarDraft.Entry(
      section: lines[0], text: lines[1], directive: lines[2], remark: text, isActive: true)
    let reading = SidecarReader.read(SidecarDraft([entry]).text(title: text), file: "a")
    precondition(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
    let read = reading.value.entries
    precondition(read.map(\.section) == [lines[0]] && read.map(\.text) == [lines[1]])
    precondition(read.map(\.directive) == [lines[2]], "\(read)")
  }
}
