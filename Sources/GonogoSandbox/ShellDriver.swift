/// The bash that runs a step, and what it is told.
///
/// One bash a step restores the state of the step before, then runs one command at a time when it
/// is told to, reports how it ended, and writes its state out at the end. Everything it is told
/// stands in descriptors that commands cannot see, so nothing shows in the process list and no
/// output can pass for a report. It is one line, so that line numbers in bash's messages can be
/// the document's: each command is padded with line ends up to its own line.
enum ShellDriver {
  /// The descriptors of the driver inside the sandbox; high, so that a script's own do not collide.
  enum Channel {
    /// Reports, written by the driver.
    static let reports: Int32 = 250
    /// Orders, read by the driver.
    static let orders: Int32 = 251
    /// The state at the end, written by the driver.
    static let state: Int32 = 252
    /// State and commands at the start, NUL-terminated, read by the driver.
    static let program: Int32 = 253
  }

  /// The script given to `bash -c`.
  static let script = [
    "shopt -s expand_aliases;",
    "builtin mapfile -d '' -t -u 253 __gonogo; exec 253<&-; unset BASH_EXECUTION_STRING;",
    "__gonogo_o= __gonogo_x=() __gonogo_w=exit __gonogo_h=;",
    "__gonogo_b=(\"$BASHOPTS\" \"$SHELLOPTS\");",
    // Everything the next step needs, as commands that restore it. The options, which are many and
    // seldom changed, only when they differ from those of a new shell.
    "__gonogo_dump() { builtin trap - EXIT;",
    "builtin unset __gonogo __gonogo_i __gonogo_s __gonogo_x __gonogo_w __gonogo_lost;",
    "builtin unset __gonogo_b __gonogo_h __gonogo_t __gonogo_n;",
    "builtin unset -f __gonogo_dump __gonogo_exit;",
    "{ [[ $BASHOPTS == \"$1\" ]] || builtin shopt -p;",
    "builtin umask -p; builtin declare -p; builtin declare -f;",
    "builtin declare -xF; builtin alias -p; [[ $SHELLOPTS == \"$2\" ]] || builtin set +o;",
    "for ((__gonogo_n = ${#DIRSTACK[@]} - 1; __gonogo_n > 0; __gonogo_n--)); do",
    "builtin printf 'builtin pushd -n -- %q >/dev/null\\n' \"${DIRSTACK[__gonogo_n]}\"; done;",
    "builtin printf 'builtin cd -- %q || __gonogo_lost=%q\\n' \"$PWD\" \"$PWD\";",
    "} >&252 2>/dev/null; };",
    "__gonogo_exit() {",
    "builtin printf '%s ' \"$__gonogo_w\" \"${__gonogo_x[@]}\" ${__gonogo_h:+h$__gonogo_h} $'\\n' >&250;",
    "__gonogo_dump \"${__gonogo_b[@]}\"; };",
    "builtin eval \"${__gonogo[0]}\" 2>/dev/null;",
    // What a step must not hand on (A4 of the threat notes in SECURITY.md).
    "builtin unset \"${!LD_@}\" BASH_ENV ENV PS4 PROMPT_COMMAND 2>/dev/null; IFS=$' \\t\\n';",
    "builtin trap '{ __gonogo_x=(\"$?\" \"${PIPESTATUS[@]}\"); __gonogo_o=$-; __gonogo_w=exit;",
    "set +euxv; } 2>/dev/null; __gonogo_exit' EXIT;",
    "builtin printf 'ready %s\\n' \"${__gonogo_lost-}\" >&250;",
    "while builtin read -r -u 251 __gonogo_i; do __gonogo_x=() __gonogo_h=;",
    "builtin eval \"${__gonogo[__gonogo_i]}\" 250>&- 251<&- 252>&-; __gonogo_s=$?;",
    "if ((${#__gonogo_x[@]} == 0)); then __gonogo_x=(\"$__gonogo_s\"); fi;",
    "builtin printf '%s ' end \"${__gonogo_x[@]}\" ${__gonogo_h:+h$__gonogo_h} $'\\n' >&250;",
    "done; __gonogo_dump \"${__gonogo_b[@]}\"",
  ].joined(separator: " ")

  /// Set as DEBUG trap, it is run before every simple command, and sees how the pipeline before
  /// ended: keeps the status of a program that failed while it was not the last of its pipeline.
  private static let watch =
    "{ __gonogo_t=(\"${PIPESTATUS[@]}\"); if ((${#__gonogo_t[@]} > 1)); then "
    + "unset \"__gonogo_t[-1]\"; for __gonogo_n in \"${__gonogo_t[@]}\"; do "
    + "((__gonogo_n == 0 || __gonogo_n == 141)) || __gonogo_h=$__gonogo_n; done; fi; } 2>/dev/null"

  /// Beyond this line a command is not padded: the padding would cost more than it tells.
  private static let lastPaddedLine = 20_000

  /// What descriptor `Channel.program` holds: the state, then each command, NUL after each.
  static func program(state: ShellState, commands: [ShellCommand]) -> [UInt8] {
    var program = state.bytes + [0]
    for command in commands {
      if command.watchesPipelines { program += Array("builtin trap '\(watch)' DEBUG; ".utf8) }
      program += Array("builtin set -h\"${__gonogo_o//[^euxv]/}\"".utf8)
      let line = command.line <= lastPaddedLine ? command.line : 2
      program += [UInt8](repeating: 0x0A, count: max(1, line - 1))
      program += Array(command.text.utf8)
      program += Array("\n{ __gonogo_x=(\"$?\" \"${PIPESTATUS[@]}\"); __gonogo_o=$-; ".utf8)
      let unwatch = command.watchesPipelines ? "builtin trap - DEBUG; " : ""
      program += Array("set +euxv; \(unwatch)} 2>/dev/null".utf8)
      program.append(0)
    }
    return program
  }
}
