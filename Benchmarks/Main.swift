internal import Glibc

/// Measures a release build of gonogo against what it cannot do without.
@main
enum Main {
  private static let usage = """
    usage: benchmarks GONOGO [--blocks N] [--rounds N] [--only start,blocks,output,redaction,size]

    GONOGO is a release build. Everything is measured in one go, the candidates of a group taking
    turns, so that the ratios mean something on other machines too.
    """

  static func main() {
    guard let options = BenchmarkOptions(CommandLine.arguments.dropFirst()) else {
      Report.complain(usage)
      exit(64)
    }
    do throws(BenchmarkFailure) {
      let workshop = try Workshop(gonogo: options.gonogo)
      defer { workshop.remove() }
      for group in BenchmarkGroup.allCases where options.groups.contains(group) {
        try group.run(in: workshop, options)
      }
    } catch {
      Report.complain("benchmarks: \(error.message)")
      exit(1)
    }
  }
}
