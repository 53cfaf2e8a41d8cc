import GonogoCore
import GonogoEvidence

/// Makes any tree that the parser can make.
enum RandomExpression {
  static let units: [Unit] =
    [.none, .percent, .second, .millisecond, .byte]
    + ["µs", "ns", "min", "h", "d", "kB", "MB", "GiB", "Ki"].compactMap { Unit.named($0) }
  static let words = [
    "a", "avg_ms", "not", "of", "db-size", "1. Check", "q\"uote", "b\\s", "ti`ck", "日本", "passed",
  ]

  static func make(depth: Int, using generator: inout SeededGenerator) -> Expression {
    let word = words.randomElement(using: &generator) ?? "a"
    func sub() -> Expression { make(depth: depth - 1, using: &generator) }
    switch Int.random(in: depth > 0 ? 0...20 : 0...8, using: &generator) {
    case 0, 1:
      let numbers: [Double] = [0, 1, 0.25, 1e-7, 123_456_789, 3e22, 1.1]
      let number = numbers.randomElement(using: &generator) ?? 0
      return .quantity(Quantity(number, units.randomElement(using: &generator) ?? .none), at: 0)
    case 2: return .text(word, at: 0)
    case 3: return .truth(Bool.random(using: &generator), at: 0)
    case 4: return .capture(path(word, using: &generator), at: 0)
    case 5: return .passed(word, at: 0)
    case 6: return Bool.random(using: &generator) ? .exit(word, at: 0) : .output(word, at: 0)
    case 7: return .sql(word, at: 0)
    case 8: return .baseline(word, at: 0)
    case 9, 10: return .negated(sub(), at: 0)
    case 11, 12:
      let sign = Expression.Arithmetic.allCases.randomElement(using: &generator) ?? .plus
      return .arithmetic(sub(), sign, sub(), at: 0)
    case 13: return .share(sub(), of: sub(), at: 0)
    case 14, 15:
      let sign = Expression.Comparison.allCases.randomElement(using: &generator) ?? .less
      return .comparison(sub(), sign, sub(), at: 0)
    case 16: return .within(sub(), tolerance: sub(), of: sub(), at: 0)
    case 17: return .contains(sub(), word, at: 0)
    case 18: return .not(sub(), at: 0)
    case 19: return .and(sub(), sub(), at: 0)
    default: return .or(sub(), sub(), at: 0)
    }
  }

  private static func path(
    _ first: String, using generator: inout SeededGenerator
  ) -> CapturePath {
    var segments: [CapturePath.Segment] = [.name(first)]
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      segments.append(
        Bool.random(using: &generator)
          ? .index(Int.random(in: 0...12, using: &generator))
          : .name(words.randomElement(using: &generator) ?? "a"))
    }
    return CapturePath(segments)
  }
}
