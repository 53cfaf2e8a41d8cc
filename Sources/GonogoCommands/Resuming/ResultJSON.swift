internal import GonogoCore
internal import GonogoStore

/// Reads the result of a command out of the journal and the outputs that were kept of it.
struct ResultJSON {
  private let folder: RunFolder

  /// Outputs lie in `folder`.
  init(_ folder: RunFolder) { self.folder = folder }

  /// The result in `value`; nil when its output is not there any more as it was kept.
  func result(_ id: Int, _ outcome: CommandResult.Outcome, _ value: JSONValue) -> CommandResult? {
    guard let stdout = output(value["stdout"]), let stderr = output(value["stderr"]) else {
      return nil
    }
    return CommandResult(
      command: id, outcome: outcome, status: value["exit"]?.integerValue,
      pipeline: (value["pipeline"]?.arrayValue ?? []).compactMap(\.integerValue),
      inner: inner(value["inner"]), expectedStatus: value["expected"]?.integerValue ?? 0,
      foundNothing: value["found_nothing"] == true,
      nanoseconds: UInt64(max(0, value["ns"]?.integerValue ?? 0)), stdout: stdout, stderr: stderr,
      captures: (value["captures"]?.arrayValue ?? []).compactMap(CaptureJSON.capture),
      note: value["note"]?.stringValue, endsStep: value["ends_step"] == true)
  }

  private func inner(_ value: JSONValue?) -> InnerFailure {
    if let status = value?["failed"]?.integerValue { return .failed(status: status) }
    if let status = value?["may_be_meant"]?.integerValue { return .mayBeMeant(status: status) }
    return value?["unseen"]?.stringValue.map { .unseen($0) } ?? .none
  }

  private func output(_ value: JSONValue?) -> OutputRecord? {
    guard let value, value != .null else { return .empty }
    let file = value["file"]?.stringValue
    let digest = value["file_sha256"]?.stringValue
    var text = value["text"]?.stringValue ?? ""
    if let file {
      guard !file.split(separator: "/").contains(".."),
        let bytes = try? SourceFile.read("\(folder.path)/\(file)"),
        Digest.sha256(bytes) == digest
      else { return nil }
      text = String(decoding: bytes, as: UTF8.self)
    }
    return OutputRecord(
      bytes: value["bytes"]?.integerValue ?? 0, digest: value["sha256"]?.stringValue ?? "",
      text: text, isTruncated: value["truncated"] == true, file: file, fileDigest: digest)
  }
}
