import Foundation

/// An empty working directory of its own for one test, which goes with the value.
final class Workplace {
  let path: String
  private let base: String

  init() throws {
    base = FileManager.default.temporaryDirectory.path + "/gonogo-e2e-\(UUID().uuidString)"
    path = base + "/work"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: base) }

  /// Writes `text` to `name`, relative to the folder, and returns the path.
  @discardableResult
  func write(_ text: String, _ name: String) throws -> String {
    try write(Array(text.utf8), name)
  }

  /// Writes `bytes` to `name`, relative to the folder, and returns the path.
  @discardableResult
  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    let file = URL(fileURLWithPath: "\(path)/\(name)").standardizedFileURL
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Runs gonogo in the folder.
  @discardableResult
  func gonogo(_ arguments: [String], limit: Double = 60) throws -> Child.End {
    try Child(Product.path, arguments, in: path, environment: Child.environment).wait(limit: limit)
  }

  /// Runs `script` with bash in the folder.
  @discardableResult
  func bash(_ script: String) throws -> Child.End { try Child.bash(script, in: path) }

  /// Every file and folder in it, with sizes and digests.
  func listing() throws -> String {
    try bash("find . -printf '%p %y %m\\n' | sort; find . -type f | sort | xargs -r sha256sum")
      .output
  }
}
