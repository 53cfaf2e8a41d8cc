import GonogoCore
import GonogoEvidence
import GonogoPlanning
import Testing

struct StrictTests {
  private static let text = """
    # 1. Database

    ```bash
    # Check the write speed
    time psql -c 'SELECT 1 AS avg_job_seconds'
    ```

    **Expected**: Write speed < 500 ms

    - Average job: ____ s
    - Written job: ____ s <!-- gonogo: record avg_job_seconds -->

    ## 2. Decision

    ### GO if all:
    - [ ] Database checked
    - [ ] Everybody agrees
    - [ ] Write speed passed <!-- gonogo: pass when passed("Check the write speed") -->

    **Date**: ____
    """

  @Test func asksWhatItWouldHaveInferred() throws {
    let plan = plan(Self.text)
    let strict = plan.strict()
    #expect(plan.basis("Write speed < 500 ms") == "limit < 500 ms")
    for rule in strict.claimRules {
      let isWritten = rule.writtenAt != nil
      #expect(rule.isPersonal != isWritten)
    }
    #expect(strict.basis("Write speed passed") == plan.basis("Write speed passed"))
    #expect(strict.claimRules[0].why.contains("reads as < 500 ms"))
    for (rule, before) in zip(strict.blankRules, plan.blankRules) {
      switch before.basis {
      case .label:
        guard case .person = rule.basis else {
          Issue.record("an inferred blank is not asked")
          continue
        }
        #expect(rule.predicted == before.predicted)
      case .directive, .field: #expect("\(rule.basis)" == "\(before.basis)")
      default: break
      }
    }
    #expect(strict.strict().claimRules.map(\.isPersonal) == strict.claimRules.map(\.isPersonal))
  }

  @Test func decidesNothingByInferenceButHintsAtIt() {
    for (seconds, word) in [(0.1, "holds"), (0.9, "does not hold")] {
      var assessor = Assessor(plan: plan(Self.text).strict())
      assessor.observe(0, [value("real", seconds, "s"), value("avg_job_seconds", 7, "s")])
      let result = assessor.judge(claim: 0)
      #expect(result.verdict == .unknown)
      #expect(result.source == .none)
      #expect(result.because.contains("by inference it \(word)"))
      let blank = assessor.fill(blank: 0).result
      #expect(blank.text == nil)
      #expect(blank.because.contains("by inference 7"))
      #expect(assessor.fill(blank: 1).result.text == "7.0")
      let criterion = assessor.judge(claim: 3)
      #expect(criterion.verdict == .pass)
      if case .explicit = criterion.source {} else { Issue.record("\(criterion.source)") }
    }
  }

  @Test func saysNothingOfWhatWasNotObserved() {
    let assessor = Assessor(plan: plan(Self.text).strict())
    #expect(assessor.judge(claim: 0).verdict == .unknown)
    #expect(!assessor.judge(claim: 0).because.contains("by inference it"))
    #expect(assessor.fill(blank: 0).result.text == nil)
  }
}
