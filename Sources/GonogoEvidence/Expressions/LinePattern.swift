/// A pattern of `matches`: an extended regular expression, looked for in each line of a text, as
/// `grep -E` does it, in time proportional to the text.
///
/// Known are: plain characters, `.`, `[…]` with ranges, `^` and POSIX classes, `\d \w \s` and
/// their opposites, `\` before punctuation, `^` and `$` (start and end of a line), `|`, groups,
/// `*`, `+`, `?`, `{m}`, `{m,}`, `{m,n}`. Letter case counts. Characters are Unicode scalars. Not
/// known, and refused, are back references, look-around, lazy repetition and inline flags: they
/// need backtracking, and a pattern in a document must not be able to stop a run.
struct LinePattern: Sendable {
  /// Why a text is no pattern.
  struct Fault: Error, Sendable, Hashable {
    /// What is wrong, to be read after "the pattern".
    let message: String
    /// What to do about it.
    let cure: String?

    /// A fault; see the properties.
    init(_ message: String, cure: String? = nil) {
      self.message = message
      self.cure = cure
    }
  }

  /// One instruction of the machine that `matches` runs.
  enum Instruction: Sendable, Hashable {
    /// Goes on when the character is in the class.
    case character(CharacterClass)
    /// Goes on at both places.
    case split(Int, Int)
    /// Goes on at that place.
    case jump(Int)
    /// Goes on at the start of a line.
    case lineStart
    /// Goes on at the end of a line.
    case lineEnd
    /// The line matches.
    case found
  }

  private let program: [Instruction]

  /// The pattern that `text` says.
  ///
  /// - Throws: what is wrong with it; also when it would match an empty line, because then it
  ///   says nothing about the text.
  init(_ text: String) throws(Fault) {
    var parser = LinePatternParser(text)
    program = try parser.program()
    var search = Search(program)
    if search.matches([]) {
      throw Fault("matches anything, even an empty line", cure: "say what must be there")
    }
  }

  /// Whether a line of `text` has a part that matches.
  func matches(_ text: String) -> Bool {
    var search = Search(program)
    var line: [UInt32] = []
    for scalar in text.unicodeScalars {
      guard scalar == "\n" else {
        line.append(scalar.value)
        continue
      }
      if search.matches(line) { return true }
      line.removeAll(keepingCapacity: true)
    }
    return !line.isEmpty && search.matches(line)
  }

  /// The machine: all states at once, one character at a time.
  private struct Search {
    let program: [Instruction]
    private var current: [Int] = []
    private var next: [Int] = []
    private var marks: [Int]
    private var generation = 0
    private var waiting: [Int] = []

    init(_ program: [Instruction]) {
      self.program = program
      marks = Array(repeating: -1, count: program.count)
    }

    mutating func matches(_ whole: [UInt32]) -> Bool {
      let line = whole.last == 13 ? whole.dropLast() : whole[...]
      current.removeAll(keepingCapacity: true)
      for position in 0...line.count {
        generation += 1
        let isEnd = position == line.count
        let arrived = current
        next.removeAll(keepingCapacity: true)
        for state in arrived + [0]
        where reach(state, isStart: position == 0, isEnd: isEnd) {
          return true
        }
        current.removeAll(keepingCapacity: true)
        guard !isEnd else { break }
        for state in next {
          if case .character(let set) = program[state], set.contains(line[position]) {
            current.append(state + 1)
          }
        }
      }
      return false
    }

    /// Follows everything that takes no character; true when the end is reached.
    private mutating func reach(_ state: Int, isStart: Bool, isEnd: Bool) -> Bool {
      waiting.append(state)
      while let state = waiting.popLast() {
        guard state < program.count, marks[state] != generation else { continue }
        marks[state] = generation
        switch program[state] {
        case .character: next.append(state)
        case .split(let one, let other): waiting += [other, one]
        case .jump(let target): waiting.append(target)
        case .lineStart: if isStart { waiting.append(state + 1) }
        case .lineEnd: if isEnd { waiting.append(state + 1) }
        case .found:
          waiting.removeAll(keepingCapacity: true)
          return true
        }
      }
      return false
    }
  }
}
