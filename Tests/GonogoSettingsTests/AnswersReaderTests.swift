import GonogoCore
import GonogoSettings
import Testing

struct AnswersReaderTests {
  @Test func readsAnswers() throws {
    let text = """
      version: 1
      operator: Ada Example
      notes: "all good"
      inputs:
        CLUSTER: blue
      sections:
        One:
          a: yes
          b: { answer: no, by: Bob, note: "not today" }
          c: { answer: not applicable, note: "no such table" }
          d: 12.5
          e: { value: "12", by: Bob }
          f: not yet

      """
    let reading = AnswersReader.read(text, file: "answers.yaml")
    #expect(shown(reading.diagnostics) == [])
    let answers = reading.value
    #expect(answers.operatorName == "Ada Example")
    #expect(answers.notes == "all good")
    #expect(answers.inputs == ["CLUSTER": "blue"])
    #expect(answers.entries.map(\.text) == ["a", "b", "c", "d", "e", "f"])
    #expect(answers.entries.map(\.answer) == [.yes, .no, .notApplicable, nil, nil, .notYet])
    #expect(answers.entries.map(\.by) == [nil, "Bob", nil, nil, "Bob", nil])
    #expect(answers.entries.map(\.note) == [nil, "not today", "no such table", nil, nil, nil])
    #expect(
      answers.entries.map(\.value) == ["yes", "no", "not applicable", "12.5", "12", "not yet"])
    #expect(answers.entries.first?.location == SourceLocation(line: 8, column: 5))
  }

  @Test(arguments: [
    ("oprator: x\n", "unknown-key 1:1"), ("version: 3\n", "settings-version 1:1"),
    ("inputs:\n  A: [1]\n", "input-missing 2:3"),
    ("sections:\n  S:\n    a: [yes]\n", "answer-missing 3:5"),
    ("sections:\n  S:\n    a: { by: Bob }\n", "answer-missing 3:5"),
    ("sections:\n  S:\n    a: { answer: yes, who: Bob }\n", "unknown-key 3:23"),
    ("sections:\n  S:\n    a: not applicable\n", "reason-missing 3:5"),
    ("sections:\n  S:\n    a: { answer: n/a }\n", "reason-missing 3:5"),
    ("sections:\n  S:\n    a: { answer: n/a, note: \" \" }\n", "reason-missing 3:5"),
    ("sections:\n  S:\n    a: { answer: yes, by: \"\" }\n", "answerer-missing 3:23"),
    ("sections:\n  S:\n    a: { answer: yes, by: \" \u{200B}\" }\n", "answerer-missing 3:23"),
    ("sections:\n  S:\n    a: { answer: yes, by: '-' }\n", "answerer-missing 3:23"),
    ("sections:\n  S:\n    a: { value: 12, by: [Bob] }\n", "answerer-missing 3:21"),
    ("sections: x\n", "settings-shape 1:11"), ("a: [\n", "yaml 2:1"),
  ])
  func saysWhatIsWrongAndWhere(text: String, expected: String) {
    let reading = AnswersReader.read(text, file: "a.yaml")
    #expect(shown(reading.diagnostics).first == expected)
    #expect(reading.diagnostics.allSatisfy { $0.severity == .error && $0.cure != nil })
  }

  @Test(arguments: [
    ("yes", Attestation.Answer.yes), ("Y", .yes), ("TRUE", .yes), ("no", .no), ("n", .no),
    ("false", .no), ("n/a", .notApplicable), ("not applicable", .notApplicable),
    ("not yet", .notYet),
    ("?", .notYet), ("later", .notYet),
  ])
  func knowsTheWordsPeopleAnswerWith(word: String, answer: Attestation.Answer) {
    #expect(AnswerWord.answer(word) == answer)
  }

  @Test(arguments: [
    "", " ", "maybe", "yess", "ye", "0", "1", "12", "nope", "yes and no", "✅", "pass",
  ])
  func takesNoOtherWordForAnAnswer(word: String) {
    #expect(AnswerWord.answer(word) == nil)
  }
}
