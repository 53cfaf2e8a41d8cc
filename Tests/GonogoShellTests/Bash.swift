import Foundation

/// The real bash, as oracle.
enum Bash {
  /// Its standard output and exit status for `script`, given `input` on standard input.
  static func run(
    _ script: String, _ arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> (String, Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["--norc", "-c", script, "bash"] + arguments
    let output = Pipe()
    process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }

  /// Which of `texts` bash can parse, in order.
  static func parses(_ texts: [String]) throws -> [Bool] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "gonogo-shell-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (index, text) in texts.enumerated() {
      try Data(text.utf8).write(to: folder.appending(path: "\(index)"))
    }
    let loop = """
      cd "$1" || exit 9
      for ((i = 0; i < $2; i++)); do
        if bash -n "$i" 2>/dev/null; then echo y; else echo n; fi
      done
      """
    let (output, _) = try run(loop, [folder.path, "\(texts.count)"])
    return output.split(separator: "\n").map { $0 == "y" }
  }
}
