#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The runs that are kept in an output folder.
package enum RunCatalog {
  /// The folders of all runs in `output`, oldest first; none when there is no such folder.
  package static func runs(in output: String) -> [RunFolder] {
    var found: [RunFolder] = []
    for name in folders(in: output) {
      for id in folders(in: "\(output)/\(name)") where RunIdentifier.isValid(id) {
        guard let run = try? RunFolder(output: output, name: name, id: id),
          isFile(run.journal)
        else { continue }
        found.append(run)
      }
    }
    return found.sorted { ($0.id, $0.name) < ($1.id, $1.name) }
  }

  /// The run whose folder is `path`; nil when there is none.
  package static func run(at path: String) -> RunFolder? {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    guard let id = parts.popLast(), let name = parts.popLast(), RunIdentifier.isValid(id) else {
      return nil
    }
    let base = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    guard let run = try? RunFolder(output: base, name: name, id: id), isFile(run.journal) else {
      return nil
    }
    return run
  }

  /// True when a gonogo has the journal of `run` open to write it.
  package static func isRunning(_ run: RunFolder) -> Bool {
    guard let file = try? OpenFile(run.journal, for: .reading) else { return false }
    return file.isLocked
  }

  /// True when `run` has come to its end and everything of it was written.
  package static func isComplete(_ run: RunFolder) -> Bool { isFile(run.result) }

  private static func isFile(_ path: String) -> Bool {
    if case .other? = try? FileSystem.entry(path) { return true }
    return false
  }

  private static func folders(in path: String) -> [String] {
    guard !path.utf8.contains(0), let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      guard !name.hasPrefix("."), case .folder? = try? FileSystem.entry("\(path)/\(name)") else {
        continue
      }
      names.append(name)
    }
    return names
  }
}
