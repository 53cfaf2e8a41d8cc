internal import GonogoCore

/// One finding of shellcheck, as its `json1` gives it.
struct ShellCheckComment {
  let line: Int
  /// In code points, from 1.
  let column: Int
  let code: Int
  let level: String
  let message: String

  /// True when it could not read on from here.
  var isSyntaxError: Bool { level == "error" && (1000..<2000).contains(code) }

  /// Quotes that may be missing (SC2046): worth a look in a script that will meet other names than
  /// its author's, not in commands that are read before they run.
  private static let minor = [2046]

  /// It never makes a checklist wrong: at worst it is worth a look.
  var severity: Diagnostic.Severity {
    let isMajor = (level == "error" || level == "warning") && !Self.minor.contains(code)
    return isMajor ? .warning : .note
  }

  /// The findings in an answer; nil when it is none.
  static func all(in answer: [UInt8]) -> [ShellCheckComment]? {
    guard let json = try? JSONReader.read(answer), let comments = json["comments"]?.arrayValue
    else {
      return nil
    }
    return comments.compactMap { comment in
      guard let line = comment["line"]?.integerValue, let code = comment["code"]?.integerValue
      else {
        return nil
      }
      return ShellCheckComment(
        line: line, column: comment["column"]?.integerValue ?? 1, code: code,
        level: comment["level"]?.stringValue ?? "", message: comment["message"]?.stringValue ?? "")
    }
  }
}
