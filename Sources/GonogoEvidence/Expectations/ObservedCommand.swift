package import GonogoCore

/// What one command did, as far as a statement can be compared with it.
package struct ObservedCommand: Sendable {
  /// How people name it.
  package let name: String
  /// Its text.
  package let text: String
  /// What became of it; nil when it was not reached.
  package let result: CommandResult?
  /// Why nothing follows from its success, or nil; to be put behind its name.
  package let emptySuccess: String?
  /// Why nothing it printed tells anything of the machine, or nil; to be put behind its name.
  package let blindness: String?

  /// A command and what became of it.
  package init(
    name: String, text: String, result: CommandResult?, emptySuccess: String? = nil,
    blindness: String? = nil
  ) {
    self.name = name
    self.text = text
    self.result = result
    self.emptySuccess = emptySuccess
    self.blindness = blindness
  }

  /// True when everything it printed was kept and it ended as expected: then what is not in its
  /// output was not printed.
  var isWhole: Bool {
    guard let result, result.verdict == .pass else { return false }
    return !result.stdout.isTruncated && !result.stderr.isTruncated
  }

  /// Why nothing can be said of it, or nil.
  var obstacle: String? {
    guard let result else { return "“\(name)” has not run" }
    if let blindness { return "“\(name)” \(blindness)" }
    switch result.verdict {
    case .skipped: return "“\(name)” did not run"
    case .fail: return "“\(name)” failed"
    case .unknown: return "it is not known how “\(name)” ended"
    case .pass: return isWhole ? nil : "not all of what “\(name)” printed was kept"
    }
  }

  /// What it printed, when it printed to one stream only; nil when to both.
  var output: String? {
    guard let result else { return nil }
    if result.stderr.text.isBlankText { return result.stdout.text }
    return result.stdout.text.isBlankText ? result.stderr.text : nil
  }

  /// True when one command in it printed all of its output.
  var isOneVoice: Bool { Speakers(ShellCommand.all(in: text)).whole != nil }

  /// True when it asks a server over HTTP.
  var asksServer: Bool {
    ShellCommand.all(in: text).contains { ["curl", "wget"].contains($0.unwrapped.program) }
  }

  /// True when what it asks a server for may be answered by another page.
  var followsRedirects: Bool {
    ShellCommand.all(in: text).contains { command in
      let request = command.unwrapped
      return request.program == "curl" && request.hasOption("L", "--location")
    }
  }

  /// True when it asks for some of what there is: by name, label or another condition.
  var selects: Bool {
    let output = CommandOutput(command: text, stdout: "", stderr: "", isTruncated: false)
    if let call = KubernetesCommand(output) {
      return call.operands.count != 1 || call.operands[0].contains("/")
        || call.command.hasOption("l", "--selector", "--field-selector", "--filename", "-f")
    }
    guard let speaker = output.speaker else { return true }
    if speaker.arguments.contains("compose") { return speaker.arguments.last != "ps" }
    return speaker.hasOption("f", "--filter", "--selector", "--last", "--latest")
  }

  /// True when a filter, a loop or an operator stands in its text: then its output is a part of
  /// what was asked for.
  var isFiltered: Bool { text.utf8.contains { $0 == UInt8(ascii: "|") } }

  /// True when what it prints may be its own words where the program before them failed:
  /// `./validate || echo valid`.
  var saysSoItself: Bool {
    guard let range = text.firstRange(of: "||") else { return false }
    return ShellCommand.all(in: String(text[range.upperBound...])).contains(where: Self.says)
  }

  /// True for `echo "valid"`, which prints that whatever is the case.
  var onlySays: Bool {
    let commands = ShellCommand.all(in: text)
    return commands.count == 1 && Self.says(commands[0]) && !text.contains("$")
  }

  /// True for a program that prints what it is told to.
  private static func says(_ command: ShellCommand) -> Bool {
    ["echo", "printf"].contains(command.program)
  }

  /// True when it was told to print nothing, or prints what does *not* fit: then its silence says
  /// nothing.
  var isSilenced: Bool {
    text.contains("/dev/null") || text.contains("&>")
      || text.split(whereSeparator: \.isWhitespace).contains { word in
        guard word.hasPrefix("-") else { return false }
        if word.hasPrefix("--") {
          return ["--quiet", "--silent", "--files-without-match"].contains(word)
        }
        return word.utf8.count <= 6 && word.contains { "qL".contains($0) }
      }
  }
}

extension String {
  /// True when it holds nothing but blanks and line ends.
  var isBlankText: Bool { utf8.allSatisfy { $0 <= 0x20 } }
}
