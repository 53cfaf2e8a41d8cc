/// One simple command of a shell text: what is needed to know whose output one looks at.
struct ShellCommand {
  /// Its words, quotes taken off; assignments in front, `sudo`, `env` and `command` left out.
  var words: [String] = []
  /// True when it begins a pipeline that the keyword `time` measures.
  var isTimed = false
  /// True when what it prints goes into the next command.
  var isPipedOn = false
  /// True when its standard output goes to a file.
  var isRedirected = false
  /// True when it stands inside parentheses, braces or a compound command.
  var isNested = false

  /// The program's name without its folder; empty when the command is an assignment alone.
  var program: Substring {
    guard let first = words.first else { return "" }
    return first.split(separator: "/").last ?? ""
  }

  /// What follows the program.
  var arguments: ArraySlice<String> { words.dropFirst() }

  /// True when what it prints is what the shell prints.
  var printsToOutput: Bool { !isPipedOn && !isRedirected }

  /// The simple commands of `text`, in order. Command substitutions stay part of their word and the
  /// bodies of here-documents are passed over. Takes linear time; no text is refused: what is not
  /// understood gives words that no recognizer asks for.
  static func all(in text: String) -> [ShellCommand] {
    ShellCommandReader(text).commands()
  }
}
