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

  /// What lies in `output`: the folders that hold runs, of one checklist each, and the names of what
  /// else is there; both sorted.
  package static func contents(of output: String) -> (runs: [String], others: [String]) {
    var runs: [String] = []
    var others: [String] = []
    for (name, isFolder) in entries(of: output).sorted(by: { $0.name < $1.name }) {
      let holdsRuns =
        isFolder
        && entries(of: "\(output)/\(name)").contains {
          $0.isFolder && RunIdentifier.isValid($0.name)
        }
      if holdsRuns { runs.append("\(output)/\(name)") } else { others.append(name) }
    }
    return (runs, others)
  }

  /// The folders of the runs in `folder`, which is that of one checklist.
  package static func runs(ofChecklist folder: String) -> [String] {
    entries(of: folder).filter { $0.isFolder && RunIdentifier.isValid($0.name) }
      .map { "\(folder)/\($0.name)" }.sorted()
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
    entries(of: path).filter { $0.isFolder && !$0.name.hasPrefix(".") }.map(\.name)
  }

  private static func entries(of path: String) -> [(name: String, isFolder: Bool)] {
    guard !path.utf8.contains(0), let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      guard name != ".", name != ".." else { continue }
      var isFolder = false
      if case .folder? = try? FileSystem.entry("\(path)/\(name)") { isFolder = true }
      entries.append((name, isFolder))
    }
    return entries
  }
}
