import GonogoCore

/// Reads the single scalar that `jq PATH` prints, and names it by the path: `.summary.failed` is
/// `summary.failed`, as in the document itself.
struct JQRecognizer: Recognizer {
  let name = "jq"

  func captures(in output: CommandOutput) -> [Capture] {
    guard !output.isTruncated, let jq = output.speaker("jq"), output.lines.count == 1 else {
      return []
    }
    let line = output.lines[0].trimmed
    let path = Self.path(jq)
    guard !line.isEmpty, line.utf8.count <= 1000 else { return [] }
    if line == "true" || line == "false" { return [truth(path ?? "value", line == "true", line)] }
    let isRaw = jq.hasOption("r", "--raw-output") || jq.hasOption("j", "--join-output")
    if !isRaw, case .string(let content)? = try? JSONReader.read(Array(line.utf8), depthLimit: 1) {
      return content.isBlank ? [] : [text(path ?? "value", content)]
    }
    guard let path, line != "null" else { return [] }
    guard let number = QuantityReader.read(line), number.unit == .none else {
      return isRaw && !"{[".contains(line.first ?? "{") ? [text(path, line)] : []
    }
    let unit = NameUnit.unit(of: path.split(separator: ".").last ?? "")
    return [quantity(path, Quantity(number.value, unit ?? .none), line)]
  }

  /// The path when the program is one and nothing more; nil for a program that works something out.
  private static func path(_ jq: ShellCommand) -> String? {
    guard
      let program = jq.operands(valued: [
        "--arg", "--argjson", "--indent", "--slurpfile", "--rawfile", "-f", "--from-file",
      ]).first?.trimmed, let path = program.dropping(prefix: "."), !jq.hasOption("s", "--slurp"),
      path.utf8.count <= JSONRecognizer.pathLimit, let first = path.utf8.first,
      first.isLetter || first == UInt8(ascii: "_")
    else { return nil }
    let isPath = path.utf8.allSatisfy {
      $0.isLetter || $0.isDigit || "_.[]".utf8.contains($0)
    }
    return isPath && !path.contains("..") && !path.contains("[]") ? String(path) : nil
  }
}
