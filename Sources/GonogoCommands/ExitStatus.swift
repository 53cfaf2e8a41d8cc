internal import ArgumentParser

/// The exit codes; the numbers follow sysexits.h where it has one.
enum ExitStatus: Int32 {
  /// GO, or the answer is yes.
  case go = 0
  /// It ran and the answer is no: NO-GO, does not verify, errors found.
  case noGo = 1
  /// The command line is wrong.
  case usage = 64
  /// The checklist or what belongs to it is wrong; nothing was run.
  case badDocument = 65
  /// Something it needs is not there: a sandbox, a database, a program, a variable.
  case unavailable = 69
  /// A fault of gonogo.
  case internalFault = 70
  /// Something cannot be read or written.
  case inputOutput = 74
  /// The operator interrupted it.
  case interrupted = 130

  /// The code as ArgumentParser throws it.
  var code: ExitCode { ExitCode(rawValue) }
}
