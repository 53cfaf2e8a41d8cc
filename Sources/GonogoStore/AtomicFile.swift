/// Writes a file so that its name always stands for the whole old or the whole new content.
package enum AtomicFile {
  /// Writes `bytes` to `path`, replacing what was there; on return they are on the device.
  ///
  /// They go to a new file beside it, which takes over the name when complete. A symbolic link at
  /// `path` is replaced, not followed.
  ///
  /// - Parameters:
  ///   - bytes: the whole content.
  ///   - path: the file; its folder must exist.
  ///   - mode: the permissions of the file, whatever the umask is.
  /// - Throws: `StoreError`; then `path` is as it was and nothing is left beside it.
  package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o600)
    throws(StoreError)
  {
    let folder = FileSystem.folder(of: path)
    let temporary = "\(folder)/.gonogo-\(randomName()).tmp"
    // A file of that name that is not ours must survive, so removal starts after this line.
    let file: OpenFile
    do { file = try OpenFile(temporary, for: .creating, mode: mode) } catch {
      throw StoreError(copying: error, operation: "write", path: path)
    }
    do {
      try file.setMode(mode)
      try file.writeAll(bytes)
      try file.sync()
      try FileSystem.move(temporary, to: path)
    } catch {
      FileSystem.remove(temporary)
      throw StoreError(copying: error, operation: "write", path: path)
    }
    try FileSystem.syncFolder(folder)
  }

  private static func randomName() -> String {
    var generator = SystemRandomNumberGenerator()
    return String(generator.next(), radix: 36) + String(generator.next(), radix: 36)
  }
}
