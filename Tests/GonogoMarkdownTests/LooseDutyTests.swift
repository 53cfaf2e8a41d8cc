import GonogoCore
import Testing

/// What people owe before the work goes on, and no command shows.
struct LooseDutyTests {
  private func asked(_ sentence: String) -> [String] {
    read("# A\n\n## Before\n\n\(sentence)\n\n## Check\n\n- [ ] All is well\n").claims
      .filter(\.isLoose).map(\.text)
  }

  @Test(arguments: [
    "Take a backup first!", "The support team must be informed.",
    "Two engineers have to be present.",
    "Wait until Monday before you go on.", "Wait for the approval of the owner.",
    "QA signs off before the rollout.", "STOP: get the release note read first.",
    "HALT: call the manager.", "Der Kunde muss informiert sein.", "Avisar al equipo primero.",
  ])
  func asksWhetherItWasDone(sentence: String) { #expect(asked(sentence) == [sentence]) }

  @Test(arguments: [
    "Wait 30 minutes, then check again.", "Wait until the pods are running.",
    "Create the file first, then start.", "The tool has this option available.",
    "Stop the worker.", "This is read first.", "It approves of all.",
  ])
  func takesOtherSentencesForNone(sentence: String) { #expect(asked(sentence) == []) }
}
