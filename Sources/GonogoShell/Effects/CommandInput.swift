/// What a command gets on standard input, as far as the text tells.
enum CommandInput: Sendable, Hashable {
  /// The terminal, or whatever the step has.
  case terminal
  /// Something that the text does not show: a pipe, a file.
  case hidden
  /// Exactly this text: a here-document or here-string without expansions.
  case text(String)

  init(_ command: SimpleCommand, _ facts: ShellFacts) {
    self = command.isPiped ? .hidden : .terminal
    for redirection in command.redirections {
      switch redirection.symbol {
      case "<<":
        guard let index = redirection.heredoc, facts.heredocs.indices.contains(index),
          facts.heredocs[index].isLiteral
        else {
          self = .hidden
          continue
        }
        self = .text(facts.heredocs[index].body)
      case "<<<": self = redirection.target.literal.map { .text($0) } ?? .hidden
      case "<", "<&", "<>": self = .hidden
      default: break
      }
    }
  }

  /// True for a text in which quoted characters would be an expansion if they were read again.
  var hidesExpansion: Bool {
    guard case .text(let text) = self else { return false }
    return ShellWord.hidesExpansion(text)
  }
}
