/// Variables that a shell or a login gives a value, so that nobody is asked for them.
enum ShellVariables {
  private static let names: Set<String> = [
    "HOME", "PATH", "PWD", "OLDPWD", "RANDOM", "SRANDOM", "SECONDS", "UID", "EUID", "HOSTNAME",
    "HOSTTYPE", "MACHTYPE", "PPID", "LINENO", "IFS", "OSTYPE", "USER", "LOGNAME", "SHELL", "SHLVL",
    "TERM", "COLUMNS", "LINES", "OPTIND", "OPTARG", "OPTERR", "REPLY", "PIPESTATUS", "FUNCNAME",
    "DIRSTACK", "GROUPS", "EPOCHSECONDS", "EPOCHREALTIME", "SHELLOPTS", "PS1", "PS2", "PS4",
    "COMP_WORDS", "COMP_CWORD",
  ]

  /// Whether a shell has a value for `name` without being told.
  static func isSetByShell(_ name: String) -> Bool {
    names.contains(name) || name.hasPrefix("BASH")
  }
}
