/// Tells awk programs that only print from those that may write files or run programs.
enum AwkProgram {
  /// Whether `program` holds nothing that reaches beyond standard output; false in doubt.
  static func onlyPrints(_ program: [UInt8]) -> Bool {
    if program.contains(0) || program.contains(ShellByte.at) { return false }
    let text = String(decoding: program, as: UTF8.self)
    for word in ["system", "getline", "close", "fflush", "ARGV", "ENVIRON", "PROCINFO"] {
      if text.contains(word) { return false }
    }
    if !program.contains(ShellByte.greater), !program.contains(ShellByte.pipe) { return true }
    // A slash may start a pattern that holds a quote or a semicolon; then strings and statements
    // cannot be told.
    if program.contains(0x2F) { return false }
    var hasPrinted = false
    var inString = false
    var index = 0
    while index < program.count {
      let byte = program[index]
      let next = index + 1 < program.count ? program[index + 1] : 0
      index += 1
      if byte == ShellByte.backslash {
        index += 1
      } else if byte == ShellByte.doubleQuote {
        inString.toggle()
      } else if inString {
        // What a string holds is only printed or compared.
        if byte == ShellByte.newline { return false }
      } else if byte == ShellByte.pipe {
        guard next == ShellByte.pipe else { return false }
        index += 1
      } else if byte == 0x70, program[(index - 1)...].starts(with: "print".utf8) {
        hasPrinted = true
      } else if byte == ShellByte.semicolon || byte == ShellByte.closeBrace {
        hasPrinted = false
      } else if byte == ShellByte.greater, hasPrinted {
        return false
      }
    }
    return !inString
  }
}
