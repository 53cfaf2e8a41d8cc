import GonogoEvidence
import Testing

struct VocabularyTests {
  @Test(arguments: [
    ("avg_duration_seconds", "Average execution time"), ("db", "Databases"), ("max", "maximum"),
    ("conn", "connections"), ("logging", "logs"), ("deployments", "deploy"),
    ("accessible", "access"), ("prod", "production"), ("Repo", "repository"),
  ])
  func knowsWordsThatMeanTheSame(left: String, right: String) {
    #expect(!Meaning(left).words.isDisjoint(with: Meaning(right).words))
  }

  @Test(arguments: [
    ("staging", "production"), ("backup", "rollback"), ("read", "write"), ("max", "min"),
    ("average", "max"), ("runner", "router"), ("access", "success"), ("logs", "login"),
    ("test", "trace"), ("status", "stat"), ("process", "progress"),
  ])
  func keepsOtherWordsApart(left: String, right: String) {
    let first = Meaning(left).words
    let second = Meaning(right).words
    #expect(first.isDisjoint(with: second), "\(first) \(second)")
  }

  @Test(arguments: [
    ("Database connection", false), ("Database connection issues", true), ("No rollback", true),
    ("Can't access", true), ("Can’t access", true), ("Haven't read", true),
    ("No database problems", false), ("Never unavailable", false), ("Uncommitted changes", false),
    ("Database down", true), ("missing DSN", true), ("Nothing", true), ("notes", false),
    ("knots", false), ("", false),
  ])
  func hearsWhatASentenceDenies(text: String, isNegative: Bool) {
    #expect(Meaning(text).isNegative == isNegative)
  }

  @Test(arguments: ["", "the of and", "✅ ---", "checked and verified", "OK", "ready"])
  func hearsNothingInEmptyWords(text: String) {
    #expect(Meaning(text).words.isEmpty)
  }

  @Test func spellsAWordAsTheSentenceDoes() {
    let meaning = Meaning("Databases answering")
    #expect(meaning.spelled(meaning.words) == ["answering", "databases"])
  }

  @Test func addsTheWordsOfAnother() {
    let sum = Meaning("No cache").adding(Meaning("database"))
    #expect(sum.words == Meaning("cache database").words)
    #expect(sum.isNegative)
  }

  @Test func readsAVocabularyOfItsOwn() {
    let vocabulary = Vocabulary(
      parsing:
        "# note\nsame big large\nstop foo\nnegation nay\nadverse woe\nstatus fine\nodd x\nsame\n")
    #expect(Meaning("large", vocabulary).words == Meaning("big", vocabulary).words)
    #expect(Meaning("foo fine", vocabulary).words.isEmpty)
    #expect(Meaning("nay x", vocabulary).isNegative)
    #expect(!Meaning("nay woe x", vocabulary).isNegative)
  }
}
