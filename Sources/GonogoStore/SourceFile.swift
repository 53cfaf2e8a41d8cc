/// Reads a document, and nothing that is not one.
package enum SourceFile {
  /// The most a document may hold: 64 MiB.
  package static let sizeLimit = 64 << 20

  /// The bytes of the file at `path`, untouched.
  ///
  /// - Throws: `StoreError` when it is missing, not readable, a folder, a FIFO or a device, or larger
  ///   than `sizeLimit`.
  package static func read(_ path: String) throws(StoreError) -> [UInt8] {
    try read(path, limit: sizeLimit)
  }

  static func read(_ path: String, limit: Int) throws(StoreError) -> [UInt8] {
    guard !path.isEmpty else {
      throw StoreError("read", "the document", reason: "the path is empty", cure: "name a file")
    }
    let file: OpenFile
    do { file = try OpenFile(path, for: .reading) } catch {
      throw StoreError(copying: error, operation: "read", path: path)
    }
    let status = try file.status()
    switch status.kind {
    case .file: break
    case .folder:
      throw StoreError("read", path, reason: "it is a folder", cure: "name a file in it")
    case .other:
      throw StoreError(
        "read", path, reason: "it is not a regular file",
        cure: "save the content in a file and name that")
    }
    let bytes = status.size <= limit ? try file.readAll(limit: limit) : nil
    guard let bytes else {
      throw StoreError(
        "read", path, reason: "it is larger than \(limit) bytes",
        cure: "split it into smaller documents")
    }
    return bytes
  }
}
