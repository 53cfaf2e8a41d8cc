internal import GonogoCore

/// Words in parentheses behind "Target" that say how it is measured or meant, and not for which
/// case it holds: "(p95)", "(ms)", "(max)", "(per node)".
enum AsideWords {
  /// True when `aside` holds such words and numbers alone.
  static func areHarmless(_ aside: some StringProtocol) -> Bool {
    let words = WordSplit.lettersAndDigits(in: Substring(aside))
    return words.allSatisfy { word in
      word.contains(where: \.isNumber) && isFigure(word) || plain.contains(word)
        || Unit.named(word) != nil
    }
  }

  /// `p95`, `24h`, `95th`, `1000`.
  private static func isFigure(_ word: String) -> Bool {
    let letters = word.filter { !$0.isNumber }
    return letters.isEmpty || ["p", "th", "st", "nd", "rd", "x"].contains(letters)
      || Unit.named(letters) != nil
  }

  private static let plain: Set<String> = [
    "avg", "average", "mean", "median", "max", "maximum", "min", "minimum", "peak", "total", "sum",
    "count", "counts", "number", "rate", "percentile", "percent", "ratio", "per", "second",
    "minute", "hour", "day", "week", "month", "node", "pod", "host", "user", "core", "instance",
    "request", "requests", "req", "reqs", "query", "call", "rps", "qps", "tps", "rpm", "ops",
    "iops",
    "sec", "bytes", "unit", "units", "slo", "sla", "sli", "kpi", "goal", "target", "aim",
    "budget", "limit", "threshold", "required", "requirement", "must", "have", "should",
    "mandatory",
    "all", "any", "each", "every", "or", "and", "less", "more", "lower", "higher", "better", "is",
    "best", "upper", "bound", "worst", "case", "the", "of", "to", "in", "at", "least", "most",
    "than",
    "inclusive", "go", "pass", "passing", "ok", "okay", "value", "values", "exact",
    "exactly", "promedio", "media", "máx", "máximo", "mín", "mínimo", "por", "segundo", "minuto",
    "obligatorio", "durchschnitt", "mittel", "mittelwert", "pro", "sekunde", "erforderlich",
    "höchstens", "mindestens", "moyenne", "maximale", "maximal", "par", "seconde", "requis",
    "média",
    "毫秒", "秒", "最大", "最小", "平均", "必须", "必須", "目标", "目標", "每秒",
  ]
}
