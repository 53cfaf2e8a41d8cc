internal import GonogoCore

/// Words quoted for a shell.
package enum ShellQuoting {
  /// `text` as one word between single quotes.
  package static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }

  /// `text` as it is when no shell would take it apart, else quoted,
  /// with everything in it to be seen.
  package static func shown(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:=@%+,".contains($0))
      }
    return isPlain ? text : EscapedWord.quoted(text) ?? quoted(text)
  }
}
