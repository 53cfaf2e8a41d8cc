internal import GonogoCore
internal import GonogoPlanning
internal import GonogoSandbox
internal import GonogoShell

/// Asks bash whether it can parse pieces of shell; nothing is run.
///
/// Starting a bash for every piece is most of what a plan costs. So all of them are handed to one as
/// the bodies of functions in its environment: bash parses these at its start and takes nothing but
/// a function. As `{ … }` and as `{ ( … ) }`: a piece that closes the one cannot close the other.
/// What only a function cannot hold (an extended pattern, say) is asked about by itself.
struct ShellOracle {
  /// The kernel takes no more than 128 KiB in one variable.
  private static let longestPiece = 100_000
  /// What one bash is given, in bytes; the kernel takes 2 MiB at least where the stack is usual.
  private static let batchSize = 200_000

  /// What bash is started with; without a home and a shell it would look up who runs it.
  private static let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C", "HOME=/", "SHELL=/bin/bash"]

  /// The pieces that bash takes.
  let accepted: Set<String>
  /// The pieces that need no asking any more.
  private let asked: Set<String>

  /// An oracle that has asked about the commands of all `steps`.
  init(_ steps: [Step]) {
    var pieces: Set<String> = []
    for step in steps where step.language == .shell {
      let script = StepText(step).masked
      let statements = StatementSplitter.split(script)
      for statement in statements where !statement.isTrivial {
        pieces.insert(String(decoding: script[statement.range], as: UTF8.self))
      }
      // The block as a whole is asked about where one of its pieces is refused.
      if statements.contains(where: { !$0.isTrivial }), let first = statements.first,
        let last = statements.last
      {
        let whole = first.range.lowerBound..<last.range.upperBound
        pieces.insert(String(decoding: script[whole], as: UTF8.self))
      }
    }
    self.init(pieces: pieces)
  }

  /// An oracle that has asked about `pieces`.
  init(pieces: Set<String>) {
    var accepted: Set<String> = []
    var batch: [String] = []
    var size = 0
    for piece in pieces where piece.utf8.count <= Self.longestPiece && !piece.utf8.contains(0) {
      batch.append(piece)
      size += 2 * piece.utf8.count + 64
      if size > Self.batchSize {
        accepted.formUnion(Self.taken(of: batch))
        batch = []
        size = 0
      }
    }
    if !batch.isEmpty { accepted.formUnion(Self.taken(of: batch)) }
    self.accepted = accepted
    guard Sandbox.find("bash") != nil else {
      asked = []
      return
    }
    asked = pieces.filter { piece in
      piece.utf8.count <= Self.longestPiece && !Self.mayBeMisjudged(piece)
    }
  }

  /// True for what the body of a function may be refused for and a script is not: extended patterns,
  /// which are off by default, here-documents, whose end must not be cut off, comments alone, and a
  /// last line that goes on.
  private static func mayBeMisjudged(_ piece: String) -> Bool {
    guard !piece.utf8.contains(0) else { return true }
    let bytes = Array(piece.utf8)
    if bytes.first == 0x23 || bytes.last == 0x5C { return true }
    return zip(bytes, bytes.dropFirst()).contains { first, second in
      (second == 0x28 && "?*+@!".utf8.contains(first)) || (first == 0x3C && second == 0x3C)
    }
  }

  /// True when bash accepts the piece by itself, or cannot be asked.
  func parses(_ piece: String) -> Bool {
    if accepted.contains(piece) { return true }
    return asked.contains(piece) ? false : Self.accepts(piece)
  }

  /// Those of `pieces` that bash takes as the bodies of functions. Some errors end it (`$(` that is
  /// never closed): then each half is asked about by itself.
  private static func taken(of pieces: [String]) -> [String] {
    guard let bash = Sandbox.find("bash") else { return [] }
    var taken: [String] = []
    var waiting = [pieces[...]]
    while let batch = waiting.popLast() {
      guard let names = functions(of: batch, bash) else {
        let middle = batch.startIndex + batch.count / 2
        if batch.count > 1 { waiting += [batch[..<middle], batch[middle...]] }
        continue
      }
      taken += batch.enumerated().compactMap { index, piece in
        names.contains("b\(index)") && names.contains("p\(index)") ? piece : nil
      }
    }
    return taken
  }

  /// The functions that a bash has when it is handed two for each piece; nil when it did not start.
  private static func functions(of pieces: ArraySlice<String>, _ bash: String) -> Set<String>? {
    var environment = Self.environment
    for (index, piece) in pieces.enumerated() {
      environment.append("BASH_FUNC_b\(index)%%=() {\n\(piece)\n}")
      environment.append("BASH_FUNC_p\(index)%%=() {\n(\n\(piece)\n)\n}")
    }
    do throws(SandboxError) {
      let outcome = try Program.run(
        bash, ["--noprofile", "--norc", "-c", "declare -F"], environment: environment, timeout: 10)
      guard outcome.status == 0 else { return nil }
      return Set(
        String(decoding: outcome.stdout, as: UTF8.self).split(separator: "\n").compactMap {
          $0.split(separator: " ").last.map(String.init)
        })
    } catch {
      return nil
    }
  }

  /// True when `bash -n` accepts the piece, or there is no bash.
  private static func accepts(_ piece: String) -> Bool {
    guard let bash = Sandbox.find("bash") else { return true }
    do throws(SandboxError) {
      let outcome = try Program.run(
        bash, ["--noprofile", "--norc", "-O", "extglob", "-n"], input: Array(piece.utf8) + [0x0A],
        environment: environment, timeout: 10)
      // bash only warns of a here-document that the end of the text cuts off.
      return outcome.status == 0 && outcome.stderr.isEmpty
    } catch {
      return false
    }
  }
}
