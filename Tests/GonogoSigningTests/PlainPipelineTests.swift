import GonogoSigning
import Testing

@Suite struct PlainPipelineTests {
  private let workshop: Workshop
  init() throws { workshop = try Workshop() }

  private static let order = [("alice", "operator"), ("bob", "approver"), ("carol", "witness")]

  /// Signs with the first `count` people, runs the commands, gives how each line came out.
  private func run(
    _ count: Int, name: String = "d.signed.md", change: ([UInt8]) -> [UInt8] = { $0 }
  ) throws -> [String] {
    var document = Array("# Checks\r\n\n- [x] done  \n".utf8)
    for (person, role) in Self.order.prefix(count) {
      document = try workshop.sign(document, person, as: role)
    }
    try workshop.shell(
      "echo carol@example.org 'namespaces=\"gonogo-witness.v1\"' \"$(cat carol.pub)\" >> allowed_signers"
    )
    try workshop.write(change(document), name)
    let commands = PlainPipeline.commands(
      documentName: name,
      signers: Self.order.prefix(count).map { ($0.1, "\($0.0)@example.org") })
    return try commands.split(separator: "\n").map { try workshop.shell(String($0)).text }
  }

  @Test(arguments: [1, 2, 3])
  func acceptsWhatWeSign(_ count: Int) throws {
    let answers = try run(count)
    #expect(answers.count == count + 1)
    for (answer, (person, role)) in zip(answers.dropLast(), Self.order) {
      #expect(
        answer.hasPrefix("Good \"gonogo-\(role).v1\" signature for \(person)@example.org with"))
    }
    #expect(answers.last == "nothing appended\n")
  }

  @Test(arguments: [
    "a b.md", "it's $HOME.md", "-n.md", "-", "\\ \"`x`.md", "发布!.md", "a\tb*.md",
    "a\u{1B}]0;x\u{7}b.md", "a\u{202E}b.md", "a\nb.md", "it's\u{9B}1.md",
  ])
  func quotesNames(_ name: String) throws {
    let answers = try run(2, name: name)
    #expect(answers[0].hasPrefix("Good "))
    #expect(answers[1].hasPrefix("Good "))
    #expect(answers[2] == "nothing appended\n")
  }

  @Test func quotesPeople() {
    let commands = PlainPipeline.commands(documentName: "d", signers: [("operator", "o'neill$(x)")])
    #expect(commands.contains(#" -I 'o'\''neill$(x)' "#))
  }

  @Test(arguments: ["text\n", "\n", "x"])
  func findsWhatWasAppended(_ text: String) throws {
    let answers = try run(2) { $0 + Array(text.utf8) }
    #expect(answers.last == "")
  }

  @Test func findsWhatWasChanged() throws {
    let answers = try run(2) { $0.replacing("[x] done", "[x] gone") }
    #expect(answers[0].contains("incorrect signature"))
    #expect(answers[1].contains("incorrect signature"))
  }

  @Test func isEmptyWithoutSigners() {
    #expect(PlainPipeline.commands(documentName: "d", signers: []) == "")
  }
}
