/// How this module reaches the outside world: by running programs and by lending them small files.
package struct ProgramRunner: Sendable {
  /// Runs `program`, found by the caller's search path, with `arguments` and with `input` as its
  /// standard input, and waits for its end. `environment` is all the environment it gets; nil means
  /// the caller's own.
  package var run:
    @Sendable (
      _ program: String, _ arguments: [String], _ input: [UInt8], _ environment: [String: String]?
    ) throws(ProgramError) -> ProgramOutput

  /// Calls `body` with the path of a new file, readable by the owner alone, that holds `bytes`, and
  /// removes the file afterwards.
  package var withTemporaryFile:
    @Sendable (
      _ bytes: [UInt8], _ body: (_ path: String) throws(ProgramError) -> ProgramOutput
    ) throws(ProgramError) -> ProgramOutput

  /// A runner made of its two closures.
  package init(
    run:
      @escaping @Sendable (
        _ program: String, _ arguments: [String], _ input: [UInt8],
        _ environment: [String: String]?
      ) throws(ProgramError) -> ProgramOutput,
    withTemporaryFile:
      @escaping @Sendable (
        _ bytes: [UInt8], _ body: (_ path: String) throws(ProgramError) -> ProgramOutput
      ) throws(ProgramError) -> ProgramOutput
  ) {
    self.run = run
    self.withTemporaryFile = withTemporaryFile
  }
}
