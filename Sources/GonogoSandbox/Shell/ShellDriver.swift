/// The bash that runs a step, and what it is told.
///
/// One bash a step restores the state of the step before, then runs one command at a time when it
/// is told to, reports how it ended, and writes its state out at the end. Everything it is told
/// stands in descriptors, so nothing shows in the process list and no output can pass for a report.
/// It is one line, so that line numbers in bash's messages can be the document's: each command is
/// padded with line ends up to its own line.
///
/// What programs that a command starts cannot do is to report in its place: the descriptor is closed
/// when a program is executed; it is a socket, which nobody can open through `/proc`; and a report
/// must carry the number of its order, drawn at random and told to bash alone. After each report bash
/// must answer once more, with a second number that is sent only then: a report that was written
/// while the command was still running, or twice, is seen by that. A loop control command outside any
/// loop ends the driver's own loop, which is reported as such; after `set -n`, when bash executes
/// nothing any more, it still reads the script to its end, which is made to be an error.
///
/// What the text of a command does inside that bash cannot be told from what the driver does: it may
/// redefine builtins, set traps, or read the driver's variables, just as it may say `exit 0`. Thus a
/// block vouches only for itself and for the blocks after it, and a document for its blocks.
enum ShellDriver {
  /// The descriptors of the driver inside the sandbox; high, so that a script's own do not collide.
  enum Channel {
    /// One end of the socket on which orders come and reports go; bash moves it to `own`.
    static let socket: Int32 = 250
    /// Where bash keeps that end, closed on execution.
    static let own: Int32 = 251
    /// State and commands at the start, NUL-terminated, read by the driver.
    static let program: Int32 = 253
  }

  /// The status of a driver that could not go on; no report of it can be trusted to have come.
  static let brokenStatus: Int32 = 121

  /// The script given to `bash -c`.
  static let script =
    [
      // Bash marks the copies it keeps of redirected descriptors as closed on execution, from 10 on;
      // a copy of a copy is, too. There is no other way to have one.
      "builtin eval 'exec 251>&10' 250>&-; exec 250>&-; shopt -s expand_aliases;",
      "builtin mapfile -d '' -t -u 253 __gonogo; exec 253<&-; unset BASH_EXECUTION_STRING;",
      "__gonogo_o= __gonogo_x=() __gonogo_h= __gonogo_e= __gonogo_p= __gonogo_q= __gonogo_i=();",
      "__gonogo_b=(\"$BASHOPTS\" \"$SHELLOPTS\");",
      // Everything the next step needs, as commands that restore it. The options, which are many
      // and seldom changed, only when they differ from those of a new shell.
      "__gonogo_dump() { builtin trap - EXIT;",
      "builtin unset __gonogo __gonogo_i __gonogo_s __gonogo_x __gonogo_q __gonogo_lost;",
      "builtin unset __gonogo_b __gonogo_h __gonogo_e __gonogo_p __gonogo_t __gonogo_n;",
      "builtin unset __gonogo_c __gonogo_r __gonogo_w;",
      "builtin unset -f __gonogo_dump __gonogo_exit __gonogo_part;",
      "{ builtin printf 'state %s\\n' \"$3\"; [[ $BASHOPTS == \"$1\" ]] || builtin shopt -p;",
      "builtin umask -p; builtin declare -p; builtin declare -f;",
      "builtin declare -xF; [[ $SHELLOPTS == \"$2\" ]] || builtin set +o;",
      "for ((__gonogo_n = ${#DIRSTACK[@]} - 1; __gonogo_n > 0; __gonogo_n--)); do",
      "builtin printf 'builtin pushd -n -- %q >/dev/null\\n' \"${DIRSTACK[__gonogo_n]}\"; done;",
      "builtin printf 'builtin cd -- %q || __gonogo_lost=%q\\n' \"$PWD\" \"$PWD\";",
      "[[ -z $OLDPWD ]] || builtin printf 'OLDPWD=%q\\n' \"$OLDPWD\";",
      // Last, because from here on an alias may stand for any word.
      "builtin alias -p; builtin printf '# %s\\n' \"$3\"; } >&251 2>/dev/null; };",
      "__gonogo_exit() { builtin printf ' %s' exit \"${__gonogo_i#* }\" \"${__gonogo_x[@]}\"",
      "${__gonogo_h:+\"h$__gonogo_h\"} ${__gonogo_e:+\"e$__gonogo_e\"} ${__gonogo_p:+p} $'\\n' >&251;",
      "__gonogo_dump \"${__gonogo_b[@]}\" \"${__gonogo_i#* }\"; };",
      // A part that failed: the shell itself keeps its status, a copy of it (a subshell, a
      // substitution) can only tell, once.
      "__gonogo_part() { if [[ $BASHPID == \"$$\" ]]; then __gonogo_e=$1;",
      "elif [[ ! $__gonogo_r ]]; then __gonogo_r=1;",
      "builtin printf 'part %s s%s:%s\\n' \"${__gonogo_i#* }\" \"$1\" \"${2%%[!a-z[]*}\" >&251;",
      "fi; builtin return 0; } 2>/dev/null;",
      "builtin eval \"${__gonogo[0]}\" 2>/dev/null;",
      // What a step must not hand on (A4 of the threat notes in SECURITY.md).
      "builtin unset \"${!LD_@}\" BASH_ENV ENV PROMPT_COMMAND 2>/dev/null;",
      "builtin declare PS4='+ ' IFS=$' \\t\\n' 2>/dev/null;",
      "builtin trap '{ __gonogo_x=(\"$?\" \"${PIPESTATUS[@]}\"); builtin trap - DEBUG ERR;",
      "__gonogo_o=$-; [[ -o pipefail ]] && __gonogo_p=p; builtin set +euxvET; } 2>/dev/null;",
      "__gonogo_exit' EXIT;",
      "builtin printf 'ready - %s\\n' \"${__gonogo_lost-}\" >&251;",
      // `until`, because under `set -n` every condition is true. An array, because no option can
      // put that into the environment.
      "until [[ $__gonogo_q ]] || { __gonogo_i=(); builtin mapfile -t -n 1 -u 251 __gonogo_i;",
      "[[ $__gonogo_i != [1-9]* && $__gonogo_i != ok\\ * && $__gonogo_i != keep\\ * ]]; }; do",
      "if [[ $__gonogo_i == ok\\ * ]]; then",
      "builtin printf 'idle %s\\n' \"${__gonogo_i#* }\" >&251;",
      // A copy of the shell tells the state, since telling it takes the driver apart.
      "elif [[ $__gonogo_i == keep\\ * ]]; then",
      "( __gonogo_dump \"${__gonogo_b[@]}\" \"${__gonogo_i#* }\" );",
      "else __gonogo_q=1 __gonogo_x=() __gonogo_h= __gonogo_e= __gonogo_p=;",
      "builtin eval \"${__gonogo[${__gonogo_i%% *}]}\"; __gonogo_s=$?;",
      "if ((${#__gonogo_x[@]} == 0)); then __gonogo_x=(\"$__gonogo_s\"); fi;",
      "builtin printf ' %s' end \"${__gonogo_i#* }\" \"${__gonogo_x[@]}\"",
      "${__gonogo_h:+\"h$__gonogo_h\"} ${__gonogo_e:+\"e$__gonogo_e\"} ${__gonogo_p:+p} $'\\n' >&251;",
      "__gonogo_q=; fi; done;",
      "if [[ $__gonogo_q ]]; then builtin printf 'left %s\\n' \"${__gonogo_i#* }\" >&251;",
      "elif [[ $__gonogo_i == bye\\ * ]]; then",
      "__gonogo_dump \"${__gonogo_b[@]}\" \"${__gonogo_i#* }\"; builtin exit 0; fi;",
      "builtin trap - EXIT; builtin exit \(brokenStatus)",
    ].joined(separator: " ") + "\n) bash executes nothing more of this block (set -n)"

  /// Set as DEBUG trap, it is run before every simple command, and sees how the one before ended:
  /// keeps the status of a program that failed while it was not the last of its pipeline.
  private static let watchPrograms =
    "if ((${#__gonogo_t[@]} > 2)); then unset \"__gonogo_t[-1]\" \"__gonogo_t[0]\"; "
    + "for __gonogo_n in \"${__gonogo_t[@]}\"; do "
    + "((__gonogo_n == 0 || __gonogo_n == 141)) || __gonogo_h=$__gonogo_n; done; fi;"
  /// Where nothing is decided by a status, every status that is not 0 is a failure.
  private static let watchStatus =
    "((__gonogo_t[0] == 0 || __gonogo_t[0] == 141)) || "
    + "__gonogo_part \"${__gonogo_t[0]}\" \"$__gonogo_c\"; __gonogo_c=$BASH_COMMAND;"

  /// The traps that watch the parts of a command, in subshells, substitutions and functions too; ERR
  /// is the shell's own notion of a failure that nobody asked for. What a function decides by a
  /// status is its own matter, so there only ERR counts.
  private static func watching(_ watch: ShellCommand.Watch) -> String {
    let status: String
    switch watch {
    case .none: return ""
    case .failures: status = ""
    case .everything: status = watchStatus
    }
    return "__gonogo_w=${-//[!ET]/} __gonogo_c= __gonogo_r=; "
      + "\\builtin trap '{ __gonogo_part \"$?\" \"$BASH_COMMAND\"; } 2>/dev/null' ERR; "
      + "\\builtin trap '{ __gonogo_t=(\"$?\" \"${PIPESTATUS[@]}\"); "
      + "if ((${#FUNCNAME[@]} == 0)); then \(status) \(watchPrograms) fi; } 2>/dev/null' DEBUG; "
      + "\\builtin set -ET; "
  }

  /// Beyond this line a command is not padded: the padding would cost more than it tells.
  private static let lastPaddedLine = 20_000

  /// What descriptor `Channel.program` holds: the state, then each command, NUL after each.
  static func program(state: ShellState, commands: [ShellCommand]) -> [UInt8] {
    var program = state.bytes + [0]
    for command in commands {
      // The backslash keeps an alias that an earlier command made from being read here.
      program += Array("\\builtin set -h\"${__gonogo_o//[^euxv]/}\"; ".utf8)
      program += Array(watching(command.watch).utf8)
      let line = command.line <= lastPaddedLine ? command.line : 2
      program += [UInt8](repeating: 0x0A, count: max(1, line - 1))
      program += Array(command.text.utf8)
      let unwatch =
        command.watch == .none
        ? "" : "\\builtin trap - DEBUG ERR; \\builtin set +ET -h$__gonogo_w; "
      program += Array("\n{ __gonogo_x=(\"$?\" \"${PIPESTATUS[@]}\"); \(unwatch)".utf8)
      program += Array("__gonogo_o=$-; [[ -o pipefail ]] && __gonogo_p=p; ".utf8)
      program += Array("\\builtin set +euxv; } 2>/dev/null".utf8)
      program.append(0)
    }
    return program
  }
}
