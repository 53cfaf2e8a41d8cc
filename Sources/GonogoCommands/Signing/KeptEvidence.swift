internal import GonogoCore
internal import GonogoSandbox
internal import GonogoStore

/// What lies beside a completed document of its run, compared with the document's record.
struct KeptEvidence {
  /// How a comparison came out.
  enum Outcome {
    /// It is as the record says.
    case agrees(String)
    /// There is nothing to compare.
    case notThere(String)
    /// It is not as the record says; what differs, each without a final stop.
    case differs([String])
  }

  private let record: JSONValue
  private let folder: String

  /// What lies in the folder of the document at the path `document`.
  init(record: JSONValue, document: String) {
    self.record = record
    let parent = document.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    folder = parent.isEmpty ? "." : parent == [""] ? "/" : parent.joined(separator: "/")
  }

  /// The journal holds the run, its chain is whole, and its head when the document was completed is
  /// the one in the record. What was appended later is not looked at.
  func journal() -> Outcome {
    let path = folder + "/journal.jsonl"
    guard HostPath.exists(path) else {
      return .notThere("there is no journal.jsonl beside the document")
    }
    let records: [JournalRecord]
    do throws(StoreError) { records = try Journal.read(path) } catch {
      return .differs([error.message])
    }
    guard let count = record["journal"]?["records"]?.integerValue, count > 0,
      let head = record["journal"]?["head"]?.stringValue
    else { return .differs(["the record does not say how the journal ended"]) }
    guard records.count >= count else {
      return .differs([
        "\(path) holds \(records.count) records, \(count) were there when it was signed"
      ])
    }
    guard records[count - 1].digest == head else {
      return .differs(["\(path) is not the journal that the record names"])
    }
    guard records[0].value["run"] == record["run"] else {
      return .differs(["\(path) is the journal of another run"])
    }
    let begin = records[0].value
    guard begin["sha256"] == record["source"]?["sha256"],
      begin["sidecar_sha256"] == record["source"]?["sidecar_sha256"]
    else { return .differs(["\(path) is the journal of a run of another document"]) }
    let decision = records[..<count].last { $0.value["ev"] == .string("decision") }
    guard decision?.value["decision"] == record["decision"] else {
      return .differs(["\(path) came to another decision than the record says"])
    }
    return .agrees("\(count) records, head as recorded")
  }

  /// Every output that the record names is there and has its digest.
  func evidence() -> Outcome {
    let outputs = (record["steps"]?.arrayValue ?? []).flatMap { step in
      ["stdout", "stderr"].compactMap { step[$0] }.filter { $0["file"]?.stringValue != nil }
    }
    guard HostPath.exists(folder + "/evidence") else {
      return .notThere("there is no folder evidence beside the document")
    }
    let faults = outputs.compactMap(fault)
    return faults.isEmpty
      ? .agrees(
        "\(outputs.count) \(outputs.count == 1 ? "output" : "outputs"), digests as recorded")
      : .differs(faults)
  }

  private func fault(_ output: JSONValue) -> String? {
    guard let name = output["file"]?.stringValue, let digest = output["file_sha256"]?.stringValue
    else { return "the record names an output without its digest" }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "evidence", !parts[1].isEmpty, parts[1] != ".",
      parts[1] != "..", !name.utf8.contains(0)
    else { return "the record names an output outside the folder evidence" }
    do throws(StoreError) {
      let bytes = try SourceFile.read("\(folder)/\(name)")
      return Digest.sha256(bytes) == digest ? nil : "\(name) was changed after the run"
    } catch { return error.message }
  }

  /// `run.json` says the same as the record.
  func result() -> Outcome {
    let path = folder + "/run.json"
    guard HostPath.exists(path) else { return .notThere("it is not beside the document") }
    do throws(StoreError) {
      return try SourceFile.read(path) == record.compactBytes + [0x0A]
        ? .agrees("the same as the record") : .differs(["\(path) is not what the record says"])
    } catch { return .differs([error.message]) }
  }
}
