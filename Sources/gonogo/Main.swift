import GonogoCommands

/// The command line tool: everything it does is in GonogoCommands.
@main
enum Main {
  static func main() {
    GonogoCommand.start()
  }
}
