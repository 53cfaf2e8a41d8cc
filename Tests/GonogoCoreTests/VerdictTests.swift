import GonogoCore
import Testing

struct VerdictTests {
  static let pairs = Verdict.allCases.flatMap { left in Verdict.allCases.map { (left, $0) } }

  /// The truth tables written out: skipped counts as unknown.
  private func value(_ verdict: Verdict) -> Int {
    switch verdict {
    case .fail: 0
    case .unknown, .skipped: 1
    case .pass: 2
    }
  }

  @Test(arguments: pairs)
  func joinsByTheLesserForAndTheGreaterForOr(left: Verdict, right: Verdict) {
    let and = left && right
    let or = left || right
    #expect(value(and) == min(value(left), value(right)))
    #expect(value(or) == max(value(left), value(right)))
    #expect(and != .skipped)
    #expect(or != .skipped)
    let other = right && left
    #expect(and == other)
  }

  @Test(arguments: pairs)
  func obeysDeMorgan(left: Verdict, right: Verdict) {
    let negated = !(left && right)
    let spread = !left || !right
    #expect(negated == spread)
  }

  @Test(arguments: [
    (Verdict.pass, Verdict.fail), (.fail, .pass), (.unknown, .unknown), (.skipped, .unknown),
  ])
  func negates(verdict: Verdict, expected: Verdict) {
    let negated = !verdict
    #expect(negated == expected)
  }

  @Test func looksNoFurtherOnceItIsDecided() {
    var looked = false
    func look() -> Verdict {
      looked = true
      return .pass
    }
    let and = Verdict.fail && look()
    let or = Verdict.pass || look()
    #expect(and == .fail)
    #expect(or == .pass)
    #expect(!looked)
  }

  @Test(
    arguments: [
      ([], Verdict.unknown), ([.pass], .pass), ([.pass, .pass], .pass), ([.skipped], .unknown),
      ([.pass, .skipped], .unknown), ([.unknown, .fail], .fail), ([.fail, .pass, .unknown], .fail),
    ] as [([Verdict], Verdict)])
  func joinsMany(verdicts: [Verdict], expected: Verdict) {
    #expect(Verdict.all(verdicts) == expected)
  }

  @Test func passesAnEmptyCheckOnlyWhereTheCallerSaysSo() {
    #expect(Verdict.all([], whenEmpty: .pass) == .pass)
    #expect(Verdict.all([.unknown], whenEmpty: .pass) == .unknown)
  }

  @Test(arguments: [
    (Verdict.pass, false), (.fail, false), (.unknown, true), (.skipped, true),
  ])
  func saysWhatIsOpen(verdict: Verdict, isOpen: Bool) {
    #expect(verdict.isOpen == isOpen)
  }
}
