internal import Glibc

/// A temporary folder with the documents that are measured on.
struct Workshop {
  /// The program to measure.
  let gonogo: String
  /// The folder; it is also the working directory.
  let folder: String
  /// A real checklist: the shared one where it is there, else the one of this project.
  let checklist: String

  /// Makes the folder and goes there.
  ///
  /// - Throws: `BenchmarkFailure` when it cannot be made.
  init(gonogo: String) throws(BenchmarkFailure) {
    self.gonogo = gonogo
    let project = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let candidates = [
      "/\(project)/../shared/seed/tracing-preflight.md",
      "/\(project)/checklists/tracing-preflight.md",
    ]
    checklist = candidates.first { unsafe access($0, R_OK) == 0 } ?? candidates[1]
    // Not below /tmp, which every sandbox replaces by a folder of its own.
    var template = Array("/var/tmp/gonogo-benchmarks-XXXXXX".utf8CString)
    guard let made = unsafe mkdtemp(&template) else {
      throw BenchmarkFailure("no folder can be made in /var/tmp")
    }
    folder = unsafe String(cString: made)
    guard unsafe chdir(folder) == 0 else { throw BenchmarkFailure("\(folder) cannot be entered") }
  }

  /// Writes `text` to the file `name` and returns its path.
  func write(_ text: String, to name: String) throws(BenchmarkFailure) -> String {
    let path = "\(folder)/\(name)"
    guard let file = unsafe fopen(path, "w") else {
      throw BenchmarkFailure("\(path) cannot be written")
    }
    let bytes = Array(text.utf8)
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    guard unsafe fclose(file) == 0, written == bytes.count else {
      throw BenchmarkFailure("\(path) cannot be written")
    }
    return path
  }

  /// The checklist's text.
  func checklistText() throws(BenchmarkFailure) -> String {
    guard let file = unsafe fopen(checklist, "r") else {
      throw BenchmarkFailure("\(checklist) cannot be read")
    }
    defer { unsafe fclose(file) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: text, as: UTF8.self) }
      text += buffer[..<count]
    }
  }

  /// Removes the runs of the round before.
  func removeRuns() { remove("\(folder)/runs") }

  /// Removes the folder.
  func remove() {
    _ = unsafe chdir("/")
    remove(folder)
  }

  private func remove(_ path: String) {
    // A folder that stays is no reason to lose what was measured.
    _ = try? Child.run(["rm", "-rf", path], statuses: [0])
  }

  /// `gonogo run` of a document, quietly, with everything approved.
  func run(_ document: String, _ more: [String] = []) -> [String] {
    [
      gonogo, "run", document, "--non-interactive", "--approve", "all", "--operator", "Benchmark",
      "--quiet", "--output", "\(folder)/runs",
    ] + more
  }
}
