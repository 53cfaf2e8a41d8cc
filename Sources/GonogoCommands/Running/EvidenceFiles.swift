internal import GonogoCore
internal import GonogoPlanning
internal import GonogoRunner
internal import GonogoStore

/// Writes what commands printed into the run's folder.
struct EvidenceFiles {
  let folder: RunFolder

  /// Writes one stream of a command and returns its path within the run's folder; nil when there
  /// is nothing to write.
  func write(
    _ record: OutputRecord, of command: PlannedCommand, index: Int, _ stream: RunFolder.Stream
  ) throws(RunFailure) -> OutputRecord {
    guard !record.text.isEmpty else { return record }
    let path = folder.evidenceFile(
      section: String(command.section), step: command.step + 1, command: index + 1, stream)
    let content: [UInt8]
    do throws(StoreError) {
      content = try RunText.write(record.text, to: path)
    } catch {
      throw RunFailure(.output, error.message, cure: error.cure)
    }
    return OutputRecord(
      bytes: record.bytes, digest: record.digest, text: record.text,
      isTruncated: record.isTruncated, file: String(path.dropFirst(folder.path.count + 1)),
      fileDigest: Digest.sha256(content))
  }
}
