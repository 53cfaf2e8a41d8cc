internal import GonogoCore

/// Findings as workflow commands, which GitHub shows beside the lines of a change.
enum LintGitHub {
  /// The command for one finding.
  static func line(_ diagnostic: Diagnostic) -> String {
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties = ["file=" + property(diagnostic.file)]
    if let place = diagnostic.location {
      properties += ["line=\(place.line)", "col=\(place.column)"]
    }
    properties.append("title=" + property(diagnostic.code))
    let text = diagnostic.message + (diagnostic.cure.map { "\ncure: \($0)" } ?? "")
    return "::\(command) \(properties.joined(separator: ","))::\(data(text))"
  }

  /// A message: its line ends would end the command.
  static func data(_ text: String) -> String {
    // Scalar by scalar: CR LF is one character to Swift.
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// A property: `:` and `,` would end it.
  static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
