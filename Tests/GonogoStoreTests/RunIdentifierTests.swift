import GonogoStore
import Testing

@Suite struct RunIdentifierTests {
  // The seconds were checked with date -u -d.
  @Test(arguments: [
    (1_795_450_385, "20261123T161305Z-7f3a9c"), (0, "19700101T000000Z-7f3a9c"),
    (951_782_399, "20000228T235959Z-7f3a9c"), (951_782_400, "20000229T000000Z-7f3a9c"),
    (4_107_542_399, "21000228T235959Z-7f3a9c"), (4_107_542_400, "21000301T000000Z-7f3a9c"),
    (253_402_300_799, "99991231T235959Z-7f3a9c"), (.max, "99991231T235959Z-7f3a9c"),
    (-1, "19700101T000000Z-7f3a9c"),
  ])
  func isTimeAndRandomDigits(_ time: Int, _ text: String) {
    let id = RunIdentifier.make(time: time, random: [0x7F, 0x3A, 0x9C])
    #expect(id == text)
    #expect(RunIdentifier.isValid(id))
  }

  @Test func keepsLeadingZeros() {
    #expect(RunIdentifier.make(time: 0, random: [0, 1, 0x0A]).hasSuffix("-00010a"))
  }

  @Test(arguments: [
    "", "latest", "..", "20261123T161305Z", "20261123T161305Z-", "20261123T161305Z-7F", "x/y",
    "20261123t161305Z-7f3a9c", "20261123T161305Z-7f3a9c/", "20261123T161305Z-../..",
  ])
  func knowsWhatIsNoIdentifier(_ text: String) { #expect(!RunIdentifier.isValid(text)) }
}
