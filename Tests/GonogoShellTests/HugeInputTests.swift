import Glibc
import Testing

@testable import GonogoShell

/// Inputs made to break a parser: it must end, soon, with something sensible.
@Suite(.serialized) struct HugeInputTests {
  private func repeated(_ text: String, _ size: Int) -> [UInt8] {
    let unit = Array(text.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + unit.count)
    while bytes.count < size { bytes += unit }
    return bytes
  }

  static let units = [
    "(", "$(", "'", "\"", "\"'", "`", "<<A", "<<A ", "<<A\n", "{ ", "${", "$((", "((", "a=(", "[[ ",
    "if ", "case x in (", "f() ", "\\", "#", "$'", "@(", "a[", "!", "\n", ";", "&", "|", "${a[",
    "}",
    "coproc ", "x <<'A'\nA\n", "\"$(", "((1))", "$((1))", "echo $((1)) ", "# c\n", "\\`", "$A ",
    "A=1 ", "A=1;", "x|", "psql -c '", "\"`", "$(( $(", "cat <<A\n$(", "x\n", "A=(1) ", "${A:-x}",
    "psql -c 'select 1;'\n", "{a,b}", "ls -", "x <y ", "for i in a; do :; done\n", "$[", "<(",
  ]

  @Test(.timeLimit(.minutes(2)), arguments: ["(", "\"'", "<<A", "$("])
  func splitsTenMegabytesOfOneThing(_ unit: String) {
    let bytes = repeated(unit, 10_000_000)
    let statements = StatementSplitter.split(bytes)
    for statement in statements.suffix(3) { #expect(statement.range.upperBound <= bytes.count) }
  }

  @Test(.timeLimit(.minutes(2)), arguments: units)
  func timeGrowsNoFasterThanTheText(_ unit: String) {
    func duration(_ size: Int) -> Duration {
      let bytes = repeated(unit, size)
      let text = String(decoding: bytes, as: UTF8.self)
      let start = Self.processorTime()
      _ = StatementSplitter.split(bytes)
      _ = CommandReader(rules: .standard).read(text)
      return Self.processorTime() - start
    }
    // A quadratic algorithm would need 64 times as long; what else runs takes no time of this thread.
    let small = max(duration(30_000), .milliseconds(5))
    #expect(duration(240_000) < small * 25)
  }

  /// What this thread has worked so far.
  private static func processorTime() -> Duration {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  @Test func anOpenConstructTakesAllThatIsLeft() {
    let block = Array("echo a\nif true; then\necho b\n\necho c\n".utf8)
    let statements = StatementSplitter.split(block)
    #expect(statements.map(\.range) == [0..<6, 7..<block.count - 1])
  }

  @Test func anyPrefixOfATrickyBlockIsSplitWithoutLoss() {
    for (text, _) in TrickyBlocks.all {
      let bytes = Array(text.utf8)
      for end in bytes.indices {
        let statements = StatementSplitter.split(Array(bytes[..<end]))
        var last = 0
        for statement in statements {
          #expect(statement.range.lowerBound >= last && statement.range.upperBound <= end)
          last = statement.range.upperBound
        }
        _ = CommandReader(rules: .standard).read(String(decoding: bytes[..<end], as: UTF8.self))
      }
    }
  }
}
