/// Compiles the text of a `LinePattern`.
struct LinePatternParser {
  private typealias Fault = LinePattern.Fault
  private typealias Instruction = LinePattern.Instruction

  private static let largest = 2000
  private static let deepest = 50

  private let scalars: [UInt32]
  private var position = 0
  private var nesting = 0

  /// A parser of `text`.
  init(_ text: String) { scalars = text.unicodeScalars.map(\.value) }

  /// The whole program, ending with `.found`.
  mutating func program() throws(LinePattern.Fault) -> [LinePattern.Instruction] {
    let body = try alternatives()
    guard position == scalars.count else { throw Fault("closes a group that is not open") }
    return body + [.found]
  }

  private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    let index = position + distance
    return scalars.indices.contains(index) ? Unicode.Scalar(scalars[index]) : nil
  }

  private func limited(_ code: [Instruction]) throws(LinePattern.Fault) -> [Instruction] {
    guard code.count <= Self.largest else { throw Fault("is too large", cure: "repeat less") }
    return code
  }

  /// The same code `distance` instructions further on.
  private func moved(_ code: [Instruction], by distance: Int) -> [Instruction] {
    code.map {
      switch $0 {
      case .split(let one, let other): .split(one + distance, other + distance)
      case .jump(let target): .jump(target + distance)
      default: $0
      }
    }
  }

  private mutating func alternatives() throws(LinePattern.Fault) -> [Instruction] {
    var branches = [try sequence()]
    while peek() == "|" {
      position += 1
      branches.append(try sequence())
    }
    guard var code = branches.popLast() else { return [] }
    while let branch = branches.popLast() {
      let head: [Instruction] = [.split(1, branch.count + 2)] + moved(branch, by: 1)
      let tail = moved(code, by: head.count + 1)
      code = try limited(head + [.jump(head.count + 1 + tail.count)] + tail)
    }
    return code
  }

  private mutating func sequence() throws(LinePattern.Fault) -> [Instruction] {
    var code: [Instruction] = []
    while let next = peek(), next != "|", next != ")" {
      let atom = try atom()
      code = try limited(code + moved(try repeated(atom), by: code.count))
    }
    guard !code.isEmpty else { throw Fault("has an empty group or alternative") }
    return code
  }

  private mutating func repeated(_ atom: [Instruction]) throws(LinePattern.Fault) -> [Instruction] {
    let least: Int
    let most: Int?
    switch peek() {
    case "*": (least, most) = (0, nil)
    case "+": (least, most) = (1, nil)
    case "?": (least, most) = (0, 1)
    case "{": (least, most) = try bounds()
    default: return atom
    }
    position += 1
    if let next = peek(), "*+?{".unicodeScalars.contains(next) {
      throw Fault("repeats a repetition", cure: "lazy and possessive repetition is not known")
    }
    var code: [Instruction] = []
    for _ in 0..<least { code = try limited(code + moved(atom, by: code.count)) }
    if let most {
      for _ in least..<most {
        let after = code.count + 1 + atom.count
        code += [.split(code.count + 1, after)]
        code = try limited(code + moved(atom, by: code.count))
      }
    } else {
      let start = code.count
      code += [.split(start + 1, start + atom.count + 2)]
      code += moved(atom, by: start + 1) + [.jump(start)]
    }
    return try limited(code)
  }

  /// Reads `{m}`, `{m,}` or `{m,n}` up to its closing brace.
  private mutating func bounds() throws(LinePattern.Fault) -> (Int, Int?) {
    position += 1
    let malformed = Fault(
      "has a brace that is no repetition", cure: "write {2}, {2,} or {2,5}, or \\{ for a brace")
    guard let least = number() else { throw malformed }
    var most: Int? = least
    if peek() == "," {
      position += 1
      most = number()
    }
    guard peek() == "}", least <= most ?? least, least + (most ?? 0) > 0 else { throw malformed }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let next = peek(), ("0"..."9").contains(next), value ?? 0 <= Self.largest {
      value = (value ?? 0) * 10 + Int(next.value - 48)
      position += 1
    }
    return value
  }

  private mutating func atom() throws(LinePattern.Fault) -> [Instruction] {
    guard let next = peek() else { return [] }
    position += 1
    switch next {
    case ".": return [.character(.any)]
    case "^": return [.lineStart]
    case "$": return [.lineEnd]
    case "[": return [.character(try bracket())]
    case "(": return try group()
    case "*", "+", "?", "{": throw Fault("repeats nothing", cure: "write \\\(next) for the sign")
    case "\\": return [.character(try escape())]
    default: return [.character(.one(next.value))]
    }
  }

  private mutating func group() throws(LinePattern.Fault) -> [Instruction] {
    if peek() == "?" {
      guard peek(1) == ":" else {
        throw Fault("uses look-around, flags or names", cure: "write plain groups: ( )")
      }
      position += 2
    }
    guard nesting < Self.deepest else { throw Fault("nests too deeply") }
    nesting += 1
    let code = try alternatives()
    nesting -= 1
    guard peek() == ")" else { throw Fault("has a group that is never closed") }
    position += 1
    return code
  }

  private mutating func escape() throws(LinePattern.Fault) -> CharacterClass {
    guard let letter = peek() else { throw Fault("ends with a backslash") }
    position += 1
    if let known = CharacterClass.escaped(letter.value) { return known }
    let isWord = CharacterClass.escaped(119)?.contains(letter.value) ?? true
    guard !isWord else { throw Fault("uses \\\(letter), which is not known") }
    return .one(letter.value)
  }

  private mutating func bracket() throws(LinePattern.Fault) -> CharacterClass {
    var set = CharacterClass(ranges: [])
    if peek() == "^" {
      set.isNegated = true
      position += 1
    }
    var isFirst = true
    while let next = peek(), next != "]" || isFirst {
      isFirst = false
      position += 1
      if next == "[", peek() == ":" {
        set.ranges += try posixClass()
        continue
      }
      var low = next.value
      if next == "\\" {
        let escaped = try escape()
        guard !escaped.isNegated else { throw Fault("negates inside [ ]") }
        guard escaped.ranges.count == 1, let only = escaped.ranges.first, only.count == 1 else {
          set.ranges += escaped.ranges
          continue
        }
        low = only.lowerBound
      }
      guard peek() == "-", let high = peek(1), high != "]" else {
        set.ranges.append(low...low)
        continue
      }
      guard high != "\\", high != "[", low <= high.value else {
        throw Fault("has a range that runs backwards or ends in a class")
      }
      position += 2
      set.ranges.append(low...high.value)
    }
    guard peek() == "]" else { throw Fault("has a [ that is never closed") }
    position += 1
    return set
  }

  private mutating func posixClass() throws(LinePattern.Fault) -> [ClosedRange<UInt32>] {
    position += 1
    var name = ""
    while let next = peek(), next != ":", name.count < 16 {
      name.unicodeScalars.append(next)
      position += 1
    }
    guard peek() == ":", peek(1) == "]", let ranges = CharacterClass.posix(name) else {
      throw Fault("has an unknown class [:\(name):]")
    }
    position += 2
    return ranges
  }
}
